using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Core.Counter;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>A series with how far it has come.</summary>
/// <param name="Next">The number that comes next this year, as printed; null where it gives none this year.</param>
/// <param name="Ordinal">The same as it is counted.</param>
/// <param name="IsInUse">Whether numbers of it have been given, skipped or reserved.</param>
public sealed record SeriesState(NumberSeries Series, string? Next, long Ordinal, bool IsInUse);

/// <summary>Looks after the series that the counter gives numbers from. Each change is a deed, or is refused by findings and leaves everything as it was. Thread-safe.</summary>
public sealed class SeriesJourney
{
    private const int Chunk = 5000;

    private readonly Node _node;
    private readonly string _author;

    /// <param name="author">The login name of who does it.</param>
    public SeriesJourney(Node node, string author)
    {
        _node = node;
        _author = author;
    }

    /// <summary>All series, by right, the newest law first.</summary>
    public IReadOnlyList<SeriesState> List() => _node.Register.Read(session => session.Series.All().Select(series => StateOf(session, series)).ToList());

    public SeriesState? Find(SeriesId id) => _node.Register.Read(session => session.Series.Get(id) is { } series ? StateOf(session, series) : null);

    /// <summary>Adds a series. Its next number is beyond every one that the register knows of its kind, or it is refused.</summary>
    public (SeriesId? Id, IReadOnlyList<Finding> Findings) Add(SeriesEntry entry)
    {
        var (facts, typed, wrong) = SeriesCheck.Read(entry);
        if (facts is null)
        {
            return (null, wrong);
        }

        var highest = HighestKnown(facts);
        var next = typed ?? (entry.FromRegister ? highest + 1 : 1);
        if (next <= highest)
        {
            return (null, [Known(facts, highest)]);
        }

        SeriesId? added = null;
        var findings = _node.Register.TryWrite(new Deed(_author, "series add", Detail(facts)), session =>
        {
            if (session.Series.Find(facts.Right, facts.Name) is not null)
            {
                return [Taken(facts)];
            }

            added = session.Series.Add(facts);
            session.Series.Begin(session.Series.Get(added.Value)!, YearFor(facts), next);   // it was just added
            return [];
        });
        return (findings.Count == 0 ? added : null, findings);
    }

    /// <summary>Changes a series. What its numbers look like and where they begin can be changed only before the first one.</summary>
    public IReadOnlyList<Finding> Change(SeriesId id, SeriesEntry entry)
    {
        var (facts, typed, wrong) = SeriesCheck.Read(entry);
        if (facts is null)
        {
            return wrong;
        }

        var highest = HighestKnown(facts);
        return _node.Register.TryWrite(new Deed(_author, "series change", Detail(facts)), session =>
        {
            if (session.Series.Get(id) is not { } before || before.Right != facts.Right)
            {
                return [new Finding(CounterFindings.SeriesUnknown, Severity.Error)];
            }

            var isInUse = session.Series.IsInUse(id);
            var next = typed ?? session.Series.Next(before, YearFor(facts));
            var against = session.Series.Find(facts.Right, facts.Name) is { } other && other.Id != id ? Taken(facts)
                : isInUse ? AgainstUse(before, facts, typed)
                : next <= highest ? Known(facts, highest)
                : null;
            if (against is null)
            {
                Change(session, id, facts, isInUse ? null : next);
            }

            return against is null ? [] : [against];
        });
    }

    private void Change(RegisterSession session, SeriesId id, SeriesFacts facts, long? beginning)
    {
        session.Series.Change(id, facts);
        if (beginning is { } next)
        {
            session.Series.Begin(session.Series.Get(id)!, YearFor(facts), next);   // none is ever deleted
        }
    }

    private static Finding? AgainstUse(NumberSeries before, SeriesFacts facts, long? next) =>
        before.Pattern.Text != facts.Pattern.Text || before.IsYearly != facts.IsYearly ? new Finding(CounterFindings.SeriesInUse, Severity.Error) { Path = "pattern", Found = before.Pattern.Text }
        : next is not null ? new Finding(CounterFindings.SeriesInUse, Severity.Error) { Path = "next", Found = before.Pattern.Text }
        : null;

    private SeriesState StateOf(RegisterSession session, NumberSeries series)
    {
        var year = new CounterLook(_node.Time).Today.Year;
        var ordinal = session.Series.Next(series, year);
        return new(series, series.Covers(year) ? series.Pattern.Print(year, ordinal) : null, ordinal, session.Series.IsInUse(series.Id));
    }

    // The year that a series begins in, or goes on in: where it is counted by years, the next number is this year's.
    private int YearFor(SeriesFacts facts) => Math.Max(facts.FirstYear, new CounterLook(_node.Time).Today.Year);

    /// <summary>The highest number of this form that the register knows; 0 when it knows none. Looks at every number of the right, before the transaction, which it would keep too long.</summary>
    private long HighestKnown(SeriesFacts facts)
    {
        var (highest, previous) = (0L, new DossierId(0));
        var year = facts.IsYearly ? YearFor(facts) : (int?)null;
        while (_node.Register.Read(session => session.Dossiers.ApplicationsAfter(previous, facts.Right, Chunk)) is { Count: > 0 } known)
        {
            highest = Math.Max(highest, known.Max(number => facts.Pattern.Read(number.Printed, year) ?? 0));
            previous = known[^1].Dossier;
        }

        return highest;
    }

    private Finding Known(SeriesFacts facts, long highest) => new(CounterFindings.NextKnown, Severity.Error)
    {
        Path = "next",
        Found = facts.Pattern.Print(YearFor(facts), highest),
        Expected = (highest + 1).ToString(CultureInfo.InvariantCulture),
    };

    private static Finding Taken(SeriesFacts facts) => new(CounterFindings.SeriesTaken, Severity.Error) { Path = "name", Found = facts.Name };

    private static string Detail(SeriesFacts facts) => string.Create(
        CultureInfo.InvariantCulture, $"{RightLetter.Of(facts.Right)} {facts.Name}: {facts.FirstYear}-{facts.LastYear}, {facts.Pattern}{(facts.IsYearly ? ", each year anew" : "")}");
}
