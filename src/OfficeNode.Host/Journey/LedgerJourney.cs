using OfficeNode.Core;
using OfficeNode.Core.Keying;
using OfficeNode.Core.Ledgers;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>Keys bound registers and index cards in the name of one person: volumes, their folios, and the rows on them.</summary>
/// <remarks>
/// Thread-safe. Every step is one transaction, and nothing is kept in memory between two of them. A row's record is an entry like any other: it goes on to
/// second keying, release and samples with those of dossiers. Autosave is no entry of the audit log; declaring and saying that a folio is done are.
/// </remarks>
public sealed class LedgerJourney
{
    /// <summary>Rows that came from other folios are numbered from here on, so that they never take the number of a row that somebody is typing.</summary>
    public const int FirstJoined = 100_000;

    private const int MostBatches = 200;
    private const int NumbersBefore = 2;

    private readonly Node _node;
    private readonly string _author;
    private readonly FolioAccess _folios;
    private readonly EntryAccess _entries;
    private readonly EntryJudge _judge;

    /// <param name="author">The login name of who keys.</param>
    public LedgerJourney(Node node, string author)
    {
        _node = node;
        _author = author;
        _folios = new FolioAccess(node, author);
        _entries = new EntryAccess(node, author);
        _judge = new EntryJudge(node);
    }

    private FolioRowActs Rows => new(_author, _entries);

    /// <summary>All volumes, the newest first, with how far each is.</summary>
    public IReadOnlyList<VolumeSummary> Volumes() => _node.Register.Read(session => session.Volumes.All());

    /// <summary>Batches that can be declared volumes: scanned to their end, and not handed over.</summary>
    public IReadOnlyList<BatchSummary> Batches() => _node.Register.Read(session =>
        session.Batches.Newest(MostBatches).Where(batch => batch.Batch is { Ended: not null, HandedOver: null }).ToList());

    /// <summary>Makes a batch a volume.</summary>
    public VolumeAnswer Declare(NewVolume volume) => new VolumeDeclaration(_node, _author).Run(volume);

    /// <summary>Takes a folio into one's hands and shows it; where another person holds it, it is shown to be read. Null when there is none.</summary>
    public FolioView? Open(VolumeId volume, int folio)
    {
        _node.Register.Note(session =>
        {
            if (session.Volumes.FolioAt(volume, folio) is { } found && _folios.Against(session, found) is null)
            {
                _folios.Hold(session, found);
            }
        });
        return View(volume, folio);
    }

    /// <summary>Shows a folio as it is now, and gives a sign of life of who holds it. Null when there is none.</summary>
    public FolioView? Look(VolumeId volume, int folio)
    {
        _node.Register.Note(session =>
        {
            if (session.Volumes.FolioAt(volume, folio) is { Claim: { } claim } found && _folios.IsAuthor(claim.Person))
            {
                _folios.Hold(session, found);
            }
        });
        return View(volume, folio);
    }

    /// <summary>Shows a folio and changes nothing; null when there is none.</summary>
    public FolioView? View(VolumeId volume, int folio) => _node.Register.Read(session =>
        session.Volumes.Get(volume) is { } known && session.Volumes.FolioAt(volume, folio) is { } found ? ViewOf(session, known, found) : null);

    /// <summary>The folio to key next; null when none is left that nobody else holds.</summary>
    /// <param name="after">The folio just left; 0 to begin.</param>
    public int? Next(VolumeId volume, int after) => _node.Register.Read(session => session.Volumes.Next(volume, after, _author, _node.Time.GetUtcNow() - Claim.Longest));

    /// <summary>The place of the first folio on which this is written; null when it is on none.</summary>
    public int? Labelled(VolumeId volume, string label) => _node.Register.Read(session => session.Volumes.Labelled(volume, label));

    /// <summary>Keeps what was typed into cells.</summary>
    public FolioAnswer Save(VolumeId volume, int folio, IReadOnlyList<CellChange> changes) => _node.Register.Note(session =>
    {
        var found = session.Volumes.FolioAt(volume, folio);
        if (_folios.Against(session, found) is { } against)
        {
            return new FolioAnswer([against], [], []);
        }

        if (found is null || session.Volumes.Get(volume) is not { } known)
        {
            return new FolioAnswer([new Finding(LedgerFindings.Unknown, Severity.Error)], [], []);
        }

        _folios.Hold(session, found);
        return new FolioWriter(_node, _author, _entries).Put(session, known, found, changes);
    });

