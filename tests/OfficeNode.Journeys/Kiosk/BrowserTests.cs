using NUnit.Framework;

namespace OfficeNode.Journeys.Kiosk;

/// <summary>Tests that look at screens through a browser. A page on which something went wrong fails its test, whatever the test asked.</summary>
public abstract class BrowserTests
{
    private readonly List<BrowserPage> _pages = [];

    [TearDown]
    public async Task Nothing_went_wrong_on_any_page()
    {
        var faults = _pages.SelectMany(page => page.Faults).ToList();
        foreach (var page in _pages)
        {
            await page.DisposeAsync();
        }

        _pages.Clear();
        Assert.That(faults, Is.Empty);
    }

    /// <summary>Opens a page at the site's own address <paramref name="address"/>.</summary>
    private protected async Task<BrowserPage> OpenAsync(Uri site, string address, BrowserLook look)
    {
        var page = await Browser.OpenAsync(site, look);
        _pages.Add(page);
        await page.GoAsync(address);
        return page;
    }
}
