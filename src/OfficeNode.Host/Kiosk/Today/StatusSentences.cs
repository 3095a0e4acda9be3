using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Host.Doctor;
using OfficeNode.Host.Kiosk.Closing;
using OfficeNode.Host.Service;
using OfficeNode.Host.Settings;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Kiosk.Today;

/// <summary>All that there is to say of a node, one sentence per thing, the worst first.</summary>
internal sealed class StatusSentences
{
    /// <summary>Percent of a battery from which on somebody should finish what is open.</summary>
    private const int LowBattery = 25;

    private readonly NodeHealth _health;
    private readonly NodeSettings _settings;
    private readonly Moments _moments;

    public StatusSentences(NodeHealth health, NodeSettings settings, Moments moments)
    {
        _health = health;
        _settings = settings;
        _moments = moments;
    }

    public IReadOnlyList<Sentence> All() =>
    [
        .. new[] { Disk(), Clock() }
            .Concat(Power())
            .Concat(Damage())
            .Concat(Reading())
            .Concat(ClosingSentences.Work(_health.Day))
            .Concat(ClosingSentences.Done(_health.Day))
            .Concat(Refusals())
            .Concat(new OutboxSentences(_health, _settings, _moments).All())
            .Concat(Night())
            .Append(Backup())
            .OrderByDescending(sentence => sentence.Tone),   // a stable order: what stands together stays together
    ];

    private Sentence Disk()
    {
        var free = StatusWords.Size(_health.FreeBytes);
        return _health.FreeBytes switch
        {
            < DiskRoom.Short => new Sentence(Tone.Act, Words.Of("page.disk.short", ("free", free)), Words.Of("page.disk.hint")),
            < DiskRoom.Low => new Sentence(Tone.Look, Words.Of("page.disk.low", ("free", free)), Words.Of("page.disk.hint")),
            _ => new Sentence(Tone.Good, Words.Of("page.disk", ("free", free))),
        };
    }

    private Sentence Clock() => _health is { IsClockBehind: true, LastEntry: { } last }
        ? new Sentence(Tone.Act, Words.Of("page.clock.behind", ("now", _moments.Of(_health.Now)), ("last", _moments.Of(last))), Words.Of("page.clock.hint")) { Address = "/clock" }
        : new Sentence(Tone.Good, Words.Of("page.clock", ("now", _moments.Of(_health.Now))));

    // A computer that tells nothing of its power has no sentence: nobody could do anything about it.
    private IEnumerable<Sentence> Power()
    {
        var left = _health.Power.Percent is { } percent ? (percent / 100.0).ToString("P0", CultureInfo.CurrentCulture) : "";
        if (_health.Power.Source == PowerSource.Line)
        {
            yield return new Sentence(Tone.Good, left.Length == 0 ? Words.Of("page.power.line") : Words.Of("page.power.line.full", ("left", left)));
        }
        else if (_health.Power.Source == PowerSource.Battery)
        {
            var tone = _health.Power.Percent <= LowBattery ? Tone.Act : Tone.Look;
            yield return new Sentence(tone, left.Length == 0 ? Words.Of("page.power.battery") : Words.Of("page.power.battery.left", ("left", left)), Words.Of("page.power.battery.hint"));
        }
    }

    private IEnumerable<Sentence> Damage() => _health.Status.DamagedMasters == 0 ? [] :
    [
        new Sentence(Tone.Act, Words.Of("page.damaged", ("count", _health.Status.DamagedMasters)), Words.Of("page.damaged.hint")),
    ];

    private IEnumerable<Sentence> Reading()
    {
        var (waiting, failed) = (_health.Status.Reading.Waiting, _health.Status.Reading.Failed);
        if (waiting > 0)
        {
            yield return new Sentence(Tone.Good, Words.Of("page.to-read", ("count", Count(waiting))));
        }

        if (failed > 0)
        {
            yield return new Sentence(Tone.Look, Words.Of("page.not-read", ("count", Count(failed)), ("batches", string.Join(Words.Of("record.comma"), _health.Status.UnreadIn))), Words.Of("page.not-read.hint"))
            {
                Address = "/batches",
            };
        }
    }

    private static string Count(long count) => count.ToString("N0", CultureInfo.CurrentCulture);

    private IEnumerable<Sentence> Refusals() => _health.RefusedRecords.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new Sentence(
        Tone.Act,
        Words.OfCount("page.refused-records", pair.Value, ("destination", pair.Key)),
        Words.Of("page.refused-records.hint", ("destination", pair.Key)))
    {
        Address = "/packages",
    });

    private IEnumerable<Sentence> Night()
    {
        if (!_settings.Destinations.Values.Any(destination => destination.State == DestinationState.Agreed))
        {
            yield return new Sentence(Tone.Look, Words.Of("page.nothing-agreed"), Words.Of("page.nothing-agreed.hint")) { Address = "/destinations" };
        }

        if (_health.LastNight is not { } night)
        {
            yield break;
        }

        yield return LastNight(night);
        foreach (var trouble in night.Troubles)
        {
            yield return new Sentence(trouble.Severity == Severity.Error ? Tone.Act : Tone.Look, FindingTexts.Message(trouble), FindingTexts.Hint(trouble));
        }

        if (night.LeftOut > 0)
        {
            yield return new Sentence(Tone.Look, Words.Of("page.left-out", ("count", night.LeftOut)), Words.Of("page.left-out.hint")) { Address = "/tonight" };
        }
    }

    private Sentence LastNight(NightResult night) => new(Tone.Good, Words.Of(
        night.Ended is null ? "page.night.goes-on" : night.Late ? "page.night.late" : "page.night.last",
        ("day", _moments.Of(night.Night)),
        ("ended", night.Ended is { } ended ? _moments.Of(ended) : ""),
        ("packages", night.Packages.ToString(CultureInfo.CurrentCulture)),
        ("delivered", night.Delivered.ToString(CultureInfo.CurrentCulture)),
        ("size", StatusWords.Size(night.BytesOnWire)),
        ("next", night is { Ended: null, NextTry: { } next } ? Words.Of("outbox.next", ("time", _moments.Of(next))) : "")))
    {
        Address = "/tonight",
    };

    private static Sentence Backup() => new(Tone.Look, Words.Of("page.no-backup"), Words.Of("page.no-backup.hint"));
}
