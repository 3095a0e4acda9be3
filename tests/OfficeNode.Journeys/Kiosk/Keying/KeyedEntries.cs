using System.Globalization;
using Microsoft.Playwright;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Core.Keying;
using OfficeNode.Host.Settings;
using OfficeNode.Journeys.Keying;

namespace OfficeNode.Journeys.Kiosk.Keying;

/// <summary>Entries of small pages with what was read on them, and people at their screens.</summary>
internal static class KeyedEntries
{
    /// <summary>A patent form as it was read.</summary>
    public static PageText FormOf(string number) => KeyingOffice.Text(
        $"(21) Application number: {number}",
        "(22) Filing date: 26.02.2025",
        "(51) Classification: F24S 10/20",
        "(54) Title: Solar water heater with a siphon valve",
        "(71) Applicant: Lake Basin Tools Ltd",
        "Address: 14 Harbour Road, Mombasa 80100",
        "(72) Inventor: Amina Wanjiru Otieno");

    /// <summary>So many entries from E-1 on, each of two pages, the first one read.</summary>
    public static async Task MakeAsync(TestNode node, int count, Func<KeyingSettings, KeyingSettings>? keying = null)
    {
        KeyingOffice.Change(node, keying ?? (settings => settings));
        using var opened = Host.Journey.Node.Open(node.Folder.Root, new PhysicalDisk(), node.Time);
        var batch = await KeyingOffice.ScanAsync(opened, [.. Enumerable.Range(1, count).SelectMany(PapersOf)]);
        ScannedDossier.HandOver(node, (int)batch.Number);
    }

    /// <summary>What stands in a field of an entry's first keying; null where nothing does.</summary>
    public static EntryValue? ValueOf(TestNode node, string path, int entry = 1) => node.Read(session => session.EntryValues.At(new EntryId(entry), KeyingPass.First, path, 0));

    /// <summary>Puts the focus into a field by its name, as a link of a summary does.</summary>
    public static Task FocusAsync(BrowserPage page, string name) => Field(page, name).FocusAsync();

    public static ILocator Field(BrowserPage page, string name) => page.Page.Locator($"[name='{name}']");

    private static IEnumerable<Paper> PapersOf(int number) => PapersOf(string.Create(CultureInfo.InvariantCulture, $"P/2025/{122 + number:D6}"));

    private static IEnumerable<Paper> PapersOf(string number) => [KeyingOffice.Sheet(number), new(Text: FormOf(number)), new()];
}
