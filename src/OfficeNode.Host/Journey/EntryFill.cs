using System.Text;
using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Keying;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>Fills an entry with what the machine read, also where pages are read late; rows of volumes, whose pages show other records too, are left empty. What a person typed, confirmed or emptied is never touched.</summary>
internal sealed class EntryFill
{
    /// <summary>How sure the machine is of a number that a separator's code says.</summary>
    private const double OfCode = 100;

    private const string Number = "applicationNumber";

    private readonly Node _node;

    public EntryFill(Node node) => _node = node;

    /// <summary>Fills one entry, unless the texts of its pages are those that filled it before.</summary>
    public void Run(EntryId id)
    {
        var state = _node.Register.Read(session => session.Entries.Get(id) is { Batch: not null, Volume: null, State: EntryState.Keying or EntryState.SentBack } entry
            ? new Known(entry, session.Entries.TextsOf(id), session.EntryPages.Of(id), session.EntryPages.TextsOf(id))
            : null);
        if (state is null || state.Key == state.Before)
        {
            return;
        }

        var texts = new Dictionary<int, PageText>();
        foreach (var page in state.Texts)
        {
            if (page.Text is { } digest && TextOf(state, page, digest) is { } text)
            {
                texts.Add(page.BatchNumber, text);
            }
        }

        var content = new DraftReader(_node).Of(DraftOf(state), page => texts.GetValueOrDefault(page.Number));
        _node.Register.Note(session => Put(session, state, content, texts));
    }

    /// <summary>The number as a separator sheet says it: what an entry has until its form was read.</summary>
    public static EntryValue NumberOf(DossierName sheet, DateTimeOffset now) => new() { Path = Number, Text = sheet.Number, State = ValueState.Read, Confidence = OfCode, At = now };

    /// <summary>What an entry is known by, as its values say.</summary>
    public static void Rename(RegisterSession session, EntryId id)
    {
        var number = session.EntryValues.At(id, KeyingPass.First, Number, 0)?.Text is { Length: > 0 } application
            ? application
            : session.EntryValues.At(id, KeyingPass.First, "registrationNumber", 0)?.Text;
        var applicant = session.EntryValues.At(id, KeyingPass.First, "parties[applicant].name", 0)?.Text;
        session.Entries.Name(id, number is { Length: > 0 } ? number.Trim() : null, applicant is { Length: > 0 } ? applicant.Trim() : null);
    }

    private sealed record Known(Entry Entry, string Before, IReadOnlyList<EntryPage> Pages, IReadOnlyList<EntryPageText> Texts)
    {
        public string Key { get; } = Texts.Any(page => page.Text is not null)
            ? Digest.Of(Encoding.UTF8.GetBytes(string.Join(' ', Texts.Select(page => page.Text?.Value ?? "-")))).Value
            : "";
    }

    // A text whose file is gone is asked for anew, once: it can always be made again.
    private PageText? TextOf(Known known, EntryPageText page, Digest digest)
    {
        var text = _node.Pages.ReadText(digest);
        if (text is null && known.Entry.Batch is { } batch)
        {
            _node.Register.Note(session => session.Readings.Again(batch.Batch, page.BatchNumber, ReadingTable.AtTheScreen));
        }

        return text;
    }

    private static DraftDossier DraftOf(Known known) => new()
    {
        Name = new DossierName { Right = known.Entry.Right, Number = known.Entry.Number ?? "" },
        Documents =
        [
            .. known.Pages.GroupBy(page => page.Document).Select(document => new DraftDocument
            {
                Code = document.Key,
                Pages = [.. document.Select(page => new ArrangedPage { Page = BatchPageOf(page), Turns = page.Turns, SaidBlank = page.IsBlank })],
            }),
        ],
    };

    private static BatchPage BatchPageOf(EntryPage page) => new()
    {
        Number = page.BatchNumber ?? 0,
        Sheet = page.BatchNumber ?? 0,
        Side = Side.Front,
        Master = page.Master,
        Frame = page.Frame,
        Facts = page.Facts,
        Time = default,
    };

    private void Put(RegisterSession session, Known known, DraftContent content, Dictionary<int, PageText> texts)
    {
        var id = known.Entry.Id;
        if (session.Entries.TextsOf(id) != known.Before)
        {
            return;
        }

        var numbers = known.Pages.Where(page => page.BatchNumber is not null).ToDictionary(page => page.BatchNumber ?? 0, page => page.Number);
        session.EntryValues.ClearRead(id);
        foreach (var value in Prefill.Of(Form.Of(known.Entry.Right), content.Fields, number => numbers.TryGetValue(number, out var place) ? place : null, _node.Time.GetUtcNow())
            .Where(value => session.EntryValues.At(id, KeyingPass.First, value.Path, value.Item) is null))
        {
            session.EntryValues.Put(id, KeyingPass.First, value);
        }

        // The form has the number as the office writes it; the sheet's alone stands where no form says any.
        if (known.Entry.Sheet is { } sheet && session.EntryValues.At(id, KeyingPass.First, Number, 0) is null)
        {
            session.EntryValues.Put(id, KeyingPass.First, NumberOf(sheet, _node.Time.GetUtcNow()));
        }

        PutPictures(session, known, content, numbers);
        foreach (var page in known.Pages)
        {
            session.EntryPages.SetReadTurns(id, page.Number, texts.GetValueOrDefault(page.BatchNumber ?? 0)?.Turns ?? 0);
        }

        Rename(session, id);
        session.Entries.SetTexts(id, known.Key);
    }

    private static void PutPictures(RegisterSession session, Known known, DraftContent content, Dictionary<int, int> numbers)
    {
        session.EntryPages.RemoveProposed(known.Entry.Id);
        var document = known.Entry.Right switch
        {
            Right.Trademark => DocumentCode.MarkImage,
            Right.Design => DocumentCode.DesignViews,
            _ => (DocumentCode?)null,
        };
        if (document is not { } code)
        {
            return;
        }

        var crops = session.EntryPages.Crops(known.Entry.Id);
        var next = crops.Select(crop => crop.Number).DefaultIfEmpty().Max();
        foreach (var page in content.Pictures.Where(picture => numbers.ContainsKey(picture.Page.Number)).GroupBy(picture => picture.Page.Number))
        {
            var number = numbers[page.Key];
            if (!crops.Any(crop => crop.Page == number))
            {
                session.EntryPages.Put(known.Entry.Id, new EntryCrop(++next, number, page.First().Picture.Box, code, known.Entry.Right == Right.Design ? 1 : null, IsProposed: true));
            }
        }
    }
}
