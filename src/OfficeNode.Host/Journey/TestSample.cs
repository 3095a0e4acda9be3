using System.Globalization;
using System.Text;
using OfficeNode.Core;

namespace OfficeNode.Host.Journey;

/// <summary>Chooses about fifty records that show a receiver what to expect: kinds, statuses, decades and scripts, each at least once where the office has them.</summary>
internal sealed class TestSample
{
    /// <summary>What a receiver's staff can look through by hand.</summary>
    private const int Size = 50;

    // Half of the sample takes what comes first; the other half is kept for what has not been seen yet.
    private const int Plain = Size / 2;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private int _taken;

    public bool Wants(Record record) => _taken < Size && (_taken < Plain || TraitsOf(record).Any(trait => !_seen.Contains(trait)));

    public void Take(Record record)
    {
        _taken++;
        _seen.UnionWith(TraitsOf(record));
    }

    private static IEnumerable<string> TraitsOf(Record record)
    {
        yield return $"right {record.Right}";
        yield return $"status {record.Status?.Category}";
        yield return $"route {record.Route?.Kind}";
        yield return $"mark {record.Mark?.Feature}";
        yield return $"decade {record.FilingDate?.Date.Year / 10}";
        foreach (var kind in record.Publications.Select(publication => publication.Kind))
        {
            yield return $"kind {kind}";
        }

        foreach (var text in record.Titles.Concat(record.Mark?.Words ?? []))
        {
            yield return $"language {text.Language}";
            yield return $"script {ScriptOf(text.Text)}";
        }
    }

    /// <summary>The 256-character block of the first letter: enough to tell scripts apart.</summary>
    private static string ScriptOf(string text)
    {
        var letter = text.EnumerateRunes().FirstOrDefault(Rune.IsLetter);
        return (letter.Value >> 8).ToString("x", CultureInfo.InvariantCulture);
    }
}
