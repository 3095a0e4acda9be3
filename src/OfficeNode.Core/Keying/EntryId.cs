using System.Globalization;
using System.Text.Json.Serialization;
using OfficeNode.Core.Json;

namespace OfficeNode.Core.Keying;

/// <summary>The node's name of an entry, as it stands on screens and in addresses: <c>E-41</c>.</summary>
[JsonConverter(typeof(TextValueConverter<EntryId>))]
public readonly record struct EntryId : ITextValue<EntryId>
{
    private const string Prefix = "E-";

    public EntryId(long number) => Number = number;

    public long Number { get; }

    public string Value => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Number}");

    /// <summary>Reads <c>E-41</c>, <c>e-41</c> or <c>41</c>.</summary>
    public static ParseResult<EntryId> Parse(string text)
    {
        var digits = text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? text.AsSpan(Prefix.Length) : text.AsSpan();
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? ParseResult<EntryId>.Read(new(number))
            : ParseResult<EntryId>.Refuse("an entry as E-41");
    }

    public override string ToString() => Value;
}
