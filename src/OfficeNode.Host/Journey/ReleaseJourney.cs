using OfficeNode.Capture;
using OfficeNode.Core;
using OfficeNode.Core.Keying;
using OfficeNode.Storage;

namespace OfficeNode.Host.Journey;

/// <summary>Releases entries into the register in the name of one person, or sends them back. The one way by which what was keyed becomes a revision (I3).</summary>
/// <remarks>Thread-safe. Dossier, pages, revision and the note of who released it are one transaction; whatever is refused leaves everything as it was.</remarks>
public sealed class ReleaseJourney
{
    // Behind so many of one's own entries nobody looks for another's.
    private const int MostLookedThrough = 200;

    private readonly Node _node;
    private readonly string _author;
    private readonly EntryJudge _judge;
    private readonly EntryCrops _crops;
    private readonly SpoiledValues _spoiled;

    /// <param name="author">The login name of who releases.</param>
    /// <param name="converter">Cuts marks and views out of pages.</param>
    public ReleaseJourney(Node node, string author, ImageConverter converter)
    {
        _node = node;
        _author = author;
        _judge = new EntryJudge(node);
        _crops = new EntryCrops(node, converter);
        _spoiled = new SpoiledValues(node);
    }

    /// <summary>What waits for release, hurried entries first, then the oldest, each with how much is found in it.</summary>
    public IReadOnlyList<WaitingEntry> Waiting(int most) => _node.Register.Read(session => session.Entries.In(EntryState.Waiting, most).Select(entry =>
    {
        var findings = _judge.Judge(session, entry).Findings;
        return new WaitingEntry(
            entry,
            findings.Count(found => found.Finding.Severity == Severity.Error),
            findings.Count(found => found.Finding.Severity == Severity.Warning));
    }).ToList());

    public long CountWaiting() => _node.Register.Read(session => session.Entries.CountIn(EntryState.Waiting));

    /// <summary>The entry that this person can look at after one; null when nothing else waits for them.</summary>
    public EntryId? Next(EntryId after) => _node.Register.Read(session => session.Entries.In(EntryState.Waiting, MostLookedThrough)
        .FirstOrDefault(entry => entry.Id != after && !OwnWork(entry).Any() && session.Samples.OpenWith(entry.Id) is null)?.Id);

    /// <summary>An entry that waits, as release shows it; null when there is none of that name, or it does not wait.</summary>
    public ReleaseView? Open(EntryId id)
    {
        _spoiled.Draw(id);
        return _node.Register.Read(session => session.Entries.Get(id) is { State: EntryState.Waiting } entry ? ViewOf(session, entry) : null);
    }

    /// <summary>Makes the entry a revision of the register, with its pages.</summary>
    /// <param name="version">Of the entry as it was seen.</param>
    public async Task<ReleaseAnswer> ReleaseAsync(EntryId id, long version, CancellationToken cancellation)
    {
        var pictures = await _crops.MakeAsync(id, cancellation);
        if (pictures.Findings.Count > 0)
        {
            return new ReleaseAnswer(null, pictures.Findings);
        }

        DossierId dossier = default;
        var refused = _node.Register.TryWrite(new Deed(_author, "release", id.Value), session =>
        {
            if (session.Entries.Get(id) is not { } entry)
            {
                return [Unknown(id)];
            }

            var judged = _judge.Judge(session, entry);
            var against = entry.Version != version ? [new Finding(KeyingFindings.Changed, Severity.Error) { Found = id.Value }] : Against(session, entry, judged);
            if (against.Count == 0)
            {
                dossier = new EntryFiling(_author).File(session, entry, judged, pictures, sample: null);
            }

            return against;
        });
        return new ReleaseAnswer(refused.Count == 0 ? _node.Register.Read(session => session.Dossiers.Get(dossier)) : null, refused);
    }

