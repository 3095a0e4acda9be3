using System.Diagnostics;
using System.Globalization;
using System.Net;
using OfficeNode.Core.People;
using OfficeNode.TestKit;

namespace OfficeNode.Benchmarks;

/// <summary>The service as a process of its own with a kiosk that nobody or one person uses: how soon it answers after a start, how long a screen takes, what memory it holds.</summary>
internal static class KioskBenchmark
{
    public const string Name = "kiosk";
    private const int Starts = 5;
    private const int Requests = 1_000;
    private const double FirstPageBar = 2;

    /// <summary>MB of resident memory that a service may hold while nobody uses it.</summary>
    public const long IdleBar = 150;

    /// <summary>What background work does after a start is over by then.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    public static async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var token = Fill(folder.Path);
        var first = new List<double>();
        for (var start = 0; start < Starts; start++)
        {
            var clock = Stopwatch.StartNew();
            using var service = await ServedKiosk.StartAsync(folder.Path, cancellationToken);
            using var page = await service.Browser.GetAsync(new Uri("/sign-in", UriKind.Relative), cancellationToken);
            page.EnsureSuccessStatusCode();
            first.Add(clock.Elapsed.TotalSeconds);
        }

        using var running = await ServedKiosk.StartAsync(folder.Path, cancellationToken);
        using var timer = new PeriodicTimer(Idle);
        await timer.WaitForNextTickAsync(cancellationToken);
        var idle = running.Megabytes;
        var (median, most) = await LookAsync(running, token, cancellationToken);
        return
        [
            new Row("service: the first page after a start", "seconds on the clock, median of five", Number(Rounds.Median(first)), Bar: $"<= {Number(FirstPageBar)}", IsHeld: Rounds.Median(first) <= FirstPageBar),
            new Row("service: thirty seconds after a start, nobody there", "MB of resident memory", Number(idle), Bar: $"<= {Number(IdleBar)}", IsHeld: idle <= IdleBar),
            new Row($"– after {Requests} looks at the Today screen", "MB of resident memory", Number(running.Megabytes)),
            new Row("– the Today screen, sign-in looked up", "milliseconds on the clock, median and 95 of 100", $"{Number(median)}, {Number(most)}"),
        ];
    }

    private static async Task<(double Median, double Most)> LookAsync(ServedKiosk service, string token, CancellationToken cancellationToken)
    {
        service.Cookies.Add(service.Address, new Cookie("officenode", token));
        var times = new List<double>();
        for (var request = 0; request < Requests; request++)
        {
            var began = Stopwatch.GetTimestamp();
            using var page = await service.Browser.GetAsync(new Uri("/", UriKind.Relative), cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            page.EnsureSuccessStatusCode();
        }

        times.Sort();
        return (times[Requests / 2], times[Requests * 95 / 100]);
    }

    /// <summary>A node with one person; the token of their sign-in.</summary>
    private static string Fill(string root)
    {
        using var node = BenchmarkNode.Create(root);
        return ServedKiosk.SignIn(node, "amina", Role.Administrator);
    }

    private static string Number(double value) => value.ToString(value < 10 ? "0.00" : "0", CultureInfo.InvariantCulture);
}
