using System.Globalization;

namespace OfficeNode.Benchmarks;

/// <summary>
/// The kiosk of a large office in Chromium: how long somebody waits for each screen, for rows while typing, for the next field and the next dossier; and what memory the service holds before,
/// and while three clerks work.
/// </summary>
internal static class ScreensBenchmark
{
    public const string Name = "screens";

    private const int Visits = 30;
    private const int WarmUp = 2;
    private const double ScreenBar = 1_000;
    private const double FieldBar = 100;
    private const double DossierBar = 300;

    // Until the document with all its pictures is there and the frame after it is drawn, from the moment at which the address was asked for.
    private const string Drawn = """
        new Promise(done => {
          const look = () => document.readyState === 'complete' && document.querySelector('main h1') ? requestAnimationFrame(() => setTimeout(() => done(performance.now()))) : requestAnimationFrame(look);
          look();
        })
        """;

    public static async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancellationToken)
    {
        using var office = await LargeOffice.MakeAsync(cancellationToken);
        await Cost.SettleAsync(cancellationToken);
        using var service = await ServedKiosk.StartAsync(office.Root, cancellationToken);
        using var timer = new PeriodicTimer(KioskBenchmark.Idle);
        await timer.WaitForNextTickAsync(cancellationToken);
        var rows = new List<Row> { Memory("service beside a million records: thirty seconds after a start, nobody there", service, KioskBenchmark.IdleBar) };
        await using (var page = await DevTools.OpenAsync(cancellationToken))
        {
            await page.SignInAsync(service.Address, office.Tokens[0], cancellationToken);
            foreach (var (title, address) in Screens(office))
            {
                rows.Add(await VisitAsync(page, title, n => new Uri(service.Address, address(n)), cancellationToken));
            }

            rows.Add(Waits("a key in the search to its rows, the rest of 100 ms before the service is asked among them", await ScreenWaits.TypeAsync(page, service.Address, cancellationToken), ScreenBar));
            rows.AddRange(await ContactSheetBenchmark.MeasureAsync(page, service.Address, office.Batch, cancellationToken));
            var (fields, dossiers) = await ScreenWaits.KeyAsync(page, service.Address, cancellationToken);
            rows.Add(Waits("keying: Enter to the next field", fields, FieldBar));
            rows.Add(Waits("keying: Ctrl+Enter to the next dossier with its page drawn", dossiers, DossierBar));
        }

        rows.Add(Memory("service after all these screens", service));
        await ThreeClerks.WorkAsync(service.Address, [.. office.Tokens.Skip(1)], cancellationToken);
        rows.Add(Memory($"service after three clerks keyed and searched for {ThreeClerks.Time.TotalSeconds:F0} seconds", service));
        rows.Add(new Row("– the most so far", "MB of resident memory", Number(service.PeakMegabytes)));

        // Last: what would leave is counted in the background for as long as it takes.
        await using (var page = await DevTools.OpenAsync(cancellationToken))
        {
            await page.SignInAsync(service.Address, office.Tokens[0], cancellationToken);
            foreach (var (title, address) in ScreensOfTonight)
            {
                rows.Add(await VisitAsync(page, title, _ => new Uri(service.Address, address), cancellationToken));
            }
        }

        return rows;
    }

    private static IEnumerable<(string Title, Func<int, string> Address)> Screens(LargeOffice office) =>
    [
        ("Today", _ => "/"),
        ("register, nothing typed", _ => "/register"),
        ("register, a search by its address", n => FormattableString.Invariant($"/register?q=R{n * 31_013:D6}")),
        ("a dossier", n => FormattableString.Invariant($"/register/{n * 17}")),
        ("– with pages", n => FormattableString.Invariant($"/register/{n}?pane=pages")),
        ("– its history", n => FormattableString.Invariant($"/register/{n * 17}?pane=history")),
        ("– its deliveries", n => FormattableString.Invariant($"/register/{n * 17}?pane=deliveries")),
        ("– its findings", n => FormattableString.Invariant($"/register/{n * 17}?pane=findings")),
        ("what is to be keyed", _ => "/keying"),
        ("what waits for release", _ => "/release"),
        .. Enum.GetNames<Storage.Tables.OpeningState>().Select(state => ($"publication: {state}", new Func<int, string>(_ => "/publication?state=" + state))),
        ("publication of a dossier", n => FormattableString.Invariant($"/publication/{n * 17}")),
        ("packages", _ => "/packages"),
        ("a package of 5,000 records", _ => "/packages/" + office.Package),
        ("batches", _ => "/batches"),
        ("counter", _ => "/counter"),
        ("paper", _ => "/paper"),
        ("closing the day", _ => "/closing"),
    ];

    private static readonly (string Title, string Address)[] ScreensOfTonight =
    [
        ("Tonight, as far as it is counted", "/tonight"),
        ("– what would leave", $"/tonight/{LargeOffice.Destination}/leaving"),
        ("– what is held", $"/tonight/{LargeOffice.Destination}/Held"),
        ("– what has errors", $"/tonight/{LargeOffice.Destination}/errors"),
    ];

    private static async Task<Row> VisitAsync(DevTools page, string title, Func<int, Uri> address, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        for (var visit = 1; visit <= WarmUp + Visits; visit++)
        {
            await page.GoAsync(address(visit), cancellationToken);
            times.Add(await page.EvaluateAsync(Drawn, cancellationToken));
        }

        return Waits(title, [.. times.Skip(WarmUp)], ScreenBar);
    }

    private static Row Waits(string title, IReadOnlyCollection<double> milliseconds, double bar)
    {
        var sorted = milliseconds.Order().ToList();
        var (median, late) = (sorted[sorted.Count / 2], sorted[sorted.Count * 95 / 100]);
        Progress.Say($"{Name}: {title}: {median:F0}, {late:F0} ms");
        return new(title, $"milliseconds in the browser: median, 95 of 100, of {sorted.Count}", $"{Number(median)}, {Number(late)}", Bar: $"<= {Number(bar)}", IsHeld: late <= bar);
    }

    private static Row Memory(string work, ServedKiosk service, long? bar = null)
    {
        var (whole, share) = (service.Megabytes, service.ShareMegabytes);
        Progress.Say($"{Name}: {work}: {whole} MB, its share {share} MB");
        return new(work, "MB of resident memory (its share)", $"{Number(whole)} ({Number(share)})", Bar: bar is { } most ? $"<= {Number(most)}" : "", IsHeld: bar is null ? null : whole <= bar);
    }

    private static string Number(double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
