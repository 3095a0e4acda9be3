using OfficeNode.Core;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Sync.Deliveries;

/// <summary>A destination's answer to a package, whichever way it came, brought into the register within one transaction.</summary>
public sealed class Answer
{
    private readonly RegisterSession _session;
    private readonly PackageRow _package;

    public Answer(RegisterSession session, PackageRow package)
    {
        _session = session;
        _package = package;
    }

    /// <summary>Notes the answer: refused records get their findings and may be packaged again, all others are confirmed.</summary>
    /// <param name="accepted">Whether the package was taken, at least in part.</param>
    /// <param name="findings">What the receiver says; an error that names a dossier refuses that record.</param>
    public void Take(bool accepted, IReadOnlyList<Finding> findings)
    {
        var refused = findings.Where(finding => finding is { Severity: Severity.Error, Dossier: not null }).ToList();
        foreach (var finding in refused)
        {
            Refuse(finding);
        }

        if (accepted)
        {
            _session.Exports.Confirm(_package.Id);
        }
        else
        {
            _session.Exports.ClearQueued(_package.Id);
        }

        var reason = accepted ? refused.FirstOrDefault() : findings.FirstOrDefault(finding => finding.Severity == Severity.Error);
        _session.Deliveries.MarkAnswered(_package.Id, accepted ? DeliveryState.Accepted : DeliveryState.Refused, reason);
    }

    private void Refuse(Finding finding)
    {
        var name = DossierName.Parse(finding.Dossier ?? "");
        if (!name.Success)
        {
            return;   // the name of no dossier of ours; the finding stays with the package's receipt
        }

        foreach (var dossier in _session.Dossiers.Find(name.Value))
        {
            _session.Exports.Refuse(_package.Id, dossier.Id, _package.Destination, finding);
        }
    }
}
