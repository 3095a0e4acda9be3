using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Keying;
using OfficeNode.Standards.Readers;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>Keys entries in the name of one person: makes them, shows them, takes what is typed, and says when they are done.</summary>
/// <remarks>
/// Thread-safe. Every step is one transaction, and nothing is kept in memory between two of them. Whatever is refused leaves the entry as it was. Autosave is
/// no entry of the audit log; handing over, done, correcting and dropping are.
/// </remarks>
public sealed class KeyingJourney
{
    private const int MostDue = 500;

    private static readonly IReadOnlyList<EntryState> ToKey = [EntryState.Keying, EntryState.SentBack, EntryState.Second, EntryState.Settling];

    private readonly Node _node;
    private readonly string _author;
    private readonly EntryAccess _access;
    private readonly EntryJudge _judge;

    /// <param name="author">The login name of who keys.</param>
    public KeyingJourney(Node node, string author)
    {
        _node = node;
        _author = author;
        _access = new EntryAccess(node, author);
        _judge = new EntryJudge(node);
    }

    /// <summary>Ends the arranging of a batch and makes its drafts entries.</summary>
    /// <returns>Why it was not done; empty when it was.</returns>
    public IReadOnlyList<Finding> HandOver(BatchId batch) => new HandingOver(_node, _author).Run(batch);

    /// <summary>Lets a batch be arranged again, while nobody has keyed anything of it.</summary>
    /// <returns>Why it was not done; empty when it was.</returns>
    public IReadOnlyList<Finding> TakeBack(BatchId batch) => new HandingOver(_node, _author).TakeBack(batch);

    /// <summary>The entry by which a dossier is corrected: the open one where there is one, else a new one.</summary>
    public EntryAnswer Correct(Dossier dossier)
    {
        if (_node.Register.Read(session => session.Entries.OpenOf(dossier.Id)) is [var open, ..])
        {
            return new EntryAnswer(open.Id, []);
        }

        var id = _node.Register.Write(new Deed(_author, "entry correct", dossier.Name.ToString()), session => session.Entries.OpenOf(dossier.Id) is [var other, ..]
            ? other.Id
            : EntryMaker.OfDossier(session, session.Dossiers.Get(dossier.Id), _author, _node.Time.GetUtcNow()));
        return new EntryAnswer(id, []);
    }

    /// <summary>The field of an entry that a place leads to: a place of its record, as findings name it, or an element of a document. Null where its form has none for it.</summary>
    public (string Path, int Item)? FieldOf(EntryId id, string place) => _node.Register.Read<(string, int)?>(session =>
        session.Entries.Get(id) is { } entry && _judge.Lead(session, entry, new Finding(KeyingFindings.Field, Severity.Info) { Path = place }) is { Path: { } path } lead ? (path, lead.Item) : null);

    /// <summary>What this person can key, in the order in which it is due, without what others hold now.</summary>
    public IReadOnlyList<Entry> Due(int most)
    {
        foreach (var batch in _node.Register.Read(session => session.Batches.HalfHandedOver()))
        {
            new HandingOver(_node, _author).GoOn(batch);
        }

        return _node.Register.Read(session => session.Entries.Due(ToKey, MostDue)
            .Where(entry => _access.Against(session, entry) is null)
            .Take(most)
            .ToList());
    }

    /// <summary>The entry to key next, behind the one just left; null when there is none.</summary>
    public EntryId? Next(EntryId? after = null)
    {
        var due = Due(MostDue);
        return (due.FirstOrDefault(entry => entry.Id != after && entry.State == EntryState.SentBack) ?? due.FirstOrDefault(entry => entry.Id != after))?.Id;
    }

    /// <summary>What others hold now, in the order in which it is due.</summary>
    public IReadOnlyList<Entry> HeldByOthers(int most) => _node.Register.Read(session =>
        session.Entries.Due(ToKey, MostDue).Where(entry => _access.HolderOf(entry) is not null).Take(most).ToList());

    /// <summary>The pages of an entry, without taking it into one's hands; empty where there is none of that name.</summary>
    public IReadOnlyList<EntryPage> PagesOf(EntryId id) => _node.Register.Read(session => session.Entries.Get(id) is { } entry ? EntryPages.Of(session, entry) : []);

    /// <summary>Takes an entry into one's hands and shows it; where another person holds it, it is shown to be read. Null when there is none of that name.</summary>
    public EntryView? Open(EntryId id)
    {
        new EntryFill(_node).Run(id);
        _node.Register.Note(session =>
        {
            if (session.Entries.Get(id) is { } entry && _access.Against(session, entry) is null)
            {
                _access.Hold(session, entry);
            }
        });
        return View(id);
    }

