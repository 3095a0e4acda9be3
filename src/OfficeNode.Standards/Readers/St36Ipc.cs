using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Standards.Codes;

namespace OfficeNode.Standards.Readers;

/// <summary>Symbols as older editions of the IPC wrote them.</summary>
internal static class St36Ipc
{
    /// <summary>Reads <c>7G 06F  17/60   A</c>: edition, section, class and subclass, group, and a letter of the seventh edition.</summary>
    public static ParseResult<IpcClass> ParseOld(string text, char position, char value)
    {
        var plain = XmlEntry.OneLine(text);
        plain = plain.Length > 0 && char.IsAsciiDigit(plain[0]) ? plain[1..] : plain;
        var words = plain.Split(' ');
        var end = words.Length > 1 && words[^1].Length == 1 ? words.Length - 1 : words.Length;
        return Symbol(string.Concat(words[..end]), position, value);
    }

    /// <summary>Reads <c>G06F015/16</c>, with leading zeros in the group.</summary>
    public static ParseResult<IpcClass> ParseCompact(string text, char position) => Symbol(text.Trim(), position, null);

    /// <summary>Reads a symbol given in parts.</summary>
    public static ParseResult<IpcClass> Symbol(string joined, char? position, char? value)
    {
        var group = joined.Length > 4 ? joined[4..].Trim().TrimStart('0') : "";
        var symbol = IpcSymbol.Parse(joined.Length < 4 ? joined : string.Create(CultureInfo.InvariantCulture, $"{joined.AsSpan(0, 4)} {group}").TrimEnd());
        return symbol.Success
            ? ParseResult<IpcClass>.Read(new() { Symbol = symbol.Value.ToString(), Position = position, Value = value })
            : ParseResult<IpcClass>.Refuse(symbol.Expected ?? "an IPC symbol");
    }
}
