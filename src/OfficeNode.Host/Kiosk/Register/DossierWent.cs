using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Kiosk.Today;
using OfficeNode.Host.Texts;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Kiosk.Register;

/// <summary>One package that a dossier went into, in words.</summary>
internal sealed record WentRow(string Package, string Destination, string What, string State, string? Proof, string? Answer);

/// <summary>One refusal of a dossier, in words.</summary>
/// <param name="IsOpen">Whether it still stands: nothing newer has gone there.</param>
internal sealed record RefusalRow(string Where, Finding Finding, bool IsOpen);

/// <summary>Where a dossier went, and what came of it.</summary>
internal sealed class DossierWent
{
    private readonly Node _node;
    private readonly DossierId _dossier;
    private readonly Moments _moments;

    public DossierWent(Node node, DossierId dossier)
    {
        _node = node;
        _dossier = dossier;
        _moments = new Moments(node.Time.LocalTimeZone, node.Time.GetUtcNow());
    }

    /// <summary>The last first.</summary>
    public IReadOnlyList<WentRow> Rows() => _node.Register.Read(session => session.Trail.Packages(_dossier).Select(one => RowOf(session, one)).ToList());

    /// <summary>The last first.</summary>
    public IReadOnlyList<RefusalRow> Refusals() => _node.Register.Read(session =>
    {
        var open = session.Exports.OpenRefusals(_dossier, destination: null);
        return session.Trail.Refusals(_dossier)
            .Select(refusal => new RefusalRow(
                Words.Of("went.refused-by", ("destination", refusal.Destination), ("time", _moments.Of(refusal.At)), ("package", session.Packages.Get(refusal.Package).Name)),
                refusal.Finding,
                open.Any(other => other.Package == refusal.Package && other.Destination == refusal.Destination)))
            .ToList();
    });

    private WentRow RowOf(RegisterSession session, PackagedDossier one) => new(
        one.Package.Name.Value,
        one.Package.Destination,
        Words.Of(
            one.Package.Scope == PackageScope.Test ? "went.test" : WhatOf(one.Operation),
            ("revision", session.Revisions.Get(one.Revision).Ordinal)),
        StateOf(one),
        one.Delivery?.Proof is { } proof ? Words.Of("went.proof", ("kind", proof.Kind), ("place", proof.Place)) : null,
        AnswerOf(session, one));

    private static string WhatOf(int operation) => operation switch
    {
        PackageContent.Delete => "went.delete",
        0 => "went.insert",
        _ => "went.update",
    };

    private string StateOf(PackagedDossier one) => one.Delivery is { } delivery
        ? Words.Of("went.state." + delivery.State, ("since", _moments.Of(delivery.Since)))
        : Words.Of("went.building." + one.Package.State);

    private string? AnswerOf(RegisterSession session, PackagedDossier one) => session.Answers.Of(one.Package.Id) is { } answer
        ? Words.Of("went.answer", ("sender", answer.Sender), ("day", _moments.Of(answer.Day)), ("person", answer.Person))
        : session.Deliveries.HasReceipt(one.Package.Id) ? Words.Of("went.receipt") : null;
}
