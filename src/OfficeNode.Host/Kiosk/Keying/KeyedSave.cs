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
            if (!view.MayEdit)
            {
                return Answer(view, new Outcome());
            }

            var disputed = post.Disputed(view);
            var outcome = new Outcome();
            Put(view, post.Values(view, disputed), outcome);
            PutPages(view, post, outcome);
            if (!outcome.IsOvertaken || attempt == Tries)
            {
                return _journey.View(id) is { } now ? Answer(now, outcome.With(disputed.Select(name => (name.ToString(), ConflictOf(now, name))))) : null;
            }
        }

        return null;
    }

    /// <summary>What an open form learns without having changed anything; null where there is no such entry.</summary>
    public KeyingAnswerJson? Look(EntryId id) => _journey.Look(id) is { } view ? Answer(view, new Outcome()) : null;

    // All at once; where one of them is refused, one by one: it keeps no other from being kept.
    private void Put(EntryView view, IReadOnlyList<KeyedValue> values, Outcome outcome)
    {
        outcome.Version = view.Entry.Version;
        var answer = _journey.Save(view.Entry.Id, outcome.Version, values);
        if (answer.IsDone || values.Count == 1)
        {
            outcome.Take(answer, values.Count == 1 ? Refusal(view, values[0], answer) : null);
            return;
        }

        foreach (var value in values)
        {
            var single = _journey.Save(view.Entry.Id, outcome.Version, [value]);
            outcome.Take(single, Refusal(view, value, single));
        }
    }

    private void PutPages(EntryView view, KeyedPost post, Outcome outcome)
    {
        var id = view.Entry.Id;
        foreach (var (page, document) in post.Documents())
        {
            outcome.Take(_journey.SetDocument(id, outcome.Version, [page], document), null);
        }

        var last = view.Crops.Select(known => known.Number).DefaultIfEmpty().Max();
        foreach (var (number, crop) in post.Crops(view))
        {
            var answer = crop is null ? _journey.RemoveCrop(id, outcome.Version, number) : _journey.SetCrop(id, outcome.Version, crop);
            outcome.Take(answer, (FieldName.Crop + number, RefusedAs("", answer)));
            outcome.IsRenumbered |= answer.IsDone && (crop is null || (crop.Number == 0 && number != last + 1));
        }
    }

    private static (string Name, ConflictJson? Conflict) Refusal(EntryView view, KeyedValue value, KeyingAnswer answer)
    {
        var name = new FieldName(value.Path, value.Item);
        return (name.ToString(), RefusedAs(ValueIn(view, name)?.Text ?? "", answer));
    }

    private static ConflictJson? RefusedAs(string stands, KeyingAnswer answer) => answer.Refused is [var finding, ..]
        ? new ConflictJson(stands, FindingJson.Of(finding).Text, Words.Of("keying.refused.take"))
        : null;

    private KeyingAnswerJson Answer(EntryView view, Outcome outcome) => new(
        view.Entry.Version,
        _words.WhyFixed(view),
        new KeyedFields(view, _node.Settings, []).All().ToDictionary(field => field.Name, FieldStateJson.Of),
        outcome.Conflicts,
        outcome.IsRenumbered);

    private ConflictJson ConflictOf(EntryView view, FieldName name)
    {
        var value = ValueIn(view, name);
        var person = value?.Author is { } author ? _words.PersonOf(author) : Words.Of("keying.somebody");
        return new ConflictJson(value?.Text ?? "", Words.Of("keying.conflict", ("person", person), ("value", value?.Text)), Words.Of("keying.conflict.take"));
    }

    private static EntryValue? ValueIn(EntryView view, FieldName name) => view.Values.FirstOrDefault(known => known.Path == name.Path && known.Item == name.Item);

    /// <summary>What became of the parts of one request.</summary>
    private sealed class Outcome
    {
        private readonly Dictionary<string, ConflictJson> _conflicts = new(StringComparer.Ordinal);

        public long Version { get; set; }

        /// <summary>Whether somebody else saved in between.</summary>
        public bool IsOvertaken { get; private set; }

        public bool IsRenumbered { get; set; }

        /// <summary>What was not kept, by the names of the fields.</summary>
        public IReadOnlyDictionary<string, ConflictJson> Conflicts => _conflicts;

        public void Take(KeyingAnswer answer, (string Name, ConflictJson? Conflict)? refusal)
        {
            IsOvertaken |= answer.Refused.Any(finding => finding.Rule == KeyingFindings.Changed);
            Version = answer.IsDone ? answer.Version : Version;
            if (refusal is { Conflict: { } conflict } refused)
            {
                _conflicts[refused.Name] = conflict;
            }
        }

        public Outcome With(IEnumerable<(string Name, ConflictJson Conflict)> disputed)
        {
            foreach (var (name, conflict) in disputed)
            {
                _conflicts[name] = conflict;
            }

            return this;
        }
    }
}
