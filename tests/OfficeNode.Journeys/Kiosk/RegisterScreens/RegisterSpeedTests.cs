using System.Globalization;
using Microsoft.Playwright;
using NUnit.Framework;
using OfficeNode.Core.People;
using OfficeNode.Journeys.Service;

namespace OfficeNode.Journeys.Kiosk.RegisterScreens;

/// <summary>How long somebody waits at the register's screens, measured in the browser. Prints figures and judges none; needs a filled register, named by <c>OFFICENODE_REGISTER</c>.</summary>
/// <remarks><c>OFFICENODE_KEEP=FILE</c> has the benchmark <c>register-search</c> leave such a register.</remarks>
[CancelAfter(1_200_000)]
public sealed class RegisterSpeedTests : BrowserTests
{
    private const int Shown = 30;

    // From the press of a key to the first frame that shows the rows for all that stands in the field.
    private const string Watch = """
        () => {
          window.waits = [];
          let pressed = 0;
          const isAnswered = () => document.querySelector('#results')?.dataset.typed === document.querySelector('#q')?.value;
          addEventListener('keydown', () => { pressed = performance.now(); }, true);
          new MutationObserver(() => {
            if (pressed > 0 && isAnswered()) {
              const from = pressed;
              pressed = 0;
              requestAnimationFrame(() => window.waits.push(performance.now() - from));
            }
          }).observe(document.body, { childList: true, subtree: true });
        }
        """;

    [TestCase("KALOMITA trad", "TM/1999/0000", "ner sol com", "vidor cl:25")]
    public async Task Rows_come_while_somebody_types(string first, string second, string third, string fourth, CancellationToken cancellation)
    {
        using var node = await CopyAsync();
        await using var served = await ServedNode.StartAsync(node, node.Time, cancellation);
        var page = await OpenAsync(served.Address, "/sign-in", new BrowserLook());
        var cookie = served.As("omar", Enum.GetValues<Role>()).Cookies.GetCookies(served.Address)["officenode"]!;   // the visitor is signed in
        await page.Page.Context.AddCookiesAsync([new() { Name = cookie.Name, Value = cookie.Value, Url = served.Address.ToString() }]);
        await page.GoAsync("/register");
        await page.Page.EvaluateAsync(Watch);
        foreach (var text in new[] { "x", first, second, third, fourth })
        {
            await page.PressAsync("Control+a", "Delete");
            foreach (var length in Enumerable.Range(1, text.Length))
            {
                await page.TypeAsync(text[(length - 1)..length]);
                await Assertions.Expect(page.Page.Locator("#results")).ToHaveAttributeAsync("data-typed", text[..length]);
            }
        }

        Say("a key to its rows, 100 ms of waiting for the next key among them", await page.Page.EvaluateAsync<double[]>("() => window.waits.slice(1)"));
        Say("a dossier", await OpenEachAsync(page, n => $"/register/{n * 17}"));
        Say("its history", await OpenEachAsync(page, n => $"/register/{n * 17}?pane=history"));
        Assert.Pass();
    }

    private static async Task<double[]> OpenEachAsync(BrowserPage page, Func<int, string> address)
    {
        var times = new List<double>();
        for (var n = 1; n <= Shown; n++)
        {
            await page.GoAsync(address(n));
            times.Add(await page.Page.EvaluateAsync<double>("() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"));
        }

        return [.. times];
    }

    private static async Task<TestNode> CopyAsync()
    {
        var register = Environment.GetEnvironmentVariable("OFFICENODE_REGISTER");
        if (string.IsNullOrEmpty(register))
        {
            Assert.Ignore("OFFICENODE_REGISTER names no register.");
        }

        var node = await TestNode.CreateAsync();
        File.Delete(node.Folder.RegisterFile + "-wal");
        File.Delete(node.Folder.RegisterFile + "-shm");
        File.Copy(register, node.Folder.RegisterFile, overwrite: true);
        return node;
    }

    private static void Say(string what, IReadOnlyCollection<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToList();
        TestContext.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what}: median {sorted[sorted.Count / 2]:F0} ms, 95 of 100 {sorted[sorted.Count * 95 / 100]:F0} ms, of {sorted.Count}"));
    }
}
