using System.Globalization;
using System.Text;
using OfficeNode.Core;

namespace OfficeNode.Standards.Codes;

/// <summary>The 50-character field of ST.8, column by column.</summary>
/// <remarks>
/// Columns, counted from 1: 1-4 subclass, 5-8 main group to the right, 9 slash, 10-15 subgroup to the left, 20-27 version, 28 level, 29 position,
/// 30 value, 31-38 action date, 39 status, 40 source, 41-42 generating office, the rest blank (facts/numbering-and-codes.md [V]).
/// Some tools collapse the blanks of XML text, and real documents arrive so: with all its indicators such a field is still unambiguous.
/// </remarks>
internal static class IpcField
{
    private const int Length = 50;
    private const int LastUsed = 42;

    /// <summary>Version, level, position, value, action date, status, source and office: columns 20 to 42 without a blank.</summary>
    private const int IndicatorsLength = 23;

    public static ParseResult<IpcClass> Parse(string field)
    {
        // Editors and XML tools cut blanks off line ends; what they cut is known.
        if (field.Length is < 4 or > Length)
        {
            return Refuse("50 characters (ST.8)");
        }

        var full = Respaced(field) ?? field.PadRight(Length);
        var symbol = ReadSymbol(full);
        if (!symbol.Success)
        {
            return Refuse("columns 1 to 19 of ST.8: subclass, main group to the right, slash, subgroup to the left");
        }

        if (!ReadDate(full.AsSpan(19, 8), out var version) || !ReadDate(full.AsSpan(30, 8), out var action))
        {
            return Refuse("dates as YYYYMMDD or blanks in columns 20 to 27 and 31 to 38 (ST.8)");
        }

        var fault = FaultOfIndicators(full);
        return fault is not null ? Refuse(fault) : ParseResult<IpcClass>.Read(new IpcClass
        {
            Symbol = symbol.Value.ToString(),
            Version = version,
            Level = Letter(full[27]),
            Position = Letter(full[28]),
            Value = Letter(full[29]),
            ActionDate = action,
            Status = Letter(full[38]),
            Source = Letter(full[39]),
            GeneratingOffice = full[40] == ' ' ? null : OfficeCode.Parse(full.Substring(40, 2)).Value,
        });
    }

    public static string Write(IpcClass ipc)
    {
        var parsed = IpcSymbol.Parse(ipc.Symbol);
        if (!parsed.Success)
        {
            throw new ArgumentException($"'{ipc.Symbol}' does not fit ST.8: expected {parsed.Expected}.", nameof(ipc));
        }

        var symbol = parsed.Value;
        var field = new StringBuilder(Length)
            .Append(symbol.Section).Append(symbol.ClassNumber).Append(symbol.Subclass)
            .Append((symbol.MainGroup ?? "").PadLeft(4))
            .Append(symbol.MainGroup is null ? ' ' : '/')
            .Append((symbol.Subgroup ?? "").PadRight(6))
            .Append(' ', 4)
            .Append(Written(ipc.Version))
            .Append(ipc.Level ?? ' ').Append(ipc.Position ?? ' ').Append(ipc.Value ?? ' ')
            .Append(Written(ipc.ActionDate))
            .Append(ipc.Status ?? ' ').Append(ipc.Source ?? ' ')
            .Append((ipc.GeneratingOffice?.Value ?? "").PadRight(2));
        return field.Append(' ', Length - field.Length).ToString();
    }

    /// <summary>A field of three words put back into its columns; null when the blanks stand for something.</summary>
    private static string? Respaced(string field)
    {
        var words = field.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var slash = words.Length == 3 ? words[1].IndexOf('/', StringComparison.Ordinal) : -1;
        return slash is >= 1 and <= 4 && words[1].Length <= slash + 7 && words[0].Length == 4 && words[2].Length == IndicatorsLength
            ? string.Concat(words[0], words[1][..slash].PadLeft(4), words[1][slash..].PadRight(11), words[2]).PadRight(Length)
            : null;
    }

    private static ParseResult<IpcSymbol> ReadSymbol(string full)
    {
        var group = full.AsSpan(4, 15);
        if (group.IsWhiteSpace())
        {
            return IpcSymbol.Parse(full[..4]);
        }

        return group[4] == '/' && group[3] != ' ' && group[5] != ' ' && group[11..].IsWhiteSpace()
            ? IpcSymbol.Parse(string.Concat(full.AsSpan(0, 4), group.Trim(' ')))
            : ParseResult<IpcSymbol>.Refuse("");
    }

    private static string? FaultOfIndicators(string full)
    {
        if (!IsBlankOr(full[27], "CAS") || !IsBlankOr(full[28], "FL") || !IsBlankOr(full[29], "IN"))
        {
            return "level C, A or S, position F or L, value I or N in columns 28 to 30 (ST.8)";
        }

        if (!IsBlankOr(full[38], "BRVD") || !IsBlankOr(full[39], "HMG"))
        {
            return "status B, R, V or D and source H, M or G in columns 39 and 40 (ST.8)";
        }

        var office = full.AsSpan(40, 2);
        var hasOffice = char.IsAsciiLetterUpper(office[0]) && char.IsAsciiLetterUpper(office[1]);
        return (hasOffice || office.SequenceEqual("  ")) && full.AsSpan(LastUsed).IsWhiteSpace()
            ? null
            : "the generating office in columns 41 and 42, then blanks (ST.8)";
    }

    private static bool IsBlankOr(char c, string letters) => c == ' ' || letters.Contains(c, StringComparison.Ordinal);

    private static char? Letter(char c) => c == ' ' ? null : c;

    private static bool ReadDate(ReadOnlySpan<char> text, out DateOnly? date)
    {
        var read = DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        date = read ? day : null;
        return read || text.IsWhiteSpace();
    }

    private static string Written(DateOnly? date) => date?.ToString("yyyyMMdd", CultureInfo.InvariantCulture) ?? new string(' ', 8);

    private static ParseResult<IpcClass> Refuse(string expected) => ParseResult<IpcClass>.Refuse(expected);
}
