using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.TestKit;

namespace OfficeNode.Benchmarks;

/// <summary>Adds up what was found on forms against what stands there, and writes it as tables.</summary>
internal sealed class FieldScores
{
    private const double Hit = 0.5;   // the usual bar for "found" of overlap

    private readonly SortedDictionary<string, FieldTally> _byField = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, FieldTally> _byLanguage = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, FieldTally> _byConfidence = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<double>> _overlaps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _others = new(StringComparer.Ordinal);

    public void Count(FormTruth truth, IReadOnlyList<ReadField> found)
    {
        foreach (var field in truth.Fields.Select(field => field.Field).Union(found.Select(field => field.Field)))
        {
            var there = truth.Fields.Where(one => one.Field == field).Select(one => one.Value).ToList();
            var read = found.Where(one => one.Field == field).ToList();
            Tally(_byField, $"{field}").Count(there, read);
            Tally(_byField, "all").Count(there, read);
            Tally(_byLanguage, $"{truth.Language} {truth.Quality}").Count(there, read);
            foreach (var one in read)
            {
                Tally(_byConfidence, one.Confidence switch { >= 90 => "90 to 100", >= 80 => "80 to 90", >= 60 => "60 to 80", _ => "below 60" }).Count(there.Count > 0 ? there : [""], [one]);
            }
        }
    }

    public void Count(FormTruth truth, IReadOnlyList<PagePicture> found)
    {
        var key = $"{truth.Right} {truth.Quality}";
        var overlaps = _overlaps.TryGetValue(key, out var known) ? known : _overlaps[key] = [];
        var best = 0.0;
        if (PictureTruth.Of(truth) is { } box)
        {
            best = found.Select(picture => Overlap(picture.Box, box)).FirstOrDefault();
            overlaps.Add(best);
        }

        _others[key] = _others.GetValueOrDefault(key) + found.Count - (best >= Hit ? 1 : 0);
    }

    public void Write(TextWriter output)
    {
        WriteTallies(output, "field", _byField);
        WriteTallies(output, "language and quality", _byLanguage);
        WriteTallies(output, "confidence", _byConfidence);
        output.WriteLine("| picture on | forms | found (overlap of the first proposal at least 0.5) | mean overlap | other proposals |");
        output.WriteLine("|---|---|---|---|---|");
        foreach (var (key, overlaps) in _overlaps)
        {
            var mean = overlaps.Count == 0 ? "" : overlaps.Average().ToString("0.00", CultureInfo.InvariantCulture);
            output.WriteLine($"| {key} | {overlaps.Count} | {overlaps.Count(overlap => overlap >= Hit)} | {mean} | {_others[key]} |");
        }
    }

    private static void WriteTallies(TextWriter output, string first, SortedDictionary<string, FieldTally> tallies)
    {
        output.WriteLine($"| {first} | there | found | precision | recall | recall letter by letter |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach (var (key, tally) in tallies)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {key} | {tally.True} | {tally.Found} | {tally.Precision:P1} | {tally.Recall:P1} | {tally.ExactRecall:P1} |"));
        }

        output.WriteLine();
    }

    private static FieldTally Tally(SortedDictionary<string, FieldTally> tallies, string key) => tallies.TryGetValue(key, out var tally) ? tally : tallies[key] = new();

    private static double Overlap(PixelBox one, PixelBox other)
    {
        var shared = one.Intersect(other).Area;
        return (double)shared / (one.Area + other.Area - shared);
    }
}
