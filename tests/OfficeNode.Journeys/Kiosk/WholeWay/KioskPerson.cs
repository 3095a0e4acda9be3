using Microsoft.Playwright;

namespace OfficeNode.Journeys.Kiosk.WholeWay;

/// <summary>Somebody at a window of their own. Every screen is reached as a person without a mouse reaches it: by the links of the head, by the menu, by what a screen leads to.</summary>
internal sealed class KioskPerson
{
    private readonly BrowserPage _page;

    public KioskPerson(BrowserPage page, string name, string fullName, string language)
    {
        _page = page;
        Name = name;
        FullName = fullName;
        Language = language;
    }

    /// <summary>By which the person signs in.</summary>
    public string Name { get; }

    public string FullName { get; }

    /// <summary>Of the screens.</summary>
    public string Language { get; }

    /// <summary>For what is to be seen.</summary>
    public IPage Window => _page.Page;

    /// <summary>The arrow that leads on to the next page of a sheet, and the one that leads back.</summary>
    public (string Forward, string Back) Arrows => Language == "ar" ? ("ArrowLeft", "ArrowRight") : ("ArrowRight", "ArrowLeft");

    public Task PressAsync(params IReadOnlyList<string> keys) => _page.PressAsync(keys);

    public Task TypeAsync(string text) => _page.TypeAsync(text);

    public Task TabToAsync(string selector) => BrowserTests.TabToAsync(_page, selector);

    /// <summary>Goes to a field and types over what stands in it.</summary>
    public async Task FillAsync(string selector, string text)
    {
        await TabToAsync(selector);
        await PressAsync("Control+a");
        await TypeAsync(text);
    }

    /// <summary>Goes to a link of the screen and follows it.</summary>
    public async Task FollowAsync(string selector)
    {
        await TabToAsync(selector);
        await PressAsync("Enter");
    }

    /// <summary>Goes to a screen of the head or of the menu behind the person's name.</summary>
    public async Task GoToAsync(string address)
    {
        if (await Window.Locator($".menu a[href='{address}']").CountAsync() > 0)
        {
            await OpenMenuAsync();
        }

        await FollowAsync($".top a[href='{address}']");
        await See($".top a[href='{address}'][aria-current]").ToHaveCountAsync(1);
    }

    /// <summary>Opens the kiosk, as by its address in the address line.</summary>
    public Task ComeAsync() => _page.GoAsync("/");

    public async Task SignInAsync()
    {
        await See("#Given-Name").ToBeFocusedAsync();
        await TypeAsync(Name);
        await PressAsync("Tab");
        await TypeAsync(Visitor.Password);
        await PressAsync("Enter");
        await See(".menu summary").ToHaveTextAsync(FullName);
    }

    public async Task SignOutAsync()
    {
        await OpenMenuAsync();
        await FollowAsync(".menu button");
        await See("#Given-Name").ToBeFocusedAsync();
    }

    public ILocatorAssertions See(string selector) => BrowserTests.Expect(_page, selector);

    /// <summary>Keeps a picture of the whole screen as a station of the way, and sees that nothing about it keeps somebody out.</summary>
    public Task LookAsync(string station) => BrowserTests.CheckAsync(_page, $"{Language}-way-{station}");

    /// <summary>The same of what the window shows, for screens that are as high as it.</summary>
    public async Task LookAtWindowAsync(string station)
    {
        await Screenshots.SaveWindowAsync(_page, $"{Language}-way-{station}");
        await AxeCheck.AssertCleanAsync(_page);
    }

    /// <summary>Leaves the kiosk: no screen listens to a service that is about to stop.</summary>
    public Task LeaveAsync() => _page.GoAsync("about:blank");

    private async Task OpenMenuAsync()
    {
        await TabToAsync(".menu summary");
        await PressAsync("Enter");
        await See(".menu[open]").ToHaveCountAsync(1);
    }
}