    /// <summary>Sends an entry back to be keyed again, with a remark that says what is wrong.</summary>
    /// <returns>Why it was not done, or that what was found had been spoiled on purpose; empty when it went back.</returns>
    /// <param name="fields">The paths that the remark is about; may be empty.</param>
    public IReadOnlyList<Finding> SendBack(EntryId id, string remark, IReadOnlyList<string> fields)
    {
        if (remark.Trim() is not { Length: > 0 and <= KeyingLimits.LongestRemark } why)
        {
            return [new Finding(KeyingFindings.RemarkMissing, Severity.Error) { Path = "remark" }];
        }

        if (_spoiled.Notice(id, fields) is { } noticed)
        {
            return [noticed];
        }

        return _node.Register.TryWrite(new Deed(_author, "send back", id.Value), session =>
        {
            if (session.Entries.Get(id) is not { } entry)
            {
                return [Unknown(id)];
            }

            if (AgainstAll(session, entry) is { } against)
            {
                return [against];
            }

            session.Entries.SetRemark(id, why, _author);
            session.Entries.Move(id, EntryState.SentBack, entry.Level);
            Renew(session, entry);
            return [];
        });
    }

    /// <summary>How accurate keying and checking were since a time.</summary>
    public AccuracyReport Accuracy(DateTimeOffset since) => _node.Register.Read(session =>
        new AccuracyReport(session.Accuracy.Differences(since), session.Accuracy.Noticed(since), session.Accuracy.SampledWrong(since)));

    /// <summary>What the dossier has by now takes the place of what it had, where nobody changed it.</summary>
    private void Renew(RegisterSession session, Entry entry)
    {
        if (entry.Dossier is { } dossier && session.Dossiers.Get(dossier).Revision is var current && current != entry.Base)
        {
            session.EntryValues.ClearKept(entry.Id);
            session.Entries.Bind(entry.Id, dossier, current);
            EntryMaker.Keep(session, entry.Id, entry.Right, session.Revisions.Get(current).Record, _node.Time.GetUtcNow());
        }
    }

    private IReadOnlyList<Finding> Against(RegisterSession session, Entry entry, JudgedEntry judged)
    {
        if (AgainstAll(session, entry) is { } against)
        {
            return [against];
        }

        return [.. EntryFiling.Against(session, entry, judged), .. OwnWork(entry)];
    }

    /// <summary>What speaks against doing anything with an entry here by itself; null when nothing does.</summary>
    private static Finding? AgainstAll(RegisterSession session, Entry entry) =>
        entry.State != EntryState.Waiting ? new Finding(KeyingFindings.State, Severity.Error) { Found = entry.Id.Value }
        : session.Samples.OpenWith(entry.Id) is not null ? new Finding(KeyingFindings.InSample, Severity.Error) { Found = entry.Id.Value }
        : null;

    private IEnumerable<Finding> OwnWork(Entry entry) =>
        !_node.Settings.Keying.OwnRelease && string.Equals(entry.KeyedBy, _author, StringComparison.OrdinalIgnoreCase)
            ? [new Finding(KeyingFindings.OwnRelease, Severity.Error) { Found = entry.Id.Value }]
            : [];

    private ReleaseView ViewOf(RegisterSession session, Entry entry)
    {
        var judged = _judge.Judge(session, entry);
        var sample = session.Samples.OpenWith(entry.Id);
        return new ReleaseView
        {
            Entry = entry,
            Fields = ReleaseFields.Of(session, entry, judged.Findings),
            Pages = EntryPages.Of(session, entry),
            Crops = session.EntryPages.Crops(entry.Id),
            Findings = [.. judged.Findings.Where(found => found.Path is null).Select(found => found.Finding)],
            Refused = sample is null ? Against(session, entry, judged) : [],
            Dossier = entry.Dossier is { } dossier ? session.Dossiers.Get(dossier) : null,
            Sample = sample,
        };
    }

    private static Finding Unknown(EntryId id) => new(KeyingFindings.Unknown, Severity.Error) { Found = id.Value };
}
