using Microsoft.Playwright;

namespace OfficeNode.Journeys.Kiosk;

/// <summary>Pictures of screens for people to look at: written only where <c>OFFICENODE_SCREENSHOTS</c> names a folder.</summary>
internal static class Screenshots
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("OFFICENODE_SCREENSHOTS");

    /// <summary>Saves the whole page as <c>NAME.png</c>, in a window as high as the page: what sticks to the window's edge lies at the page's.</summary>
    public static async Task SaveAsync(BrowserPage page, string name)
    {
        if (string.IsNullOrEmpty(Folder) || page.Page.ViewportSize is not { } window)
        {
            return;
        }

        var height = await page.Page.EvaluateAsync<int>("() => document.documentElement.scrollHeight");
        await page.Page.SetViewportSizeAsync(window.Width, Math.Max(height, window.Height));
        await SaveWindowAsync(page, name);
        await page.Page.SetViewportSizeAsync(window.Width, window.Height);
    }

    /// <summary>Keeps what was printed beside the pictures, as a file of its own kind.</summary>
    public static void Keep(string file, string name)
    {
        if (!string.IsNullOrEmpty(Folder))
        {
            File.Copy(file, Path.Combine(Folder, name + Path.GetExtension(file)), overwrite: true);
        }
    }

    /// <summary>Saves what the window shows as <c>NAME.png</c>: a dialog, a banner.</summary>
    public static async Task SaveWindowAsync(BrowserPage page, string name)
    {
        if (!string.IsNullOrEmpty(Folder))
        {
            await page.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, name + ".png") });
        }
    }
}
