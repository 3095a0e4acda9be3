using System.Globalization;

namespace OfficeNode.Host.Kiosk;

/// <summary>The ids of a field of a form and of what stands beside it.</summary>
internal static class FieldId
{
    /// <param name="name">Under which the field is posted: <c>Given.Name</c>, <c>Given.Sheets[APP]</c>.</param>
    public static string Of(string name) => name.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);

    /// <summary>The ids of hint and findings, for the field that they describe; null when there are none.</summary>
    public static string? Described(string name, bool hasHint, int findings)
    {
        var ids = Enumerable.Range(0, findings).Select(number => OfFinding(Of(name), number)).Prepend(hasHint ? Of(name) + "-hint" : null).OfType<string>();
        return string.Join(' ', ids) is { Length: > 0 } text ? text : null;
    }

    public static string OfFinding(string id, int number) => string.Create(CultureInfo.InvariantCulture, $"{id}-wrong-{number}");
}
