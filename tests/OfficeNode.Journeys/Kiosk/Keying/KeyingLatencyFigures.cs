using System.Globalization;
using Microsoft.Playwright;
using NUnit.Framework;
using OfficeNode.Core.People;
using OfficeNode.Journeys.Service;

namespace OfficeNode.Journeys.Kiosk.Keying;

/// <summary>
/// How long a clerk waits, measured in the browser: from a key to the next field in the next frame, and from "done" to the next dossier with its page drawn. Figures for docs/benchmarks.md, run by name; nothing is
/// judged, because a busy machine says nothing about the screen.
/// </summary>
[Explicit("figures, not a test")]
[CancelAfter(600_000)]
public sealed class KeyingLatencyFigures : BrowserTests
{
    private const int Dossiers = 12;
    private const int FieldsOfEach = 20;

    // Survives the change from one dossier to the next: screens are replaced within one document.
    private const string Watch = """
        () => {
          window.waits = { field: [], dossier: [] };
          let pressed = 0;
          document.addEventListener('keydown', event => {
            pressed = performance.now();
            if (event.key === 'Enter' && event.ctrlKey) {
              const before = document.querySelector('[data-viewer-sheet] img');
              const look = () => {
                const now = document.querySelector('[data-viewer-sheet] img');
                if (now !== before && now?.complete && now.naturalWidth > 0 && document.activeElement.matches('[data-state]')) {
                  window.waits.dossier.push(performance.now() - pressed);
                } else if (!document.querySelector('.empty')) {
                  requestAnimationFrame(look);
                }
              };
              look();
            }
          }, true);
          document.addEventListener('focusin', event => {
            const from = pressed;
            if (event.target.matches('[data-state]') && from > 0) {
              requestAnimationFrame(() => window.waits.field.push(performance.now() - from));
            }
          });
        }
        """;

    [Test]
    public async Task Next_field_and_next_dossier(CancellationToken cancellation)
    {
        using var node = await ScannedDossier.MakeAsync("trademark", "en", Dossiers);
        await using var served = await ServedNode.StartAsync(node, node.Time, cancellation);
        var page = await OpenAsync(served.Address, "/sign-in", new BrowserLook());
        await page.Page.Context.AddCookiesAsync([KeyedEntries.CookieOf(served, "nadia", Role.Clerk)]);
        await page.GoAsync("/keying");
        await page.PressAsync("Control+Enter");
        await page.Page.WaitForSelectorAsync("form[data-keying]");
        await page.Page.EvaluateAsync(Watch);
        for (var dossier = 1; dossier < Dossiers; dossier++)
        {
            await page.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            foreach (var _ in Enumerable.Range(0, FieldsOfEach))
            {
                await page.PressAsync("Enter");
            }

            await page.PressAsync("Control+Enter");
            await page.Page.WaitForFunctionAsync("count => window.waits.dossier.length === count", dossier);
        }

        foreach (var what in new[] { "field", "dossier" })
        {
            var waits = (await page.Page.EvaluateAsync<double[]>($"() => window.waits.{what}")).Order().ToList();
            TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"next {what}: {waits.Count} times, p50 {waits[waits.Count / 2]:F0} ms, p95 {waits[waits.Count * 95 / 100]:F0} ms"));
        }
    }
}
