using OfficeNode.Core;
using OfficeNode.Core.Batches;

namespace OfficeNode.Capture.Fields;

/// <summary>A value that may be a field's.</summary>
internal sealed record FieldCandidate(ReadField Found, FieldTraits Traits)
{
    public string Field => Found.Field;

    /// <summary>Neither code nor label stands by it.</summary>
    public bool IsByShape { get; init; }
}

/// <summary>Turns the anchors of one page into fields with values, boxes and confidences.</summary>
internal sealed class FormReading
{
    private readonly int _page;
    private readonly FormSheet _sheet;
    private readonly RuleBook _book;

    public FormReading(int page, FormSheet sheet, RuleBook book)
    {
        _page = page;
        _sheet = sheet;
        _book = book;
    }

    /// <summary>The fields that codes and labels name.</summary>
    public List<FieldCandidate> Read(IReadOnlyList<Anchor> anchors)
    {
        var collector = new ValueCollector(_sheet, _book, anchors);
        var candidates = new List<FieldCandidate>();
        var hasAddress = anchors.Any(anchor => anchor.Field == FieldName.Address);
        string? party = null;
        foreach (var anchor in anchors)
        {
            var named = anchor.Field == FieldName.Name && party is not null ? anchor with { Field = party } : anchor;
            party = FieldName.IsParty(anchor.Field) ? anchor.Field : party;
            var traits = _book.TraitsOf(named.Field);
            if (named.Field is FieldName.Other or FieldName.Name || (traits.Of is { } of && party is not null && party != of) || collector.Collect(named) is not { } value)
            {
                continue;
            }

            candidates.AddRange(CandidatesOf(named, value, traits, hasAddress));
        }

        return candidates;
    }

    /// <summary>Values of fields still missing that are known by their shape alone.</summary>
    public IEnumerable<FieldCandidate> ReadShapes(IReadOnlyList<FieldCandidate> found)
    {
        foreach (var traits in _book.Traits.Where(traits => traits.Alone.Count > 0 && found.All(candidate => candidate.Field != traits.Field)))
        {
            foreach (var run in _sheet.Runs)
            {
                if (traits.Alone.Select(shape => shape.Find(run.Text)).FirstOrDefault(range => range is not null) is { } range)
                {
                    var words = run.Between(range.Start.Value, range.End.Value).ToList();
                    yield return new(FieldOf(traits.Field, null, run.Text[range], words, FieldConfidence.OfShape(words)), traits) { IsByShape = true };
                }
            }
        }
    }

    private IEnumerable<FieldCandidate> CandidatesOf(Anchor anchor, ValueLines value, FieldTraits traits, bool hasAddress)
    {
        if (traits.Rest is { } rest && value.Lines.Count > 1 && !(rest == FieldName.Address && hasAddress))
        {
            yield return Candidate(anchor, new([value.Lines[0]]), traits);
            var further = anchor with { Label = null };
            yield return Candidate(further, new([.. value.Lines.Skip(1)]), _book.TraitsOf(rest));
            yield break;
        }

        yield return Candidate(anchor, value, traits);
    }

    private FieldCandidate Candidate(Anchor anchor, ValueLines lines, FieldTraits traits)
    {
        var words = lines.Lines.SelectMany(line => line).ToList();
        var value = new TextRun(words);
        if (traits.IsCut && ShapedPart.Of(value.Text, traits.Shapes) is { } part)
        {
            var within = value.Between(part.Range.Start.Value, part.Range.End.Value).ToList();
            return new(FieldOf(traits.Field, anchor.Inid, ValueText.Closed(part.Value), within, FieldConfidence.Of(anchor, within, part.IsMended ? null : true)), traits);
        }

        return new(FieldOf(traits.Field, anchor.Inid, ValueText.Of(value.Text), words, FieldConfidence.Of(anchor, words, traits.Fits(value.Text))), traits);
    }

    private ReadField FieldOf(string field, string? inid, string value, IReadOnlyList<TextWord> words, double confidence) => new()
    {
        Field = field,
        Inid = inid,
        Value = value,
        Confidence = confidence,
        Page = _page,
        Box = words.Select(word => _sheet.OnPage(word.Box)).Aggregate((all, box) => all.Union(box)),
    };
}
