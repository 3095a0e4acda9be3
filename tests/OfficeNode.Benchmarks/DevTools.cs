using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NUnit.Framework;
using OfficeNode.TestKit;

namespace OfficeNode.Benchmarks;

/// <summary>A page of the machine's own Chromium, without a window, spoken to by its DevTools protocol.</summary>
internal sealed class DevTools : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";

    private readonly TemporaryFolder _profile;
    private readonly Process _browser;
    private readonly ClientWebSocket _socket = new();
    private int _last;

    private DevTools(TemporaryFolder profile, Process browser) => (_profile, _browser) = (profile, browser);

    public static async Task<DevTools> OpenAsync(CancellationToken cancellation)
    {
        if (!File.Exists(Program))
        {
            Assert.Ignore($"{Program} is not installed (Debian package chromium).");
        }

        var profile = new TemporaryFolder();
        string[] arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--window-size=1280,720", "--remote-debugging-port=0", $"--user-data-dir={profile.Path}", "about:blank"];
        var browser = Process.Start(new ProcessStartInfo(Program, arguments) { RedirectStandardError = true }) ?? throw new InvalidOperationException("The browser did not start.");
        browser.BeginErrorReadLine();   // what it misses of a desktop is nobody's concern here
        var page = new DevTools(profile, browser);
        await page._socket.ConnectAsync(await AddressAsync(profile.Path, cancellation), cancellation);

        // A window that nobody sees has no focus, and would tell its page of none.
        await page.CallAsync("Emulation.setFocusEmulationEnabled", new JsonObject { ["enabled"] = true }, cancellation);
        return page;
    }

    /// <summary>Calls a method; what it answers.</summary>
    public async Task<JsonElement> CallAsync(string method, JsonObject parameters, CancellationToken cancellation)
    {
        var id = ++_last;
        var asked = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        await _socket.SendAsync(Encoding.UTF8.GetBytes(asked.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, cancellation);
        while (true)
        {
            // Events of the page come between.
            var answer = JsonDocument.Parse(await ReceiveAsync(cancellation)).RootElement;
            if (answer.TryGetProperty("id", out var of) && of.GetInt32() == id)
            {
                return answer.TryGetProperty("result", out var result) ? result : throw new InvalidOperationException(answer.ToString());
            }
        }
    }

    /// <summary>Shows the token of a sign-in to a site from now on.</summary>
    public Task SignInAsync(Uri site, string token, CancellationToken cancellation) =>
        CallAsync("Network.setCookie", new JsonObject { ["name"] = "officenode", ["value"] = token, ["url"] = site.ToString() }, cancellation);

    /// <summary>Goes to an address, as typed into the address line; ends when its document begins to come.</summary>
    public Task GoAsync(Uri address, CancellationToken cancellation) => CallAsync("Page.navigate", new JsonObject { ["url"] = address.ToString() }, cancellation);

    /// <summary>Presses a key: a letter, <c>Enter</c>, <c>Control+Enter</c>.</summary>
    public async Task PressAsync(string key, CancellationToken cancellation)
    {
        const int Control = 2;
        var isControl = key.StartsWith("Control+", StringComparison.Ordinal);
        var name = isControl ? key["Control+".Length..] : key;
        var text = isControl ? "" : name == "Enter" ? "\r" : name;
        JsonObject Stroke(string type) => new()
        {
            ["type"] = type,
            ["key"] = name,
            ["code"] = name,
            ["windowsVirtualKeyCode"] = (int)(name == "Enter" ? '\r' : char.ToUpperInvariant(name[0])),
            ["modifiers"] = isControl ? Control : 0,
            ["text"] = type == "keyDown" ? text : "",
        };
        await CallAsync("Input.dispatchKeyEvent", Stroke("keyDown"), cancellation);
        await CallAsync("Input.dispatchKeyEvent", Stroke("keyUp"), cancellation);
    }

    /// <summary>Runs a script in the page; the number that it, or its promise, comes to.</summary>
    public async Task<double> EvaluateAsync(string script, CancellationToken cancellation) => (await ValueAsync(script, cancellation)).GetDouble();

    /// <summary>Runs a script in the page; the numbers that it comes to.</summary>
    public async Task<IReadOnlyList<double>> EvaluateAllAsync(string script, CancellationToken cancellation) =>
        [.. (await ValueAsync(script, cancellation)).EnumerateArray().Select(number => number.GetDouble())];

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _browser.Kill(entireProcessTree: true);
        await _browser.WaitForExitAsync();
        _browser.Dispose();
        _profile.Dispose();
    }

    private async Task<JsonElement> ValueAsync(string script, CancellationToken cancellation)
    {
        var within = $"Promise.race([{script}, new Promise((_, fail) => setTimeout(() => fail(new Error('Not within a minute: ' + document.body.innerText)), 60000))])";
        var answer = await CallAsync("Runtime.evaluate", new JsonObject { ["expression"] = within, ["awaitPromise"] = true, ["returnByValue"] = true }, cancellation);
        return answer.TryGetProperty("exceptionDetails", out var thrown) ? throw new InvalidOperationException(thrown.ToString()) : answer.GetProperty("result").GetProperty("value");
    }

    /// <summary>The browser writes down where it listens once it does, and tells its pages there.</summary>
    private static async Task<Uri> AddressAsync(string profile, CancellationToken cancellation)
    {
        var file = Path.Combine(profile, "DevToolsActivePort");
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!File.Exists(file) || (await File.ReadAllLinesAsync(file, cancellation)).Length < 2)
        {
            await timer.WaitForNextTickAsync(cancellation);
        }

        var port = (await File.ReadAllLinesAsync(file, cancellation))[0];
        using var client = new HttpClient();
        using var pages = JsonDocument.Parse(await client.GetStringAsync(new Uri($"http://127.0.0.1:{port}/json/list"), cancellation));
        return new Uri(pages.RootElement.EnumerateArray().First(page => page.GetProperty("type").GetString() == "page").GetProperty("webSocketDebuggerUrl").GetString() ?? "");
    }

    private async Task<string> ReceiveAsync(CancellationToken cancellation)
    {
        using var message = new MemoryStream();
        var buffer = new byte[64 << 10];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer.AsMemory(), cancellation);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return Encoding.UTF8.GetString(message.ToArray());
    }
}
