using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Keying;
using OfficeNode.Standards.Readers;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>Makes entries within a transaction: of a draft, of a dossier that somebody corrects, of a reception.</summary>
internal static class EntryMaker
{
    // What a form says it is; a draft without a form is a patent until somebody says otherwise.
    private static readonly Dictionary<string, Right> Forms = new(StringComparer.Ordinal)
    {
        ["APP"] = Right.Patent,
        ["TMA"] = Right.Trademark,
        ["GDS"] = Right.Trademark,
        ["MRK"] = Right.Trademark,
        ["DSA"] = Right.Design,
        ["VIE"] = Right.Design,
    };

    /// <summary>Makes an entry of a draft, or gives the draft's pages to the entry that the counter made for its number.</summary>
    public static EntryId OfDraft(RegisterSession session, BatchIdentity batch, DraftDossier draft, string author, DateTimeOffset now)
    {
        var right = draft.Name?.Right ?? RightOf(draft);
        var id = draft.Name is { } name && session.Entries.Received(right, name.Number) is { } received ? Adopt(session, received.Id, batch, name) : Make(session, batch, draft, right, author, now);
        var number = 0;
        foreach (var document in draft.Documents)
        {
            foreach (var page in document.Pages)
            {
                session.EntryPages.Add(id, batch.Batch, new NewEntryPage(++number, page.Page.Number, document.Code, page.Turns, page.IsBlank));
            }
        }

        return id;
    }

    /// <summary>Makes an entry that corrects a dossier.</summary>
    public static EntryId OfDossier(RegisterSession session, Dossier dossier, string author, DateTimeOffset now)
    {
        var id = session.Entries.Make(new NewEntry { Right = dossier.Right, Author = author, Dossier = dossier.Id, Base = dossier.Revision, Number = dossier.Name.Number });
        Keep(session, id, dossier.Right, session.Revisions.Get(dossier.Revision).Record, now);
        EntryFill.Rename(session, id);
        return id;
    }

    /// <summary>Makes an entry of a new filing taken in at the counter: what was said there is confirmed by whoever took it in.</summary>
    /// <param name="values">By field of the form, all of them the first of their kind.</param>
    public static EntryId OfReception(RegisterSession session, Right right, IReadOnlyDictionary<string, string> values, string author, DateTimeOffset now)
    {
        var id = session.Entries.Make(new NewEntry { Right = right, Author = author, IsReceived = true });
        foreach (var (path, text) in values)
        {
            session.EntryValues.Put(id, KeyingPass.First, new EntryValue { Path = path, Text = text, State = ValueState.Typed, Author = author, At = now });
        }

        EntryFill.Rename(session, id);
        return id;
    }

    /// <summary>Puts what a record says into the fields of an entry where nobody has said anything; a list that somebody began stays theirs.</summary>
    public static void Keep(RegisterSession session, EntryId id, Right right, Record record, DateTimeOffset now)
    {
        var form = Form.Of(right);
        var begun = session.EntryValues.Of(id, KeyingPass.First).Where(value => value.State is ValueState.Typed or ValueState.Confirmed)
            .Select(value => GroupOf(form, value.Path)).ToHashSet(StringComparer.Ordinal);
        foreach (var text in FormReader.TextsOf(form, record).Where(text => !begun.Contains(GroupOf(form, text.Path))))
        {
            session.EntryValues.Put(id, KeyingPass.First, new EntryValue
            {
                Path = text.Path,
                Item = text.Item,
                Text = text.Text,
                Language = text.Language,
                State = ValueState.Kept,
                Was = text.Text,
                At = now,
            });
        }
    }

    private static string GroupOf(Form form, string path) => form.Find(path)?.Group ?? path;

    private static EntryId Make(RegisterSession session, BatchIdentity batch, DraftDossier draft, Right right, string author, DateTimeOffset now)
    {
        var known = draft.Name is { Right: not null } name && session.Dossiers.Find(name) is [var only] ? only : null;
        var id = session.Entries.Make(new NewEntry
        {
            Right = right,
            Author = author,
            Batch = batch,
            Dossier = known?.Id,
            Base = known?.Revision,
            Number = draft.Name?.Number,
            Sheet = draft.Name,
        });
        if (known is not null)
        {
            Keep(session, id, right, session.Revisions.Get(known.Revision).Record, now);
        }
        else if (draft.Name is { } named)
        {
            session.EntryValues.Put(id, KeyingPass.First, EntryFill.NumberOf(named, now));
        }

        EntryFill.Rename(session, id);
        return id;
    }

    private static EntryId Adopt(RegisterSession session, EntryId id, BatchIdentity batch, DossierName sheet)
    {
        session.Entries.Adopt(id, batch, sheet);
        return id;
    }

    private static Right RightOf(DraftDossier draft) => draft.Documents
        .Select(document => document.Code is { } code && Forms.TryGetValue(code.Value, out var right) ? right : (Right?)null)
        .FirstOrDefault(right => right is not null) ?? Right.Patent;
}