    /// <summary>Shows an entry as it is now, and gives a sign of life of who holds it: what an open page does every 20 s. Null when there is none of that name.</summary>
    public EntryView? Look(EntryId id)
    {
        new EntryFill(_node).Run(id);
        if (_node.Register.Read(session => session.Entries.Get(id)) is { Claim: { } claim } && _access.IsAuthor(claim.Person))
        {
            _node.Register.Note(session =>
            {
                if (session.Entries.Get(id) is { Claim: { } still } entry && _access.IsAuthor(still.Person) && _access.Against(session, entry) is null)
                {
                    session.Entries.See(id);
                }
            });
        }

        return View(id);
    }

    /// <summary>Shows an entry and changes nothing; null when there is none of that name.</summary>
    public EntryView? View(EntryId id) => _node.Register.Read(session => session.Entries.Get(id) is { } entry ? ViewOf(session, entry) : null);

    /// <summary>Keeps what a person typed, emptied or confirmed. Values that stand as they are given change nothing.</summary>
    /// <param name="version">Of the entry as it was seen.</param>
    public KeyingAnswer Save(EntryId id, long version, IReadOnlyList<KeyedValue> values) =>
        Change(id, version, (session, entry) => new EntryWriter(_node, _author).Put(session, entry, values));

    /// <summary>Says what the pages of an entry are.</summary>
    /// <param name="pages">Numbers within the entry.</param>
    public KeyingAnswer SetDocument(EntryId id, long version, IReadOnlyList<int> pages, DocumentCode document) => Change(id, version, (session, entry) =>
        EntryWriter.OnPages(session, entry, pages, page => session.EntryPages.SetDocument(id, page.Number, document)));

    /// <summary>Turns pages of an entry by quarters to the right, from how they are shown.</summary>
    public KeyingAnswer Turn(EntryId id, long version, IReadOnlyList<int> pages, int quarters) => Change(id, version, (session, entry) =>
        EntryWriter.OnPages(session, entry, pages, page => session.EntryPages.SetTurns(id, page.Number, (page.Turns + (quarters % 4) + 4) % 4)));

    /// <summary>Says which right an entry is about; what is keyed stays, though the other form may not show it.</summary>
    public KeyingAnswer SetRight(EntryId id, long version, Right right) => Change(id, version, (session, entry) =>
    {
        if (entry.Dossier is not null || entry.State is EntryState.Second or EntryState.Settling)
        {
            return [new Finding(KeyingFindings.State, Severity.Error) { Found = id.Value }];
        }

        session.Entries.SetRight(id, right);
        session.EntryValues.ClearRead(id);
        session.Entries.SetTexts(id, "");
        return [];
    });

    /// <summary>Draws, moves or confirms a part of a page that becomes a page of its own at release.</summary>
    /// <param name="crop">With the number of the one it replaces, or 0 for a new one.</param>
    public KeyingAnswer SetCrop(EntryId id, long version, EntryCrop crop) => Change(id, version, (session, entry) => EntryWriter.PutCrop(session, entry, crop));

    /// <summary>Takes a part of a page away again.</summary>
    public KeyingAnswer RemoveCrop(EntryId id, long version, int number) => Change(id, version, (session, _) =>
    {
        session.EntryPages.RemoveCrop(id, number);
        return [];
    });

    /// <summary>What is odd or wrong in an entry now, by field.</summary>
    public IReadOnlyList<FormFinding> Judge(EntryId id) => _node.Register.Read(session => session.Entries.Get(id) is { } entry ? _judge.Judge(session, entry).Findings : []);

    /// <summary>Says that an entry is done: it goes on to the second keying, to settling, or to release.</summary>
    /// <param name="remark">Why it goes on in spite of errors; null where it has none, or to be told of them.</param>
    public KeyingAnswer Done(EntryId id, long version, string? remark) => new EntryDone(_node, _author, _access, _judge).Run(id, version, remark);

    /// <summary>Lets go of an entry; the next one may take it.</summary>
    public void Leave(EntryId id) => _node.Register.Note(session =>
    {
        if (session.Entries.Get(id) is { Claim: { } claim } && _access.IsAuthor(claim.Person))
        {
            session.Entries.LetGo(id);
        }
    });

    /// <summary>Gives an entry up, with a reason. Nothing of it is deleted.</summary>
    /// <returns>Why it was not done; empty when it was.</returns>
    public IReadOnlyList<Finding> Drop(EntryId id, string reason)
    {
        if (reason.Trim() is not { Length: > 0 and <= KeyingLimits.LongestRemark } why)
        {
            return [new Finding(KeyingFindings.RemarkMissing, Severity.Error) { Path = "remark" }];
        }

        return _node.Register.TryWrite(new Deed(_author, "entry drop", id.Value), session =>
        {
            if (AgainstDropping(session, session.Entries.Get(id), id) is { } against)
            {
                return [against];
            }

            session.Entries.SetRemark(id, why, _author);
            session.Entries.Move(id, EntryState.Dropped, TextLevel.Raw);
            return [];
        });
    }

