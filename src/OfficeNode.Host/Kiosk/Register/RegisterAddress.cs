using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Host.Kiosk.Register;

/// <summary>Where the screens of the register are. All that they show follows from the address: a restart of the service, a link in a mail and the way back lead to the same.</summary>
internal static class RegisterAddress
{
    public const string Screen = "/register";

    /// <summary>A search as it was typed.</summary>
    /// <param name="at">The dossier whose row has the focus: where somebody comes back from.</param>
    public static string Search(string? typed, int? rows = null, DossierId? at = null) =>
        With(Screen, ("q", typed), ("rows", rows?.ToString(CultureInfo.InvariantCulture)), ("at", at?.ToString()));

    /// <param name="typed">The search that led there; kept for the way back.</param>
    public static string Of(DossierId dossier, string? pane = null, string? typed = null) => With(FormattableString.Invariant($"{Screen}/{dossier}"), ("pane", pane), ("q", typed));

    /// <summary>Where a finding leads to: the place that it is about, or the list of findings where it names none.</summary>
    public static string Of(DossierId dossier, Finding finding) =>
        With(FormattableString.Invariant($"{Screen}/{dossier}"), ("pane", finding.Path is null ? "findings" : null), ("field", finding.Path));

    /// <summary>Where it is asked to correct a dossier.</summary>
    public static string Correction(DossierId dossier) => FormattableString.Invariant($"{Screen}/{dossier}/correct");

    public static string Of(DossierId dossier, PageId page, string? typed = null, bool isFull = false) =>
        With(FormattableString.Invariant($"{Screen}/{dossier}/pages/{page}"), ("size", isFull ? "full" : null), ("q", typed));

    public static string NewExtract(DossierId dossier, string? typed = null) => With(FormattableString.Invariant($"{Screen}/{dossier}/extract"), ("q", typed));

    public static string Extract(long extract) => FormattableString.Invariant($"{Screen}/extracts/{extract}");

    private static string With(string path, params ReadOnlySpan<(string Name, string? Value)> values)
    {
        var query = new List<string>();
        foreach (var (name, value) in values)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }

        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }
}
