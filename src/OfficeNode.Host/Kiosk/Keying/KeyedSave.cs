using OfficeNode.Core.Keying;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Kiosk.Keying;

/// <summary>Keeps what an open form sends by itself. A request that comes twice changes nothing the second time, and what somebody else changed meanwhile is left to them.</summary>
internal sealed class KeyedSave
{
    // Between looking and saving somebody else may save: then it is looked again.
    private const int Tries = 3;

    private readonly Node _node;
    private readonly KeyingJourney _journey;
    private readonly EntryWords _words;

    public KeyedSave(Node node, KeyingJourney journey, EntryWords words)
    {
        _node = node;
        _journey = journey;
        _words = words;
    }

    /// <summary>Null where there is no such entry.</summary>
    public KeyingAnswerJson? Run(EntryId id, KeyedPost post)
    {
        for (var attempt = 1; _journey.View(id) is { } view; attempt++)
        {
            var disputed = post.Disputed(view);
            if (!view.MayEdit)
            {
                return Answer(view, [], isRenumbered: false);
            }

            var (isDone, isRenumbered) = Put(view, post, disputed);
            if (isDone || attempt == Tries)
            {
                return _journey.View(id) is { } now ? Answer(now, disputed, isRenumbered) : null;
            }
        }

        return null;
    }

    /// <summary>What an open form learns without having changed anything; null where there is no such entry.</summary>
    public KeyingAnswerJson? Look(EntryId id) => _journey.Look(id) is { } view ? Answer(view, [], isRenumbered: false) : null;

    private (bool IsDone, bool IsRenumbered) Put(EntryView view, KeyedPost post, IReadOnlyList<FieldName> disputed)
    {
        var id = view.Entry.Id;
        var answer = _journey.Save(id, view.Entry.Version, post.Values(view, disputed));
        foreach (var (page, document) in post.Documents().TakeWhile(_ => answer.IsDone))
        {
            answer = _journey.SetDocument(id, answer.Version, [page], document);
        }

        var isRenumbered = false;
        foreach (var (number, crop) in post.Crops(view).TakeWhile(_ => answer.IsDone))
        {
            isRenumbered |= crop is null || (crop.Number == 0 && number != view.Crops.Select(known => known.Number).DefaultIfEmpty().Max() + 1);
            answer = crop is null ? _journey.RemoveCrop(id, answer.Version, number) : _journey.SetCrop(id, answer.Version, crop);
        }

        // Whatever else is refused is as wrong the next time: the form shows what stands.
        return (!answer.Refused.Any(finding => finding.Rule == KeyingFindings.Changed), isRenumbered);
    }

    private KeyingAnswerJson Answer(EntryView view, IReadOnlyList<FieldName> disputed, bool isRenumbered) => new(
        view.Entry.Version,
        _words.WhyFixed(view),
        new KeyedFields(view, _node.Settings, []).All().ToDictionary(field => field.Name, FieldStateJson.Of),
        disputed.ToDictionary(name => name.ToString(), name => ConflictOf(view, name)),
        isRenumbered);

    private ConflictJson ConflictOf(EntryView view, FieldName name)
    {
        var value = view.Values.FirstOrDefault(known => known.Path == name.Path && known.Item == name.Item);
        var person = value?.Author is { } author ? _words.PersonOf(author) : Words.Of("keying.somebody");
        return new ConflictJson(value?.Text ?? "", Words.Of("keying.conflict", ("person", person), ("value", value?.Text)), Words.Of("keying.conflict.take"));
    }
}
