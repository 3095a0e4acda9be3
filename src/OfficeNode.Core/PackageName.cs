using System.Text.Json.Serialization;
using OfficeNode.Core.Json;

namespace OfficeNode.Core;

/// <summary>What a package is for: the first upload of everything published, changes to it, or samples while a format is agreed.</summary>
public enum PackageScope
{
    Full,
    Updates,
    Test,
}

/// <summary>The name of a package, never used twice; the file adds <c>.zip</c>, its sidecars their own endings.</summary>
/// <remarks>Safe as a file name everywhere: ASCII letters, digits, <c>-</c>, <c>_</c> and <c>.</c>, at most 120 characters, beginning with a letter or digit.</remarks>
[JsonConverter(typeof(TextValueConverter<PackageName>))]
public readonly record struct PackageName : ITextValue<PackageName>
{
    private const int Longest = 120;

    private PackageName(string value) => Value = value;

    public string Value { get; }

    [JsonIgnore]
    public string ZipFile => Value + ".zip";

    [JsonIgnore]
    public string ManifestFile => Value + ".manifest.json";

    [JsonIgnore]
    public string SignatureFile => Value + ".manifest.json.p7s";

    [JsonIgnore]
    public string MembersFile => Value + ".members.jsonl";

    public static ParseResult<PackageName> Parse(string text) => text.Length is > 0 and <= Longest
        && char.IsAsciiLetterOrDigit(text[0])
        && !text.EndsWith('.')
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
        ? ParseResult<PackageName>.Read(new(text))
        : ParseResult<PackageName>.Refuse($"1 to {Longest} ASCII letters, digits, '-', '_' or '.'");

    public override string ToString() => Value;
}
