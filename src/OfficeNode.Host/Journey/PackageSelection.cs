using System.Runtime.CompilerServices;
using OfficeNode.Core;
using OfficeNode.Standards.Rules;
using OfficeNode.Standards.Writers;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>A record that goes into a package, with all that its row and its members need.</summary>
public sealed record SelectedRecord(DossierId Dossier, RevisionId Revision, Digest Content, RecordToExport Export, WrittenRecord Written)
{
    // What ZIP headers and central directory add to each member, names included.
    private const int BytesPerMember = 300;

    /// <summary>What it adds to a package, in bytes; never less than it will be.</summary>
    public long Bytes => Written.DocumentBytes
        + Export.Images.Sum(image => image.Length)
        + (BytesPerMember * (Written.Documents.Count + Export.Images.Count));
}

/// <summary>A dossier that was left out of a package, and why (I10).</summary>
/// <param name="Reason">A stable word: a <see cref="GateReason"/>, <c>errors</c>, <c>refused</c>, <c>outstanding</c> or <c>damaged</c>.</param>
public sealed record SkippedRecord(DossierName Dossier, string Reason, IReadOnlyList<Finding> Findings)
{
    /// <summary>Tells it from others of the same name.</summary>
    public required DossierId Id { get; init; }
}

/// <summary>Chooses what a package may and must hold: past gate (I13), rules (I4), whitelist (I14), in the order of dossiers.</summary>
public sealed class PackageSelection
{
    private const int Step = 100;

    private readonly Node _node;
    private readonly PackageProfile _profile;
    private readonly RecordExporter _exporter;
    private readonly IPageImages _images;
    private readonly Validator _validator;
    private readonly List<SkippedRecord> _skipped = [];

    public PackageSelection(Node node, PackageProfile profile, RecordExporter exporter, IPageImages images, Validator validator)
    {
        _node = node;
        _profile = profile;
        _exporter = exporter;
        _images = images;
        _validator = validator;
    }

    /// <summary>Leaves out what the destination refused and nobody has mended since: unattended, it would go and be refused again every night.</summary>
    public bool LeavesRefused { get; init; }

    /// <summary>Whether twins that go there for the first time get their ordinals. Default yes; a look at what would leave gives none away.</summary>
    public bool AssignsTwins { get; init; } = true;

    /// <summary>Dossiers up to this one are passed over. Default: none.</summary>
    public DossierId After { get; init; }

    /// <summary>Told the last dossier of each step and how many it had, once all of them are selected or left out; false ends the selection there. Default null: it goes on.</summary>
    public Func<DossierId, int, bool>? Stepped { get; set; }

    /// <summary>What was left out so far.</summary>
    public IReadOnlyList<SkippedRecord> Skipped => _skipped;

    /// <summary>Notes a record that had to be taken out of a package again.</summary>
    public void Skip(SkippedRecord record) => _skipped.Add(record);

    /// <summary>What was left out since this was asked last: a look at a large register keeps no list.</summary>
    public IReadOnlyList<SkippedRecord> TakeSkipped()
    {
        IReadOnlyList<SkippedRecord> taken = [.. _skipped];
        _skipped.Clear();
        return taken;
    }

