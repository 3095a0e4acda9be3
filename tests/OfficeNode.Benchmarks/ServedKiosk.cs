using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using OfficeNode.Core.People;
using OfficeNode.Host.Journey;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Benchmarks;

/// <summary>The service as a process of its own with a browser that has no window; ended with its owner.</summary>
internal sealed class ServedKiosk : IDisposable
{
    private const string Secret = "market day 47";

    private readonly Process _process;

    private ServedKiosk(Process process, Uri address)
    {
        _process = process;
        Address = address;
        Browser = new HttpClient(new HttpClientHandler { CookieContainer = Cookies }) { BaseAddress = address };
    }

    public Uri Address { get; }

    public CookieContainer Cookies { get; } = new();

    public HttpClient Browser { get; }

    /// <summary>Resident memory in MB, libraries shared with other programs among it.</summary>
    public long Megabytes => FromProc("status", "VmRSS");

    /// <summary>The highest resident memory so far in MB.</summary>
    public long PeakMegabytes => FromProc("status", "VmHWM");

    /// <summary>Resident memory in MB, of what several programs share its part alone.</summary>
    public long ShareMegabytes => FromProc("smaps_rollup", "Pss");

    public static async Task<ServedKiosk> StartAsync(string root, CancellationToken cancellationToken)
    {
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "officenode.exe" : "officenode");
        var start = new ProcessStartInfo(program, ["serve", "--data", root, "--urls", "http://127.0.0.1:0", "--json"]) { RedirectStandardOutput = true };
        var process = Process.Start(start) ?? throw new InvalidOperationException("The service did not start.");
        using var said = JsonDocument.Parse(await process.StandardOutput.ReadLineAsync(cancellationToken) ?? "{}");
        return new ServedKiosk(process, new Uri(said.RootElement.GetProperty("urls")[0].GetString() ?? ""));
    }

    /// <summary>A person of a node who is signed in; the token that the browser shows.</summary>
    public static string SignIn(Node node, string name, params IReadOnlyList<Role> roles)
    {
        using var random = RandomNumberGenerator.Create();
        var options = new SecretOptions();
        new PeopleJourney(node, "benchmark", options, random).Add(new PersonEntry { Name = name, Facts = new PersonFacts { FullName = name, Roles = roles } }, Secret);
        return new SignInJourney(node, options, random).TrySignIn(name, Secret) is SignInGranted granted
            ? granted.Token.Text
            : throw new InvalidOperationException($"{name} was not let in.");
    }

    public void Dispose()
    {
        Browser.Dispose();
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private long FromProc(string file, string key)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/{file}").First(line => line.StartsWith(key + ":", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) >> 10;
    }
}
