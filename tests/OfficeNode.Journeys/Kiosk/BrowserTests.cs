using Microsoft.Playwright;
using NUnit.Framework;
using OfficeNode.Core.People;
using OfficeNode.Journeys.Service;

namespace OfficeNode.Journeys.Kiosk;

/// <summary>Tests that look at screens through a browser. A page on which something went wrong fails its test, whatever the test asked.</summary>
public abstract class BrowserTests
{
    private const int MostTabs = 60;

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

    /// <summary>Opens a screen as a person of some roles who is signed in.</summary>
    private protected async Task<BrowserPage> OpenAsAsync(ServedNode served, string address, BrowserLook look, params Role[] roles)
    {
        var page = await OpenAsync(served.Address, "/sign-in", look);
        var name = roles.Length == 1 ? roles[0].ToString().ToLowerInvariant() : "omar";
        await page.Page.Context.AddCookiesAsync([CookieOf(served, name, roles)]);
        await page.GoAsync(address);
        return page;
    }

    /// <summary>Goes to an element as a person does who has no mouse.</summary>
    internal static async Task TabToAsync(BrowserPage page, string selector)
    {
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            if (await page.Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }

            await page.PressAsync("Tab");
        }

        Assert.Fail($"The Tab key does not lead to {selector}.");
    }

    /// <summary>Keeps a picture of the screen where pictures are wanted, and fails when anything about it keeps somebody out.</summary>
    internal static async Task CheckAsync(BrowserPage page, string name)
    {
        await Screenshots.SaveAsync(page, name);
        await AxeCheck.AssertCleanAsync(page);
    }

    /// <summary>As <see cref="CheckAsync"/>, for a window of half the width: nothing stands beyond its edge.</summary>
    private protected static async Task CheckZoomedAsync(BrowserPage page, string name)
    {
        await CheckAsync(page, name);
        var width = await page.Page.EvaluateAsync<int[]>("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]");
        Assert.That(width[0], Is.EqualTo(width[1]), name);
    }

    internal static ILocatorAssertions Expect(BrowserPage page, string selector) => Assertions.Expect(page.Page.Locator(selector));

    /// <summary>The cookie of a person who is signed in.</summary>
    private protected static Cookie CookieOf(ServedNode served, string name, params Role[] roles)
    {
        var cookie = served.As(name, roles).Cookies.GetCookies(served.Address)["officenode"]!;   // the visitor is signed in
        return new Cookie { Name = cookie.Name, Value = cookie.Value, Url = served.Address.ToString() };
    }
}
