using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Host.Texts;

/// <summary>The words of findings: message and hint by rule id, in the language of what runs now. Thread-safe.</summary>
public static class FindingTexts
{
    /// <summary>What was found, in one sentence.</summary>
    public static string Message(Finding finding) => Render(finding, "message") ?? finding.Rule;

    /// <summary>What to do about it; null when nothing is to be done.</summary>
    public static string? Hint(Finding finding) => Render(finding, "hint");

    /// <summary>The place in short: dossier, file, line, path, as far as they are known.</summary>
    public static string Place(Finding finding)
    {
        var file = finding is { File: not null, Line: { } line }
            ? string.Create(CultureInfo.InvariantCulture, $"{finding.File}:{line}")
            : finding.File;
        return string.Join(' ', new[] { finding.Dossier, file, finding.Path }.Where(part => part is not null));
    }

    private static string? Render(Finding finding, string part)
    {
        var language = Language.Current;
        return language.Find($"{finding.Rule}.{part}") is { } template ? language.Fill(template, name => ValueOf(finding, name)) : null;
    }

    private static string? ValueOf(Finding finding, string name) => name switch
    {
        "file" => FindingPhrases.Of(finding, finding.File),
        "dossier" => finding.Dossier,
        "path" => FindingPhrases.Of(finding, finding.Path),
        "line" => finding.Line?.ToString(CultureInfo.CurrentCulture),
        "found" => FindingPhrases.Of(finding, finding.Found),
        "expected" => FindingPhrases.Of(finding, finding.Expected),
        _ => finding.Arguments?.GetValueOrDefault(name),
    };
}
