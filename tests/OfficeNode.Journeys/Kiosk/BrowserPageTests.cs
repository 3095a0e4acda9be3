using NUnit.Framework;

namespace OfficeNode.Journeys.Kiosk;

/// <summary>That a page notes what must not happen: a net without holes, or the other tests prove nothing.</summary>
[CancelAfter(120_000)]
public sealed class BrowserPageTests
{
    [TestCase("() => console.error('lost')", "lost")]
    [TestCase("() => { const style = document.createElement('style'); style.textContent = 'p { color: red }'; document.head.append(style); }", "Content Security Policy")]
    [TestCase("() => document.body.insertAdjacentHTML('beforeend', '<img alt=\"\" src=\"http://127.0.0.1:1/x.png\">')", "Content Security Policy")]
    [TestCase("() => { fetch('/nowhere'); }", "404")]
    [TestCase("() => document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))", "A pointer was used.")]
    [TestCase("() => document.body.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }))", "A pointer was used.")]
    [TestCase("() => document.body.dispatchEvent(new PointerEvent('click', { bubbles: true, pointerType: 'mouse' }))", "A pointer was used.")]
    public async Task What_must_not_happen_on_a_screen_is_noted(string happening, string noted)
    {
        await using var site = await ComponentSite.StartAsync(TestContext.CurrentContext.CancellationToken);
        await using var page = await Browser.OpenAsync(site.Address, new BrowserLook());
        await page.GoAsync("/");

        await page.Page.RunAndWaitForConsoleMessageAsync(() => page.Page.EvaluateAsync(happening));

        Assert.That(page.Faults, Has.Some.Contains(noted));
    }
}
