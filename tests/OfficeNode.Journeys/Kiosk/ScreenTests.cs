using Microsoft.Playwright;
using NUnit.Framework;
using OfficeNode.Core.People;
using OfficeNode.Journeys.Service;

namespace OfficeNode.Journeys.Kiosk;

/// <summary>Tests of screens that a node of their own serves, used by keys alone. The node is made before each test and removed after it.</summary>
public abstract class ScreenTests : BrowserTests
{
    private const int MostTabs = 60;

    private protected TestNode Node { get; private set; } = null!;   // set before each test

    [SetUp]
    public async Task MakeNode() => Node = await TestNode.CreateAsync();

    [TearDown]
    public void RemoveNode() => Node.Dispose();

    /// <summary>Opens a screen as a person of some roles who is signed in.</summary>
    private protected async Task<BrowserPage> OpenAsAsync(ServedNode served, string address, BrowserLook look, params Role[] roles)
    {
        var page = await OpenAsync(served.Address, "/sign-in", look);
        var name = roles.Length == 1 ? roles[0].ToString().ToLowerInvariant() : "omar";
        var cookie = served.As(name, roles).Cookies.GetCookies(served.Address)["officenode"]!;   // the visitor is signed in
        await page.Page.Context.AddCookiesAsync([new() { Name = cookie.Name, Value = cookie.Value, Url = served.Address.ToString() }]);
        await page.GoAsync(address);
        return page;
    }

    /// <summary>Goes to an element as a person does who has no mouse.</summary>
    private protected static async Task TabToAsync(BrowserPage page, string selector)
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
    private protected static async Task CheckAsync(BrowserPage page, string name)
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

    private protected static ILocatorAssertions Expect(BrowserPage page, string selector) => Assertions.Expect(page.Page.Locator(selector));
}
