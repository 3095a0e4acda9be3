using OfficeNode.Core;

namespace OfficeNode.Capture.Fields;

/// <summary>What all rules together say of one field.</summary>
/// <param name="Shapes">Shapes that its values have.</param>
/// <param name="Alone">Shapes that need no label.</param>
internal sealed record FieldTraits(string Field, IReadOnlyList<FieldPattern> Shapes, IReadOnlyList<FieldPattern> Alone)
{
    public int Lines { get; init; } = 1;

    public bool IsSeveral { get; init; }

    public bool IsCut { get; init; }

    public string? Rest { get; init; }

    public string? Of { get; init; }

    /// <summary>Whether a value has the shape; null where the field has none.</summary>
    public bool? Fits(string value) => Shapes.Count == 0 ? null : Shapes.Any(shape => shape.Begins(value));
}

/// <summary>The rules for forms of one right in some languages, ready for looking up. Thread-safe.</summary>
internal sealed class RuleBook
{
    // Shorter words stand by chance within other labels.
    private const int LeastWithin = 5;

    // Up to here a letter that differs makes another word: the invention, the inventor.
    private const int LongWithin = 12;

    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FieldTraits> _traits;
    private readonly List<Label> _labels;
    private readonly int _longest;

    public RuleBook(FieldRules rules, Right right, IReadOnlyList<string> languages)
    {
        var known = languages.Where(language => rules.Rules.Any(rule => rule.Language == language)).ToHashSet(StringComparer.Ordinal);
        var fitting = rules.Rules
            .Where(rule => rule.Rights.Count == 0 || rule.Rights.Contains(right))
            .Where(rule => rule.Language is null || known.Count == 0 || known.Contains(rule.Language))
            .ToList();
        foreach (var rule in fitting)
        {
            foreach (var code in rule.Inid)
            {
                _fields.TryAdd(code, rule.Field);
            }
        }

        _labels = [.. fitting.SelectMany(rule => rule.Labels.Select(label => new Label(label, rule.Field)))];
        _longest = _labels.Count == 0 ? 0 : _labels.Max(label => label.Letters) * 2;
        _traits = fitting.GroupBy(rule => rule.Field).ToDictionary(group => group.Key, group => TraitsOf(group.Key, [.. group]), StringComparer.Ordinal);
    }

    public IEnumerable<FieldTraits> Traits => _traits.Values;

    public FieldTraits TraitsOf(string field) => _traits.TryGetValue(field, out var traits) ? traits : new(field, [], []);

    /// <summary>The field of an INID code; null for a code that these forms do not have.</summary>
    public string? FieldOf(string code) => _fields.GetValueOrDefault(code);

    /// <summary>The label that a text has at a place; null when it has none.</summary>
    public LabelMatch? LabelAt(string text, int from)
    {
        var folded = new LetterFold(text, from, _longest);
        LabelMatch? best = null;
        foreach (var label in _labels)
        {
            if (label.Match(folded) is { } match && (best is null || match.Score > best.Value.Score))
            {
                best = match;
            }
        }

        return best;
    }

    /// <summary>The label that stands anywhere in a text, the first words before later ones; null when there is none.</summary>
    public LabelMatch? LabelWithin(string text)
    {
        LabelMatch? best = null;
        for (var from = 0; from < text.Length; from = NextWord(text, from))
        {
            if (LabelAt(text, from) is not { Letters: >= LeastWithin, Field: not (FieldName.Other or FieldName.Name) } match)
            {
                continue;
            }

            var isSure = match.Distance == 0 || match.Letters >= LongWithin;
            best = isSure && (best is null || match.Score > best.Value.Score + 1) ? match : best;
        }

        return best;
    }

    private static int NextWord(string text, int from)
    {
        var blank = text.IndexOf(' ', from);
        return blank < 0 ? text.Length : blank + 1;
    }

    private static FieldTraits TraitsOf(string field, IReadOnlyList<FieldRule> rules) =>
        new(field, [.. rules.SelectMany(rule => rule.Patterns)], [.. rules.Where(rule => rule.IsAlone).SelectMany(rule => rule.Patterns)])
        {
            Lines = Math.Max(1, rules.Max(rule => rule.Lines)),
            IsSeveral = rules.Any(rule => rule.IsSeveral),
            IsCut = rules.Any(rule => rule.IsCut),
            Rest = rules.Select(rule => rule.Rest).FirstOrDefault(rest => rest is not null),
            Of = rules.Select(rule => rule.Of).FirstOrDefault(of => of is not null),
        };
}
