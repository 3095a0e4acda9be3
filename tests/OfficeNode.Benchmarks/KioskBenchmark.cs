using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using OfficeNode.Core.People;
using OfficeNode.Host.Journey;
using OfficeNode.Storage.Tables;
using OfficeNode.TestKit;

namespace OfficeNode.Benchmarks;

/// <summary>The service as a process of its own with a kiosk that nobody or one person uses: how soon it answers after a start, how long a screen takes, what memory it holds.</summary>
internal static class KioskBenchmark
{
    public const string Name = "kiosk";
    private const int Starts = 5;
    private const int Requests = 1_000;
    private const double FirstPageBar = 2;
    private const long IdleBar = 150;
    private const string Secret = "market day 47";

    // What background work does after a start is over by then.
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    public static async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var token = Fill(folder.Path);
        var first = new List<double>();
        for (var start = 0; start < Starts; start++)
        {
            var clock = Stopwatch.StartNew();
            using var service = await StartAsync(folder.Path, cancellationToken);
            using var page = await service.Browser.GetAsync(new Uri("/sign-in", UriKind.Relative), cancellationToken);
            page.EnsureSuccessStatusCode();
            first.Add(clock.Elapsed.TotalSeconds);
        }

        using var running = await StartAsync(folder.Path, cancellationToken);
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

    private static async Task<(double Median, double Most)> LookAsync(Service service, string token, CancellationToken cancellationToken)
    {
        service.Cookies.Add(service.Browser.BaseAddress!, new Cookie("officenode", token));   // set with the browser
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
        using var random = RandomNumberGenerator.Create();
        var options = new SecretOptions();
        new PeopleJourney(node, "benchmark", options, random).Add(
            new PersonEntry { Name = "amina", Facts = new PersonFacts { FullName = "Amina Sow", Roles = [Role.Administrator] } }, Secret);
        return new SignInJourney(node, options, random).TrySignIn("amina", Secret) is SignInGranted granted
            ? granted.Token.Text
            : throw new InvalidOperationException("The person of the benchmark was not let in.");
    }

    public static async Task<Service> StartAsync(string root, CancellationToken cancellationToken)
    {
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "officenode.exe" : "officenode");
        var start = new ProcessStartInfo(program, ["serve", "--data", root, "--urls", "http://127.0.0.1:0", "--json"]) { RedirectStandardOutput = true };
        var process = Process.Start(start) ?? throw new InvalidOperationException("The service did not start.");
        using var said = JsonDocument.Parse(await process.StandardOutput.ReadLineAsync(cancellationToken) ?? "{}");
        return new Service(process, new Uri(said.RootElement.GetProperty("urls")[0].GetString() ?? ""));
    }

    private static string Number(double value) => value.ToString(value < 10 ? "0.00" : "0", CultureInfo.InvariantCulture);

    /// <summary>A running service with a browser; ended with its owner.</summary>
    internal sealed class Service : IDisposable
    {
        private readonly Process _process;

        public Service(Process process, Uri address)
        {
            _process = process;
            Browser = new HttpClient(new HttpClientHandler { CookieContainer = Cookies }) { BaseAddress = address };
        }

        public CookieContainer Cookies { get; } = new();

        public HttpClient Browser { get; }

        public long Megabytes
        {
            get
            {
                _process.Refresh();
                return _process.WorkingSet64 >> 20;
            }
        }

        public void Dispose()
        {
            Browser.Dispose();
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
            _process.Dispose();
        }
    }
}