    /// <summary>All records for a scope; of <see cref="PackageScope.Updates"/> only what the destination does not have yet.</summary>
    public async IAsyncEnumerable<SelectedRecord> SelectAsync(PackageScope scope, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var sample = scope == PackageScope.Test ? new TestSample() : null;
        var last = After;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var views = _node.Register.Read(session => session.Dossiers.After(last, Step)
                .Select(dossier => View(session, dossier, scope))
                .ToList());
            foreach (var view in views)
            {
                if (await TakeAsync(view, scope, sample, cancellation) is { } record)
                {
                    sample?.Take(record.Export.Record);
                    yield return record;
                }
            }

            last = views.Count > 0 ? views[^1].Dossier : last;
            if (Stepped?.Invoke(last, views.Count) == false || views.Count < Step)
            {
                yield break;
            }
        }
    }

    private sealed record Candidate(DossierId Dossier, DossierView? Open, ExportState? State, int? Twin)
    {
        /// <summary>It goes as a delete: it was taken back, and the destination's schema knows one.</summary>
        public bool IsDelete { get; init; }
    }

    private Candidate View(RegisterSession session, Dossier dossier, PackageScope scope)
    {
        var nothing = new Candidate(dossier.Id, null, null, null);
        if (!_profile.Settings.Rights.Contains(dossier.Right))
        {
            return nothing;
        }

        var view = DossierView.Read(session, _node.Settings, _profile.Destination, _profile.Settings, dossier, _node.Today);
        var isDelete = scope == PackageScope.Updates
            && session.Retractions.Last(dossier.Id, _profile.Destination) is { Way: RetractionWay.Delete, SettledAt: null, Package: null };
        if (!view.Gate.IsOpen && !isDelete)
        {
            var finding = new Finding(JourneyFindings.GateClosed, Severity.Info) { Dossier = dossier.Name.ToString(), Found = view.Gate.Reason.ToString() };
            Skip(dossier, view.Gate.Reason.ToString(), [finding]);
            return nothing;
        }

        if (LeavesRefused && session.Exports.OpenRefusals(dossier.Id, _profile.Destination) is { Count: > 0 } refusals)
        {
            var name = dossier.Name.ToString();
            Skip(dossier, "refused", [.. refusals.Select(refusal => refusal.Finding with { Dossier = name })]);
            return nothing;
        }

        return new Candidate(dossier.Id, view, session.Exports.Of(dossier.Id, _profile.Destination), session.Twins.OrdinalOf(dossier.Id, _profile.Destination)) { IsDelete = isDelete };
    }

    private async Task<SelectedRecord?> TakeAsync(Candidate candidate, PackageScope scope, TestSample? sample, CancellationToken cancellation)
    {
        if (candidate.Open is not { } open || sample?.Wants(open.Revision.Record) == false)
        {
            return null;
        }

        var twin = candidate.Twin ?? (AssignsTwins ? AssignTwin(candidate.Dossier) : 1);
        return candidate.IsDelete
            ? await DeleteAsync(open, twin, cancellation)
            : await ExportAsync(open, scope, candidate.State, twin, cancellation);
    }

    private int AssignTwin(DossierId dossier) => _node.Register.Note(session => session.Twins.Assign(dossier, _profile.Destination));

    private void Skip(Dossier dossier, string reason, IReadOnlyList<Finding> findings) => Skip(new SkippedRecord(dossier.Name, reason, findings) { Id = dossier.Id });

    private Task<SelectedRecord?> DeleteAsync(DossierView view, int twin, CancellationToken cancellation)
    {
        var export = new RecordToExport
        {
            Dossier = view.Dossier.Name,
            Record = view.Revision.Record,
            Opened = [],
            Images = [],
            Operation = Operation.Delete,
            Twin = twin,
        };
        return WriteAsync(view, _exporter.ContentOf(view.Revision.Record, [], []), export, cancellation);
    }

    private async Task<SelectedRecord?> ExportAsync(DossierView view, PackageScope scope, ExportState? state, int twin, CancellationToken cancellation)
    {
        var content = _exporter.ContentOf(view.Revision.Record, view.Pages, view.Gate.Opened);
        if (scope != PackageScope.Test && (IsOutstanding(view, state, content, scope) || (scope == PackageScope.Updates && state?.ConfirmedContent == content)))
        {
            return null;
        }

        var judged = _validator.Validate(
            new Subject { Record = view.Revision.Record, Pages = view.Pages, Today = _node.Today }, _profile.Destination);
        if (Skipping(view, judged))
        {
            return null;
        }

        var export = new RecordToExport
        {
            Dossier = view.Dossier.Name,
            Record = view.Revision.Record,
            Opened = view.Gate.Opened,
            Images = [],
            Operation = state?.ConfirmedContent is null || scope == PackageScope.Test ? Operation.Insert : Operation.Update,
            Twin = twin,
        };
        return await ImagesAsync(view, cancellation) is { } images
            ? await WriteAsync(view, content, export with { Images = images }, cancellation)
            : null;
    }

    /// <summary>
    /// Whether an earlier package with the record is still on its way: its next one waits, or an answer would not tell which state it is about.
    /// It is listed, but for an update that would bring what is on its way already.
    /// </summary>
    private bool IsOutstanding(DossierView view, ExportState? state, Digest content, PackageScope scope)
    {
        if (state?.QueuedContent is not { } queued)
        {
            return false;
        }

        if (scope == PackageScope.Full || queued != content)
        {
            var finding = new Finding(JourneyFindings.Outstanding, Severity.Info) { Dossier = view.Dossier.Name.ToString() };
            Skip(view.Dossier, "outstanding", [finding]);
        }

        return true;
    }

    private async Task<IReadOnlyList<PackagedImage>?> ImagesAsync(DossierView view, CancellationToken cancellation)
    {
        var made = await Task.WhenAll(view.Pages.Select(page => _images.MakeAsync(page, cancellation)));
        var findings = view.Pages.Zip(made).SelectMany(pair => pair.Second.Findings.Select(finding => finding with
        {
            Dossier = view.Dossier.Name.ToString(),
            File = pair.First.Origin.Source,
            Path = $"{pair.First.Document} {pair.First.Sequence}",
        }));
        return Skipping(view, [.. findings]) ? null : [.. view.Pages.Zip(made).Select(pair => Describe(pair.First, pair.Second))];
    }

    /// <summary>A page with the image that it will be sent as.</summary>
    internal static PackagedImage Describe(Page page, FrameImage made) => new()
    {
        Document = page.Document,
        Sequence = page.Sequence,
        DesignNumber = page.DesignNumber,
        Master = page.Master,
        Frame = page.Frame,
        Turns = page.Turns,
        Derivative = made.Derivative,
        Facts = made.Facts ?? throw new InvalidOperationException("A page without an image has an error among its findings."),
    };

    private async Task<SelectedRecord?> WriteAsync(DossierView view, Digest content, RecordToExport export, CancellationToken cancellation)
    {
        var written = await _exporter.WriteAsync(export, cancellation);
        return Skipping(view, written.Findings) ? null : new SelectedRecord(view.Dossier.Id, view.Revision.Id, content, export, written);
    }

    private bool Skipping(DossierView view, IReadOnlyList<Finding> findings)
    {
        var errors = findings.Where(finding => finding.Severity == Severity.Error).ToList();
        if (errors.Count > 0)
        {
            Skip(view.Dossier, errors.Any(error => error.Rule == JourneyFindings.MasterDamaged) ? "damaged" : "errors", errors);
        }

        return errors.Count > 0;
    }
}
