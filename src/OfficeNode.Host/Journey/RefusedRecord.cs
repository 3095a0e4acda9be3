using System.Text.RegularExpressions;
using OfficeNode.Core;

namespace OfficeNode.Host.Journey;

/// <summary>A record that a destination did not take, as a person enters it: <c>P-2026-123 = drawings missing</c>, with the code of the field where the answer names one: <c>P-2026-123 (51) = no such class</c>.</summary>
/// <param name="Field">The INID code of the field; null where the answer names none.</param>
public sealed partial record RefusedRecord(DossierName Dossier, string? Field, string Reason)
{
    public static ParseResult<RefusedRecord> Parse(string text)
    {
        var line = Line().Match(text);
        return line.Success && DossierName.Parse(line.Groups["dossier"].Value) is { Success: true } name
            ? ParseResult<RefusedRecord>.Read(new RefusedRecord(name.Value, line.Groups["field"] is { Success: true } field ? field.Value : null, line.Groups["reason"].Value))
            : ParseResult<RefusedRecord>.Refuse("a dossier and a reason, as P-2026-123=reason");
    }

    [GeneratedRegex(@"^\s*(?<dossier>[^=]*?[^=\s])\s*(\((?<field>[0-9]{2,3})\)\s*)?=\s*(?<reason>\S.*?)\s*$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Line();
}
