using OfficeNode.Core;
using OfficeNode.Core.Counter;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>What became of a filing at the counter: a reception with its number, or what keeps it from one.</summary>
public sealed record ReceptionAnswer(Reception? Reception, IReadOnlyList<Finding> Findings);

/// <summary>The counter: a filing gets the next number of its series at once, in one transaction with what is taken down of it. Thread-safe.</summary>
/// <remarks>
/// No number is given twice, none is lost by a crash, and those that no filing got have a reason. An act has a name: asked for again under it, for the answer was lost on its way, it is answered as the first time.
/// </remarks>
public sealed class CounterJourney
{
    private const int MostGaps = 500;

    private readonly Node _node;
    private readonly string _author;

    /// <param name="author">The login name of who does it.</param>
    public CounterJourney(Node node, string author)
    {
        _node = node;
        _author = author;
    }

    /// <summary>The office's day.</summary>
    public DateOnly Today => new CounterLook(_node.Time).Today;

    /// <summary>The series that give numbers today, by right, the newest law first.</summary>
    public IReadOnlyList<NumberSeries> OpenSeries() => [.. _node.Register.Read(session => session.Series.All()).Where(series => series.Covers(Today.Year))];

    public NumberSeries? FindSeries(SeriesId id) => _node.Register.Read(session => session.Series.Get(id));

    public Reception? Find(ReceptionId id) => _node.Register.Read(session => session.Receptions.Get(id));

    /// <summary>The filings of a day, the newest first.</summary>
    public IReadOnlyList<Reception> Of(DateOnly day) => _node.Register.Read(session => session.Receptions.Of(day));

    /// <summary>The newest day with filings before another; null when there is none.</summary>
    public DateOnly? DayBefore(DateOnly day) => _node.Register.Read(session => session.Receptions.DayBefore(day));

    /// <summary>Numbers that no filing has, the newest first.</summary>
    public IReadOnlyList<NumberGap> Gaps() => _node.Register.Read(session => session.Gaps.Newest(MostGaps));

    /// <summary>What keeps the clock from giving numbers; null when nothing does.</summary>
    public Finding? ClockFinding() => _node.Register.Read(session => new CounterLook(_node.Time).AgainstClock(session));

    /// <summary>Takes a filing in: the number is given with it.</summary>
    /// <param name="request">The name of the act.</param>
    public ReceptionAnswer Receive(SeriesId id, ReceptionEntry entry, string? request)
    {
        if (!CounterLook.IsName(request))
        {
            return new(null, [new Finding(CounterFindings.RequestMissing, Severity.Error)]);
        }

        if (FindSeries(id) is not { } series)
        {
            return new(null, [new Finding(CounterFindings.SeriesUnknown, Severity.Error)]);
        }

        var (facts, wrong) = ReceptionCheck.Read(entry, series.Right);
        if (wrong.Count > 0)
        {
            return new(null, wrong);
        }

        Reception? given = null;
        var findings = _node.Register.TryWrite(session => Give(session, id, facts, request!, ref given));   // it is a name
        return new(findings.Count == 0 ? given : null, findings);
    }

    /// <summary>Says that a filing counts no more; its number stays used.</summary>
    public IReadOnlyList<Finding> TakeBack(ReceptionId id, string? why)
    {
        var reason = TypedText.Settle(why);
        if (reason is null || !TypedText.Fits(reason, ReceptionFacts.LongestRemark))
        {
            return [ReceptionCheck.TooLong(CounterFindings.WhyMissing, "why", ReceptionFacts.LongestRemark)];
        }

        return _node.Register.TryWrite(session =>
        {
            if (session.Receptions.Get(id) is not { TakenBack: null } reception)
            {
                return (null, [new Finding(CounterFindings.AlreadyTakenBack, Severity.Error)]);
            }

            session.Receptions.TakeBack(id, _author, reason);
            ReceivedEntry.Drop(session, reception, _author, reason);
            return (new Deed(_author, "reception take back", reception.Dossier.ToString()), []);
        });
    }

    /// <summary>Skips the next numbers of a series, because they stand on paper that cannot be used, or are taken already.</summary>
    /// <param name="request">The name of the act.</param>
    public IReadOnlyList<Finding> Skip(SeriesId id, string? count, string? why, string? request)
    {
        var (numbers, reason) = (ReceptionCheck.Count(count), TypedText.Settle(why));
        if (numbers is null or 0 or > NumberBlock.MostNumbers)
        {
            return [ReceptionCheck.TooLong(CounterFindings.CountForm, "count", NumberBlock.MostNumbers)];
        }

        if (reason is null || !TypedText.Fits(reason, ReceptionFacts.LongestRemark))
        {
            return [ReceptionCheck.TooLong(CounterFindings.WhyMissing, "why", ReceptionFacts.LongestRemark)];
        }

        return !CounterLook.IsName(request)
            ? [new Finding(CounterFindings.RequestMissing, Severity.Error)]
            : _node.Register.TryWrite(session => Skip(session, id, numbers.Value, reason, request!));   // it is a name
    }

    private (Deed?, IReadOnlyList<Finding>) Give(RegisterSession session, SeriesId id, ReceptionFacts facts, string request, ref Reception? given)
    {
        given = session.Receptions.OfRequest(request);
        if (given is not null)
        {
            return (null, given.Series == id && given.Facts.Equals(facts) ? [] : [new Finding(CounterFindings.RequestUsed, Severity.Error) { Found = given.Number.AsPrinted }]);
        }

        var look = new CounterLook(_node.Time);
        var series = session.Series.Get(id)!;   // none is ever deleted
        var year = look.Today.Year;
        var against = look.AgainstClock(session) ?? CounterLook.AgainstSeries(session, series, year, 1) ?? CounterLook.AgainstTaken(session, series, year, 1);
        if (against is not null)
        {
            return (null, [against]);
        }

        given = session.Receive(series, new NewReception { Facts = facts, ReceivedAt = look.Now, Day = look.Today, Author = _author, Request = request });
        ReceivedEntry.Make(session, given);
        return (new Deed(_author, "receive", given.Dossier.ToString()), []);
    }

    private (Deed?, IReadOnlyList<Finding>) Skip(RegisterSession session, SeriesId id, int count, string why, string request)
    {
        if (session.Gaps.HasRequest(request))
        {
            return (null, []);
        }

        var look = new CounterLook(_node.Time);
        if (session.Series.Get(id) is not { } series)
        {
            return (null, [new Finding(CounterFindings.SeriesUnknown, Severity.Error)]);
        }

        var year = look.Today.Year;
        var against = look.AgainstClock(session) ?? CounterLook.AgainstSeries(session, series, year, count);
        if (against is not null)
        {
            return (null, [against]);
        }

        var first = session.Series.Take(series, year, count);
        session.Gaps.Add(series, year, (first, first + count - 1), GapReason.Spoiled, why, _author, request);
        return (new Deed(_author, "numbers skip", $"{series.Pattern.Print(year, first)} to {series.Pattern.Print(year, first + count - 1)}"), []);
    }
}
