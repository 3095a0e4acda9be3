using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;
using NUnit.Framework;
using OfficeNode.Core.People;
using OfficeNode.Journeys.Service;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Kiosk.Keying;

/// <summary>Service or browser end by force while somebody types: at most the field being typed is lost. Three points each day, twenty with <c>OFFICENODE_LONG=1</c>.</summary>
[CancelAfter(900_000)]
[Platform("Linux")]   // a service that is killed and comes back at its port
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class KeyingKillTests : BrowserTests
{
    private const int Daily = 3;
    private const int Promised = 20;

    /// <summary>Milliseconds that each key takes: 240 words a minute.</summary>
    private const float OfFastTypist = 50;

    /// <summary>What is typed, field after field.</summary>
    private static readonly (string Name, string Text)[] Fields =
    [
        ("parties[representative].name#0", "Peter Mwangi"),
        ("parties[representative].address.lines#0", "9 Mill Lane"),
        ("parties[representative].address.country#0", "KE"),
        ("abstracts#0", "A heater of water by the sun."),
    ];

    private static readonly int Keys = Fields.Sum(field => field.Text.Length + 1);

    private TestNode _node = null!;   // made before each test

    [SetUp]
    public async Task MakeNode()
    {
        _node = await TestNode.CreateAsync();
        await KeyedEntries.MakeAsync(_node, FaultPoints.Count(Daily, Promised));
        TestPeople.Add(_node, TimeProvider.System, "nadia", Role.Clerk);
    }

    [TearDown]
    public void RemoveNode() => _node.Dispose();

    [Test]
    public async Task A_service_that_is_killed_loses_nothing_of_an_open_form(CancellationToken cancellation)
    {
        var random = FaultPoints.Random();
        var serve = _node.Line(["serve", "--urls", $"http://127.0.0.1:{FreePort()}", "--json"]);
        var service = await RunningService.StartAsync(serve, [], cancellation);
        try
        {
            var page = await SignInAsync(service.Address);
            page.ExpectAbsence();
            for (var entry = 1; entry <= FaultPoints.Count(Daily, Promised); entry++)
            {
                await OpenEntryAsync(page, entry);
                var kill = random.Next(1, Keys);
                await TypeAsync(page, 0, kill);
                service.Kill();
                await service.WaitForExitAsync(cancellation);
                service.Dispose();
                await TypeAsync(page, kill, Keys);
                service = await RunningService.StartAsync(serve, [], cancellation);

                await page.Page.WaitForFunctionAsync("() => document.querySelector('[data-live]').textContent === ''");
                await AssertKeptAsync(page, entry, Keys, $"killed after {kill} keys");
            }
        }
        finally
        {
            service.Dispose();
        }
    }

    [Test]
    public async Task A_browser_page_that_is_killed_loses_at_most_the_field_being_typed(CancellationToken cancellation)
    {
        var random = FaultPoints.Random();
        await using var served = await ServedNode.StartAsync(_node, TimeProvider.System, cancellation);
        for (var entry = 1; entry <= FaultPoints.Count(Daily, Promised); entry++)
        {
            var page = await SignInAsync(served.Address);
            page.ExpectAbsence();
            await OpenEntryAsync(page, entry);
            var kill = random.Next(1, Keys);
            await TypeAsync(page, 0, kill);
            await CrashAsync(page);

            var again = await SignInAsync(served.Address);
            await AssertKeptAsync(again, entry, kill, $"killed after {kill} keys");
        }
    }

    /// <summary>Types the keys of the fields from one to another, each field ended by Enter.</summary>
    private static async Task TypeAsync(BrowserPage page, int from, int to)
    {
        var key = 0;
        foreach (var (name, text) in Fields)
        {
            for (var letter = 0; letter <= text.Length; letter++, key++)
            {
                if (key < from || key >= to)
                {
                    continue;
                }

                if (letter == 0)
                {
                    await KeyedEntries.FocusAsync(page, name);
                }

                await page.Page.Keyboard.PressAsync(letter < text.Length ? text[letter].ToString() : "Enter", new KeyboardPressOptions { Delay = OfFastTypist });
            }
        }
    }

    /// <summary>Every field that was left is whole; of the one being typed there is a beginning.</summary>
    private static async Task AssertKeptAsync(BrowserPage page, int entry, int keys, string what)
    {
        await OpenEntryAsync(page, entry);
        foreach (var (name, text) in Fields)
        {
            var kept = await KeyedEntries.Field(page, name).InputValueAsync();
            Assert.That(keys > text.Length ? kept == text : text.StartsWith(kept, StringComparison.Ordinal), Is.True, $"{what}: {name} is '{kept}'");
            keys = Math.Max(0, keys - text.Length - 1);
        }
    }

    private static Task OpenEntryAsync(BrowserPage page, int entry) => page.GoAsync(string.Create(CultureInfo.InvariantCulture, $"/keying/E-{entry}"));

    private async Task<BrowserPage> SignInAsync(Uri address)
    {
        var page = await OpenAsync(address, "/sign-in", new BrowserLook());
        await page.Page.Context.AddCookiesAsync([new() { Name = "officenode", Value = TestPeople.TokenOf(_node, TimeProvider.System, "nadia"), Url = address.ToString() }]);
        return page;
    }

    // As when the power goes: nothing of the page runs any more.
    private static async Task CrashAsync(BrowserPage page)
    {
        var crashed = new TaskCompletionSource();
        page.Page.Crash += (_, _) => crashed.TrySetResult();
        var devices = await page.Page.Context.NewCDPSessionAsync(page.Page);
        _ = devices.SendAsync("Page.crash");   // never answered
        await crashed.Task;
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
