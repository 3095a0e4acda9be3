using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Codes;

/// <summary>The parts of one IPC symbol: a subclass, and below it a group where one is given.</summary>
/// <remarks>
/// Two written forms exist: the display form <c>H04N 1/40</c> and the 50-character field of ST.8, which carries version, level, position and the
/// other particulars at fixed columns (facts/numbering-and-codes.md [V]).
/// </remarks>
/// <param name="Section">A to H.</param>
/// <param name="ClassNumber">01 to 99, always two digits.</param>
/// <param name="Subclass">A to Z.</param>
/// <param name="MainGroup">1 to 9999 without leading zeros; null for a subclass alone.</param>
/// <param name="Subgroup">Two to six digits; null for a subclass alone.</param>
public readonly record struct IpcSymbol(char Section, string ClassNumber, char Subclass, string? MainGroup, string? Subgroup)
{
    private const string DisplayForm = "an IPC symbol as H04N 1/40 or H04N";

    /// <summary>Reads the display form; blanks between subclass and group may be none or many.</summary>
    public static ParseResult<IpcSymbol> Parse(string text)
    {
        if (text.Length < 4 || !IsSubclass(text))
        {
            return ParseResult<IpcSymbol>.Refuse(DisplayForm);
        }

        var group = text.AsSpan(4).TrimStart(' ');
        if (group.IsEmpty)
        {
            return text.Length == 4 ? ParseResult<IpcSymbol>.Read(Of(text, null, null)) : ParseResult<IpcSymbol>.Refuse(DisplayForm);
        }

        var slash = group.IndexOf('/');
        return slash > 0 && IsMainGroup(group[..slash]) && IsSubgroup(group[(slash + 1)..])
            ? ParseResult<IpcSymbol>.Read(Of(text, group[..slash].ToString(), group[(slash + 1)..].ToString()))
            : ParseResult<IpcSymbol>.Refuse(DisplayForm);
    }

    /// <summary>Reads the 50-character field of ST.8; a blank column is a part that the source does not give.</summary>
    public static ParseResult<IpcClass> ParseSt8(string field) => IpcField.Parse(field);

    /// <summary>Writes the 50-character field of ST.8; parts that are not given become blanks.</summary>
    /// <exception cref="ArgumentException">The symbol has no form that the field can hold: let <see cref="Parse"/> judge it first.</exception>
    public static string WriteSt8(IpcClass ipc) => IpcField.Write(ipc);

    /// <summary>The display form with one blank, as <see cref="IpcClass.Symbol"/> keeps it.</summary>
    public override string ToString() => MainGroup is null
        ? string.Create(CultureInfo.InvariantCulture, $"{Section}{ClassNumber}{Subclass}")
        : string.Create(CultureInfo.InvariantCulture, $"{Section}{ClassNumber}{Subclass} {MainGroup}/{Subgroup}");

    private static IpcSymbol Of(string text, string? mainGroup, string? subgroup) => new(text[0], text.Substring(1, 2), text[3], mainGroup, subgroup);

    private static bool IsSubclass(ReadOnlySpan<char> text) => text[0] is >= 'A' and <= 'H'
        && char.IsAsciiDigit(text[1])
        && char.IsAsciiDigit(text[2])
        && !text[1..3].SequenceEqual("00")
        && char.IsAsciiLetterUpper(text[3]);

    private static bool IsMainGroup(ReadOnlySpan<char> text) => text.Length is >= 1 and <= 4 && text[0] != '0' && AreDigits(text);

    private static bool IsSubgroup(ReadOnlySpan<char> text) => text.Length is >= 2 and <= 6 && AreDigits(text);

    private static bool AreDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