    /// <summary>Adds an empty row before another.</summary>
    /// <param name="row">The new row, or the other one where that is empty; 0 where it was refused.</param>
    public IReadOnlyList<Finding> Insert(VolumeId volume, int folio, int before, out int row)
    {
        var added = 0;
        var refused = Change(volume, folio, (session, found) =>
        {
            added = FolioRowActs.Insert(session, found, before);
            return [];
        });
        row = added;
        return refused;
    }

    /// <summary>Takes a row out of a folio. Where its record stands on no other one, the record is dropped; both can be taken up again.</summary>
    public IReadOnlyList<Finding> Take(VolumeId volume, int folio, int row, string reason) =>
        Change(volume, folio, (session, found) => Rows.Take(session, found, row, reason));

    /// <summary>Takes the row up again that was taken out last, with its record.</summary>
    /// <param name="row">The row; 0 where there was none.</param>
    public IReadOnlyList<Finding> Restore(VolumeId volume, int folio, out int row)
    {
        var restored = 0;
        var refused = Change(volume, folio, (session, found) =>
        {
            (restored, var findings) = Rows.Restore(session, found);
            return findings;
        });
        row = restored;
        return refused;
    }

    /// <summary>Lets the record of a row go on on another folio.</summary>
    /// <param name="label">What is written on that folio; empty for the one that follows.</param>
    public IReadOnlyList<Finding> Continue(VolumeId volume, int folio, int row, string label) =>
        Change(volume, folio, (session, found) => Rows.Continue(session, found, row, label));

    /// <summary>Says what is written on a folio; those behind it count on from there.</summary>
    /// <param name="label">Empty to let it count on again.</param>
    public IReadOnlyList<Finding> SetLabel(VolumeId volume, int folio, string label) => Change(volume, folio, (session, _) =>
    {
        if (label.Trim().Length > LedgerLimits.LongestName)
        {
            return [new Finding(LedgerFindings.LabelForm, Severity.Error) { Path = "label", Found = label, Expected = $"{LedgerLimits.LongestName}" }];
        }

        session.Volumes.SetLabel(volume, folio, label.Trim() is { Length: > 0 } said ? said : null);
        return [];
    });

    /// <summary>Says that a folio is done: each of its records that goes on on no later folio moves on, to the second keying or to release.</summary>
    /// <param name="remark">Why records with errors go on; null where there are none, or to be told of them.</param>
    public FolioDoneAnswer Done(VolumeId volume, int folio, string? remark)
    {
        if (View(volume, folio) is not { } view || view.Refusal is not null)
        {
            return new FolioDoneAnswer([new Finding(LedgerFindings.Unknown, Severity.Error)], []);
        }

        var left = new List<CellFinding>();
        foreach (var row in view.Rows.Where(row => row is { MayEdit: true, After.Count: 0 }))
        {
            if (row.Entry is { } entry)
            {
                left.AddRange(Done(row.Row.Row, entry, remark));
            }
        }

        var refused = left.Count > 0 ? [] : _node.Register.TryWrite(new Deed(_author, "folio done", $"{volume} {view.Folio.Label}"), session =>
        {
            if (_folios.Against(session, session.Volumes.FolioAt(volume, folio)) is { } against)
            {
                return [against];
            }

            session.Volumes.SetDone(volume, folio, _author);
            session.Volumes.LetGo(volume, folio);
            return [];
        });
        return new FolioDoneAnswer(refused, left);
    }

    /// <summary>Lets go of a folio; the next one may take it.</summary>
    public void Leave(VolumeId volume, int folio) => _node.Register.Note(session =>
    {
        if (session.Volumes.FolioAt(volume, folio) is { Claim: { } claim } && _folios.IsAuthor(claim.Person))
        {
            session.Volumes.LetGo(volume, folio);
        }
    });