    /// <summary>Lets an entry go before others, or not any more.</summary>
    public void Hurry(EntryId id, bool hurried) => _node.Register.Note(session => session.Entries.SetHurried(id, hurried));

    /// <summary>Names of parties in the register that begin so, in any spelling.</summary>
    public IReadOnlyList<string> Names(string prefix, int most) => _node.Register.Read(session => session.Search.NamesFrom(prefix, most));

    /// <summary>Codes of a classification that the register has and that begin with a text, in capitals or not.</summary>
    public IReadOnlyList<string> Classes(ClassScheme scheme, string prefix, int most) =>
        _node.Register.Read(session => session.Search.ClassesFrom(scheme, prefix.TrimStart().ToUpperInvariant(), most));

    /// <summary>What this person keyed last of a right and said was done: what ditto repeats. Empty where there is nothing.</summary>
    public IReadOnlyList<EntryValue> Last(Right right) => _node.Register.Read(session =>
        session.Entries.LastKeyed(_author, right) is { } last ? session.EntryValues.Of(last, KeyingPass.First) : []);

    private KeyingAnswer Change(EntryId id, long version, Func<RegisterSession, Entry, IReadOnlyList<Finding>> work)
    {
        var refused = _node.Register.Note<IReadOnlyList<Finding>>(session => session.Entries.Get(id) is not { } entry ? [Unknown(id)]
            : _access.Against(session, entry) is { } against ? [against]
            : entry.Version != version ? [new Finding(KeyingFindings.Changed, Severity.Error) { Found = id.Value }]
            : Settle(session, entry, work));
        return _node.Register.Read(session => session.Entries.Get(id) is { } entry
            ? new KeyingAnswer(entry.Version, refused, entry.State == EntryState.Second ? [] : _judge.Judge(session, entry).Findings)
            : new KeyingAnswer(0, refused, []));
    }

    private IReadOnlyList<Finding> Settle(RegisterSession session, Entry entry, Func<RegisterSession, Entry, IReadOnlyList<Finding>> work)
    {
        var refused = work(session, entry);
        if (refused.Count == 0)
        {
            _access.Hold(session, entry);
        }

        return refused;
    }

    private Finding? AgainstDropping(RegisterSession session, Entry? entry, EntryId id) => entry switch
    {
        null => Unknown(id),
        { State: EntryState.Released or EntryState.Dropped } => new Finding(KeyingFindings.State, Severity.Error) { Found = id.Value },
        { Volume: not null } => new Finding(KeyingFindings.State, Severity.Error) { Found = id.Value },   // its folio takes it out, so that its rows go with it
        _ when session.Samples.OpenWith(id) is not null => new Finding(KeyingFindings.InSample, Severity.Error) { Found = id.Value },
        _ when _access.HolderOf(entry) is { } holder => _access.HeldBy(session, holder),
        _ => null,
    };

    private EntryView ViewOf(RegisterSession session, Entry entry)
    {
        var form = Form.Of(entry.Right);
        var pass = entry.State switch
        {
            EntryState.Second => KeyingPass.Second,
            EntryState.Settling => KeyingPass.Settled,
            _ => KeyingPass.First,
        };
        IReadOnlyList<KeyingDifference> differences = pass == KeyingPass.Settled ? DoubleKeying.Differences(session, _node.Settings, entry) : [];
        var twice = DoubleKeying.FieldsOf(_node.Settings, entry.Right);
        var judged = pass == KeyingPass.First ? _judge.Judge(session, entry) : null;
        return new EntryView
        {
            Entry = entry,
            Pass = pass,
            Fields = pass switch
            {
                KeyingPass.Second => twice,
                KeyingPass.Settled => [.. twice.Where(field => differences.Any(difference => difference.Path == field.Path))],
                _ => form.Fields,
            },
            Values = session.EntryValues.Of(entry.Id, pass),
            Differences = differences,
            Pages = EntryPages.Of(session, entry),
            Crops = session.EntryPages.Crops(entry.Id),
            Region = entry.Volume is null ? null : RegionOf(session, entry),
            Findings = judged?.Findings ?? [],
            Refusals = judged?.Refusals ?? [],
            Holder = _access.HolderOf(entry),
            Refusal = _access.Against(session, entry),
        };
    }

    private static EntryRegion? RegionOf(RegisterSession session, Entry entry)
    {
        var pages = session.EntryPages.Of(entry.Id);
        return session.FolioRows.PlacesOf(entry.Id)
            .Select(place => (place.Row.Region, Folio: entry.Volume is { } volume ? session.Volumes.FolioAt(volume, place.Folio) : null))
            .Select(place => place is { Region: { } box, Folio: { } folio } && pages.FirstOrDefault(page => page.BatchNumber == folio.BatchPage) is { } page ? new EntryRegion(page.Number, box) : null)
            .FirstOrDefault(region => region is not null);
    }

    private static Finding Unknown(EntryId id) => new(KeyingFindings.Unknown, Severity.Error) { Found = id.Value };
}
