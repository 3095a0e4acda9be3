using System.Collections.Concurrent;
using OfficeNode.Core;
using OfficeNode.Core.Batches;

namespace OfficeNode.Capture.Fields;

/// <summary>Finds the fields of an application in the text of its form: by INID codes first, labels second, shapes third.</summary>
/// <remarks>Thread-safe. Equal input, equal output. Pages that are no forms give nothing; no page text makes it fail or search long (<see cref="FieldLimits"/>).</remarks>
public sealed class FieldFinder
{
    // Codes and labels that a page must show before it is taken for a form: one number in brackets or one word with a colon stands on any page.
    private const int LeastWeight = 3;
    private const int LeastFields = 2;

    private readonly FieldRules _rules;
    private readonly FieldLimits _limits;
    private readonly ConcurrentDictionary<(Right Right, string Languages), RuleBook> _books = new();

    public FieldFinder(FieldRules rules, FieldLimits limits)
    {
        _rules = rules;
        _limits = limits;
    }

    /// <summary>The fields of one dossier, in the order of its pages and, on each, from top to bottom; several values of one field where the right's forms may name several.</summary>
    /// <param name="pages">The pages of its application form.</param>
    public IReadOnlyList<ReadField> Find(IReadOnlyList<FormPage> pages, Right right)
    {
        var found = pages.Take(_limits.MostPages).SelectMany(page => FindOn(page, right)).ToList();
        var traits = new Dictionary<string, FieldTraits>(StringComparer.Ordinal);
        foreach (var candidate in found)
        {
            traits.TryAdd(candidate.Field, candidate.Traits);
        }

        return [.. found
            .GroupBy(candidate => candidate.Field)
            .SelectMany(group => Choose([.. group], traits[group.Key]))
            .OrderBy(found.IndexOf)
            .Select(candidate => candidate.Found)];
    }

    private IEnumerable<FieldCandidate> FindOn(FormPage page, Right right)
    {
        var book = BookOf(right, page.Text.Languages);
        var sheet = FormSheet.Of(page.Text, _limits);
        var anchors = new AnchorFinder(sheet, book).Find();
        if (anchors.Sum(anchor => anchor.Weight) < LeastWeight || anchors.Where(anchor => anchor.Field != FieldName.Other).DistinctBy(anchor => anchor.Field).Count() < LeastFields)
        {
            return [];
        }

        var reading = new FormReading(page.Page, sheet, book);
        var candidates = reading.Read(anchors);
        return candidates.Concat(reading.ReadShapes(candidates)).Where(candidate => candidate.Field is not (FieldName.Other or FieldName.Name));
    }

    private RuleBook BookOf(Right right, IReadOnlyList<string> languages) =>
        _books.GetOrAdd((right, string.Join('+', languages.Order(StringComparer.Ordinal))), key => new(_rules, key.Right, languages));

    /// <summary>The surest, or all that differ where there may be several: those that a code or label names, where there are any.</summary>
    private IEnumerable<FieldCandidate> Choose(IReadOnlyList<FieldCandidate> candidates, FieldTraits traits)
    {
        if (!traits.IsSeveral)
        {
            return [candidates.MaxBy(candidate => candidate.Found.Confidence)!];   // groups are not empty
        }

        var named = candidates.Where(candidate => !candidate.IsByShape).ToList();
        return (named.Count > 0 ? named : candidates).DistinctBy(candidate => candidate.Found.Value).Take(_limits.MostValues);
    }
}
