using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Standards.Rules;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Kiosk.Register;

/// <summary>One dossier as a person looks at it: its current state, its pages, and what the rules say.</summary>
public sealed class DossierLook
{
    private readonly Node _node;

    private DossierLook(Node node, Dossier dossier, Revision revision, IReadOnlyList<Page> pages)
    {
        _node = node;
        Dossier = dossier;
        Revision = revision;
        Pages = pages;
        Lines = RecordLines.Of(revision.Record, withContacts: true);
        Findings = new ValidateJourney(node, new Validator(node.Rules)).Run([dossier], destination: null, progress: null).Findings;
    }

    public Dossier Dossier { get; }

    public Revision Revision { get; }

    /// <summary>In document and page order.</summary>
    public IReadOnlyList<Page> Pages { get; }

    public IReadOnlyList<RecordLine> Lines { get; }

    /// <summary>What the rules and the receivers say against the current state.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    public Record Record => Revision.Record;

    /// <summary>The first picture of the mark or of the design; null where there is none.</summary>
    public Page? Picture => Pages.FirstOrDefault(page => page.Document == DocumentCode.MarkImage || page.Document == DocumentCode.DesignViews);

    /// <summary>Null when there is no such dossier.</summary>
    public static DossierLook? Find(Node node, long id)
    {
        var read = node.Register.Read(session => session.Revisions.Current(new DossierId(id)) is { } revision
            ? (Dossier: session.Dossiers.Get(revision.Dossier), Revision: revision, Pages: session.Pages.Of(revision.Dossier))
            : default);
        return read.Revision is null ? null : new DossierLook(node, read.Dossier, read.Revision, read.Pages);
    }

    /// <summary>Reads more of it.</summary>
    public T Read<T>(Func<Storage.RegisterSession, T> work) => _node.Register.Read(work);

    /// <summary>The destinations for which an act opens it today.</summary>
    public IReadOnlyList<string> OpenFor() => Read(session => _node.Settings.Destinations
        .Where(destination => destination.Value.Rights.Contains(Dossier.Right))
        .Where(destination => DossierView.Read(session, _node.Settings, destination.Key, destination.Value, Dossier, _node.Today).Gate.IsOpen)
        .Select(destination => destination.Key)
        .Order(StringComparer.Ordinal)
        .ToList());

    /// <summary>The line that a finding is about; null where it is about none.</summary>
    public RecordLine? LineOf(Finding finding) => LineOf(finding.Path);

    /// <summary>The finding with its place in the reader's words: as the line that shows it is labelled.</summary>
    public Finding Named(Finding finding) => LineOf(finding) is { } line ? finding with { Path = line.Label } : RecordPlaces.Named(finding);

    /// <summary>The line that shows a place of the record; null where none does.</summary>
    public RecordLine? LineOf(string? path) => path is null ? null : Lines
        .Where(line => path.StartsWith(line.Path, StringComparison.Ordinal) || line.Path.StartsWith(path, StringComparison.Ordinal))
        .OrderByDescending(line => line.Path == path)
        .ThenByDescending(line => path.StartsWith(line.Path, StringComparison.Ordinal) ? line.Path.Length : 0)
        .FirstOrDefault();
}
