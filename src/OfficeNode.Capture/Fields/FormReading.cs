using System.Text.RegularExpressions;
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
internal sealed partial class FormReading
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
        var parties = Parties.Of(anchors, _sheet, _book);
        var addressed = anchors.Zip(parties).Where(pair => pair.First.Field == FieldName.Address).Select(pair => pair.Second).ToHashSet();
        foreach (var (anchor, party) in anchors.Zip(parties))
        {
            var named = anchor.Field == FieldName.Name && party is not null ? anchor with { Field = party } : anchor;
            var traits = _book.TraitsOf(named.Field);
            if (named.Field is FieldName.Other or FieldName.Name || (traits.Of is { } of && party is not null && party != of) || collector.Collect(named) is not { } value)
            {
                continue;
            }

            candidates.AddRange(CandidatesOf(named, value, traits, addressed.Contains(named.Field) || addressed.Contains(null)));
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
        var value = new TextRun([.. lines.Lines.SelectMany(line => line)]);
        var parts = traits.IsCut ? ShapedPart.Of(value.Text, traits.Shapes).ToList() : [];
        if (parts.FindIndex(part => IsAll(part, traits)) is >= 0 and var place)
        {
            var part = parts[place];
            return Candidate(anchor, traits, ValueText.Closed(part.Value), [.. value.Between(part.Range.Start.Value, part.Range.End.Value)], part.IsMended ? null : true);
        }

        // A piece of a number passes for a whole one: better all that stands there, for a person to look at.
        return Candidate(anchor, traits, ValueText.Of(value.Text), value.Words, parts.Count > 0 ? false : traits.Fits(value.Text));
    }

    private FieldCandidate Candidate(Anchor anchor, FieldTraits traits, string value, IReadOnlyList<TextWord> words, bool? fits)
    {
        var isNoDay = (traits.Field is FieldName.FilingDate or FieldName.Priority) && !CalendarDays.Exist(value);
        var confidence = FieldConfidence.Of(anchor, words, isNoDay || IsOrderOpen(value, traits) ? false : fits);
        return new(FieldOf(traits.Field, anchor.Inid, value, words, confidence), traits);
    }

    /// <summary>Among letters from right to left programs show 07-02 as 02-07 (UAX #9, W2 and W4), stamps and hands as it is: where both have the shape, a person has to look.</summary>
    private bool IsOrderOpen(string value, FieldTraits traits)
    {
        var reversed = string.Join('-', value.Split('-').Reverse());
        return _sheet.IsMirrored && JoinedNumbers().IsMatch(value) && reversed != value && traits.Fits(reversed) == true;
    }

    /// <summary>A date may have a time beside it; a number or class that has digits beside it goes on.</summary>
    private bool IsAll(ShapedPart part, FieldTraits traits) =>
        traits.Field is not (FieldName.ApplicationNumber or FieldName.Classification) || !part.IsPiece(_book.TraitsOf(FieldName.FilingDate).Shapes);

    private ReadField FieldOf(string field, string? inid, string value, IReadOnlyList<TextWord> words, double confidence) => new()
    {
        Field = field,
        Inid = inid,
        Value = value,
        Confidence = confidence,
        Page = _page,
        Box = words.Select(word => _sheet.OnPage(word.Box)).Aggregate((all, box) => all.Union(box)),
    };

    [GeneratedRegex(@"^\d+(-\d+)+$")]
    private static partial Regex JoinedNumbers();
}
