using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Kiosk.Today;
using OfficeNode.Host.Texts;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Kiosk.Register;

/// <summary>One state of a record in its history, with what it changed.</summary>
internal sealed record DossierState
{
    public required int Ordinal { get; init; }

    public required string Time { get; init; }

    /// <summary>The full name of a person who works here, else the name that the change was made under.</summary>
    public required string Author { get; init; }

    /// <summary>Where the data came from; null for what was keyed here.</summary>
    public string? Source { get; init; }

    /// <summary>What was said of it when it was released; nothing for what an import brought.</summary>
    public required IReadOnlyList<ReleaseLine> Releases { get; init; }

    /// <summary>How many lines it has.</summary>
    public required int Lines { get; init; }

    /// <summary>Against the state before; empty for the first.</summary>
    public required IReadOnlyList<LineChange> Changes { get; init; }

    public required Digest Digest { get; init; }

    /// <summary>All states of a dossier, the last first.</summary>
    public static IReadOnlyList<DossierState> AllOf(Node node, DossierId dossier) => node.Register.Read(session =>
    {
        var names = PersonNames.Read(session);
        var moments = new Moments(node.Time.LocalTimeZone, node.Time.GetUtcNow());
        var releases = ReleaseSentences.Of(session, dossier, names, moments).ToLookup(release => release.Revision);
        var states = new List<DossierState>();
        IReadOnlyList<RecordLine> before = [];
        foreach (var revision in session.Revisions.History(dossier))
        {
            var lines = RecordLines.Of(revision.Record, withContacts: true);
            states.Add(new DossierState
            {
                Ordinal = revision.Ordinal,
                Time = moments.Of(revision.At),
                Author = names.Of(revision.Author),
                Source = SourceOf(session, revision.Origin),
                Releases = [.. releases[revision.Id]],
                Lines = lines.Count,
                Changes = revision.Ordinal == 1 ? [] : RecordChanges.Between(before, lines),
                Digest = revision.Digest,
            });
            before = lines;
        }

        states.Reverse();
        return states;
    });

    private static string? SourceOf(RegisterSession session, RevisionOrigin? origin) => origin is null
        ? null
        : Words.Of("history.source", ("source", session.Trail.SourceName(origin.Source)), ("entry", origin.Item));
}
