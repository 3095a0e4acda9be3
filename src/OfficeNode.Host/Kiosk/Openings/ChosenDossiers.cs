using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Kiosk.Openings;

/// <summary>The dossiers that a form is about, by their ids as an address or a form carries them.</summary>
internal static class ChosenDossiers
{
    /// <summary>What a person can look over before confirming, and one write transaction takes in time.</summary>
    public const int Most = 100;

    /// <summary>Those that exist, each once; what names none is left out.</summary>
    public static IReadOnlyList<Dossier> Find(Node node, IEnumerable<string?> ids)
    {
        var wanted = ids
            .SelectMany(text => (text ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
            .Select(text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0)
            .Distinct()
            .Take(Most + 1)
            .ToList();
        return node.Register.Read(session => wanted
            .Select(id => session.Dossiers.After(new DossierId(id - 1), 1).FirstOrDefault(dossier => dossier.Id.Value == id))
            .OfType<Dossier>()
            .ToList());
    }

    /// <summary>As a form carries them.</summary>
    public static string Write(IEnumerable<Dossier> dossiers) => string.Join(' ', dossiers.Select(dossier => dossier.Id.Value.ToString(CultureInfo.InvariantCulture)));

    /// <summary>What is wrong with how many there are.</summary>
    public static IEnumerable<Finding> Check(IReadOnlyList<Dossier> dossiers)
    {
        if (dossiers.Count == 0)
        {
            yield return new Finding(PublicationFindings.DossierMissing, Severity.Error);
        }

        if (dossiers.Count > Most)
        {
            yield return new Finding(PublicationFindings.TooMany, Severity.Error) { Expected = Most.ToString(CultureInfo.CurrentCulture) };
        }
    }
}
