using Microsoft.Playwright;
using NUnit.Framework;

namespace OfficeNode.Journeys.Kiosk;

/// <summary>
/// Debian's Chromium, started once for all fixtures. Playwright's driver comes whole in its package and nothing is downloaded; the browser is the
/// machine's own, as an office has it.
/// </summary>
internal static class Browser
{
    private const string Program = "/usr/bin/chromium";

    private static IPlaywright? _playwright;
    private static IBrowser? _browser;

    /// <summary>A window of its own, without anything that other tests left; skips the test where there is no browser.</summary>
    public static async Task<BrowserPage> OpenAsync(Uri site, BrowserLook look)
    {
        if (!File.Exists(Program))
        {
            Assert.Ignore($"{Program} is not installed (Debian package chromium).");
        }

        Assertions.SetDefaultExpectTimeout(BrowserPage.Patience);
        _playwright ??= await Playwright.CreateAsync();
        _browser ??= await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = ["--no-sandbox"] });
        return await BrowserPage.OpenAsync(_browser, site, look);
    }

    public static async Task CloseAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }
}

/// <summary>Ends the browser after the last fixture of this folder.</summary>
[SetUpFixture]
public sealed class BrowserEnd
{
    [OneTimeTearDown]
    public Task CloseAsync() => Browser.CloseAsync();
}
