using OfficeNode.Core;
using OfficeNode.Standards.Rules;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>What <c>validate</c> found.</summary>
public sealed record ValidationResult(long Records, long Valid, IReadOnlyList<Finding> Findings);

/// <summary>Judges records by the rules, and shows what destinations refused.</summary>
public sealed class ValidateJourney
{
    private const int Step = 200;
    private readonly Node _node;
    private readonly Validator _validator;

    public ValidateJourney(Node node, Validator validator)
    {
        _node = node;
        _validator = validator;
    }

    /// <summary>Judges some dossiers, or all of them.</summary>
    /// <param name="dossiers">Null for all.</param>
    /// <param name="destination">Null for the record itself; else as it would leave for that destination: what the gate keeps back is not judged.</param>
    public ValidationResult Run(IReadOnlyList<Dossier>? dossiers, string? destination, IProgress<long>? progress)
    {
        var result = new ValidationResult(0, 0, []);
        var findings = new List<Finding>();
        foreach (var step in dossiers is null ? AllDossiers(destination) : [dossiers])
        {
            var judged = _node.Register.Read(session => step.Select(dossier => Judge(session, dossier, destination)).ToList());
            findings.AddRange(judged.SelectMany(one => one));
            result = new ValidationResult(
                result.Records + judged.Count,
                result.Valid + judged.Count(one => one.All(finding => finding.Severity != Severity.Error)),
                findings);
            progress?.Report(result.Records);
        }

        return result;
    }

    /// <summary>All dossiers; for a destination those of the rights that it takes.</summary>
    private IEnumerable<IReadOnlyList<Dossier>> AllDossiers(string? destination)
    {
        var rights = destination is not null && _node.Settings.Destinations.TryGetValue(destination, out var settings) ? settings.Rights : Enum.GetValues<Right>();
        var last = new DossierId(0);
        while (true)
        {
            var step = _node.Register.Read(session => session.Dossiers.After(last, Step));
            if (step.Count == 0)
            {
                yield break;
            }

            yield return [.. step.Where(dossier => rights.Contains(dossier.Right))];
            last = step[^1].Id;
        }
    }

    private IReadOnlyList<Finding> Judge(RegisterSession session, Dossier dossier, string? destination)
    {
        var record = session.Revisions.Get(dossier.Revision).Record;
        var pages = destination is not null && _node.Settings.Destinations.TryGetValue(destination, out var settings)
            ? DossierView.Read(session, _node.Settings, destination, settings, dossier, _node.Today).Pages
            : session.Pages.Of(dossier.Id);
        var subject = new Subject { Record = record, Pages = pages, Today = _node.Today };
        var name = dossier.Name.ToString();
        return
        [
            .. _validator.Validate(subject, destination),
            .. session.Exports.OpenRefusals(dossier.Id, destination).Select(refusal => refusal.Finding with { Dossier = name }),
        ];
    }
}
