using System.Text.Json;
using NUnit.Framework;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Kiosk;

/// <summary>What axe-core finds against WCAG 2.2 A and AA on the page as it stands. It comes with the client's development packages and is never served.</summary>
internal static class AxeCheck
{
    private const string Run = """
        () => axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }, resultTypes: ['violations'] })
          .then(found => found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help}: ${node.html} ${node.failureSummary}`)))
        """;

    /// <summary>Fails the test with everything that is found.</summary>
    public static async Task AssertCleanAsync(BrowserPage page)
    {
        var script = await File.ReadAllTextAsync(Repository.PathOf("src/OfficeNode.Host/Kiosk/Client/node_modules/axe-core/axe.min.js"));
        await page.Page.EvaluateAsync(script);

        var found = await page.Page.EvaluateAsync<JsonElement>(Run);

        Assert.That(found.EnumerateArray().Select(violation => violation.GetString()), Is.Empty);
    }
}
