using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Host.Settings;
using OfficeNode.Host.Texts;
using OfficeNode.Standards.Readers;

namespace OfficeNode.Host.Commands;

/// <summary>Reads the values of options; what does not parse is wrong use, with what was expected.</summary>
internal static class Values
{
    public static DateOnly Day(string option, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Unreadable(option, text, Words.Of("value.day"));

    public static T Code<T>(string option, string text)
        where T : struct, ITextValue<T>
    {
        var parsed = T.Parse(text);
        return parsed.Success ? parsed.Value : throw Unreadable(option, text, parsed.Expected ?? "");
    }

    public static T Choice<T>(string option, string text)
        where T : struct, Enum =>
        Enum.TryParse<T>(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw Unreadable(option, text, string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant())));

    /// <summary>A right by its name or, as in the names of dossiers, by its letter.</summary>
    public static Right Right(string option, string text) =>
        Enum.GetValues<Right>().Where(right => text.Equals(RightLetter.Of(right).ToString(), StringComparison.OrdinalIgnoreCase)).Cast<Right?>().FirstOrDefault()
        ?? Choice<Right>(option, text);

    /// <summary>A format that register data may come in.</summary>
    public static SourceFormat SourceFormat(string option, string text) => text.Replace(".", "", StringComparison.Ordinal).ToLowerInvariant() switch
    {
        "csv" => Standards.Readers.SourceFormat.Csv,
        "st36" => Standards.Readers.SourceFormat.St36,
        "st66" => Standards.Readers.SourceFormat.St66,
        _ => throw Unreadable(option, text, "csv, st36, st66"),
    };

    /// <summary>A list as people write it: separated by commas or blanks.</summary>
    public static IReadOnlyList<string> List(string? text) =>
        text?.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    public static IReadOnlyList<DocumentCode> Documents(string option, string? text) =>
        [.. List(text).Select(code => Code<DocumentCode>(option, code.ToUpperInvariant()))];

    public static DestinationSettings Destination(NodeSettings settings, string name) =>
        settings.Destinations.GetValueOrDefault(name)
        ?? throw Unreadable("--destination", name, string.Join(", ", settings.Destinations.Keys));

    public static UsageException Unreadable(string option, string? found, string expected) =>
        new(Words.Of("value.unreadable", ("name", option), ("found", found), ("expected", expected)));

    /// <summary>Who works at this machine, for the audit log.</summary>
    public static string Author => Environment.UserName;

    public static bool HasErrors(IEnumerable<Finding> findings) => findings.Any(finding => finding.Severity == Severity.Error);
}
