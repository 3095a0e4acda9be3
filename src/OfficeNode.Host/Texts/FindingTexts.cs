using System.Globalization;
using System.Resources;
using OfficeNode.Core;

namespace OfficeNode.Host.Texts;

/// <summary>The words of findings: message and hint by rule id, from the <c>…Findings</c> resources. Thread-safe.</summary>
public static class FindingTexts
{
    private static readonly IReadOnlyList<ResourceManager> Catalogues = [.. typeof(FindingTexts).Assembly
        .GetManifestResourceNames()
        .Where(name => name.EndsWith("Findings.resources", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(name => new ResourceManager(name[..^".resources".Length], typeof(FindingTexts).Assembly))];

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
        var key = $"{finding.Rule}.{part}";
        var template = Catalogues.Select(catalogue => catalogue.GetString(key, CultureInfo.CurrentUICulture)).FirstOrDefault(text => text is not null);
        return template is null ? null : Template.Fill(template, name => ValueOf(finding, name));
    }

    private static string? ValueOf(Finding finding, string name) => name switch
    {
        "file" => finding.File,
        "dossier" => finding.Dossier,
        "path" => finding.Path,
        "line" => finding.Line?.ToString(CultureInfo.CurrentCulture),
        "found" => finding.Found,
        "expected" => finding.Expected,
        _ => finding.Arguments?.GetValueOrDefault(name),
    };
}