    /// <summary>Where the records of a dossier stand in volumes, as far as they were released.</summary>
    public IReadOnlyList<LedgerPlace> PlacesOf(DossierId dossier) => _node.Register.Read(session => session.FolioRows.EntriesOf(dossier).SelectMany(entry => PlacesOf(session, entry)).ToList());

    private static IEnumerable<LedgerPlace> PlacesOf(RegisterSession session, EntryId entry)
    {
        var pages = session.EntryPages.Of(entry);
        foreach (var (number, row) in session.FolioRows.PlacesOf(entry))
        {
            if (session.Entries.Get(entry) is { Volume: { } id } && session.Volumes.Get(id) is { } volume && session.Volumes.FolioAt(id, number) is { } folio)
            {
                yield return new LedgerPlace(volume, folio, row, pages.FirstOrDefault(page => page.BatchNumber == folio.BatchPage)?.Filed);
            }
        }
    }

    private IReadOnlyList<CellFinding> Done(int row, Entry entry, string? remark)
    {
        var answer = new EntryDone(_node, _author, _entries, _judge).Run(entry.Id, entry.Version, remark);
        return
        [
            .. answer.Refused.Select(finding => new CellFinding(row, finding.Path, finding)),
            .. answer.IsDone ? [] : answer.Findings.Where(found => found.Finding.Severity == Severity.Error).Select(found => new CellFinding(row, found.Path, found.Finding)),
        ];
    }

    private IReadOnlyList<Finding> Change(VolumeId volume, int folio, Func<RegisterSession, Folio, IReadOnlyList<Finding>> work) => _node.Register.Note(session =>
    {
        var found = session.Volumes.FolioAt(volume, folio);
        if (_folios.Against(session, found) is { } against)
        {
            return [against];
        }

        if (found is null)
        {
            return [new Finding(LedgerFindings.Unknown, Severity.Error)];
        }

        _folios.Hold(session, found);
        return work(session, found);
    });

    private FolioView ViewOf(RegisterSession session, Volume volume, Folio folio)
    {
        var columns = Volume.ColumnsOf(volume.Right).Where(field => volume.Columns.Contains(field.Path)).OrderBy(field => volume.Columns.ToList().IndexOf(field.Path)).ToList();
        var number = columns.Find(field => field.Kind == FieldKind.Number);
        return new FolioView
        {
            Volume = volume,
            Folio = folio,
            Count = session.Volumes.CountFolios(volume.Id),
            Columns = columns,
            Rows = [.. session.FolioRows.Of(volume.Id, folio.Number).Select(row => RowOf(session, volume, folio, row))],
            NextRow = session.FolioRows.NextRow(volume.Id, folio.Number, FirstJoined),
            NumbersBefore = number is null ? [] : session.FolioRows.Before(volume.Id, folio.Number, number.Path, NumbersBefore),
            NextLabel = session.Volumes.FolioAt(volume.Id, folio.Number + 1)?.Label,
            HasTaken = session.FolioRows.LastTaken(volume.Id, folio.Number) is not null,
            Holder = _folios.HolderOf(folio),
            Refusal = _folios.Against(session, folio),
        };
    }

    private FolioRowView RowOf(RegisterSession session, Volume volume, Folio folio, FolioRow row)
    {
        if (row.Entry is not { } id || session.Entries.Get(id) is not { } entry)
        {
            return new FolioRowView { Row = row };
        }

        var others = session.FolioRows.PlacesOf(id).Select(place => place.Folio).Where(number => number != folio.Number).ToList();
        return new FolioRowView
        {
            Row = row,
            Entry = entry,
            Values = session.EntryValues.Of(id, KeyingPass.First),
            Findings = _judge.Judge(session, entry).Findings,
            Before = LabelsOf(session, volume, others.Where(number => number < folio.Number)),
            After = LabelsOf(session, volume, others.Where(number => number > folio.Number)),
            Refusal = Rows.Against(session, entry),
        };
    }

    private static IReadOnlyList<string> LabelsOf(RegisterSession session, Volume volume, IEnumerable<int> folios) =>
        [.. folios.Select(number => session.Volumes.FolioAt(volume.Id, number)?.Label).OfType<string>()];
}
