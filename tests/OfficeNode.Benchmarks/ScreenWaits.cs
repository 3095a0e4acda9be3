namespace OfficeNode.Benchmarks;

/// <summary>What somebody waits for within a screen, from the press of a key to the frame that shows what it brought.</summary>
internal static class ScreenWaits
{
    private const int Dossiers = 12;
    private const int FieldsOfEach = 20;

    // From the press of a key to the first frame that shows the rows for all that stands in the field.
    private const string WatchRows = """
        (() => {
          window.waits = [];
          let pressed = 0;
          const isAnswered = () => document.querySelector('#results')?.dataset.typed === document.querySelector('#q')?.value;
          addEventListener('keydown', () => { pressed = performance.now(); }, true);
          new MutationObserver(() => {
            if (pressed > 0 && isAnswered()) {
              const from = pressed;
              pressed = 0;
              requestAnimationFrame(() => window.waits.push(performance.now() - from));
            }
          }).observe(document.body, { childList: true, subtree: true });
          return 0;
        })()
        """;

    // Survives the change from one dossier to the next: screens are replaced within one document.
    private const string WatchKeying = """
        (() => {
          window.waits = { field: [], dossier: [] };
          let pressed = 0;
          let goesOn = false;
          document.addEventListener('keydown', event => {
            pressed = performance.now();
            goesOn = event.ctrlKey;
            if (event.key === 'Enter' && event.ctrlKey) {
              const before = document.querySelector('[data-viewer-sheet] img');
              const look = () => {
                const now = document.querySelector('[data-viewer-sheet] img');
                if (now !== before && now?.complete && now.naturalWidth > 0 && document.activeElement.matches('[data-state]')) {
                  window.waits.dossier.push(performance.now() - pressed);
                } else {
                  requestAnimationFrame(look);
                }
              };
              look();
            }
          }, true);
          document.addEventListener('focusin', event => {
            const from = pressed;
            if (event.target.matches('[data-state]') && from > 0 && !goesOn) {
              requestAnimationFrame(() => window.waits.field.push(performance.now() - from));
            }
          });
          return 0;
        })()
        """;

    // Words of marks, holders, numbers, and words with a class, as clerks type them.
    private static readonly string[] Typed = ["x", "kalomita trad", "tm/1999/0000", "ner sol com", "vidor cl:25", "r0123"];

    /// <summary>Types into the search of the register; milliseconds for each key.</summary>
    public static async Task<IReadOnlyList<double>> TypeAsync(DevTools page, Uri address, CancellationToken cancellationToken)
    {
        var waits = new List<double>();
        foreach (var text in Typed)
        {
            await GoAsync(page, new Uri(address, "/register"), "#q:focus", cancellationToken);
            await page.EvaluateAsync(WatchRows, cancellationToken);
            foreach (var length in Enumerable.Range(1, text.Length))
            {
                await page.PressAsync(text[(length - 1)..length], cancellationToken);
                await UntilAsync(page, $"document.querySelector('#results')?.dataset.typed === '{text[..length]}'", cancellationToken);
            }

            waits.AddRange(await page.EvaluateAllAsync("window.waits", cancellationToken));
        }

        return [.. waits.Skip(Typed[0].Length)];   // the first is for warming
    }

    /// <summary>Keys dossiers by keys alone; milliseconds to each next field, and to each next dossier.</summary>
    public static async Task<(IReadOnlyList<double> Fields, IReadOnlyList<double> Dossiers)> KeyAsync(DevTools page, Uri address, CancellationToken cancellationToken)
    {
        await GoAsync(page, new Uri(address, "/keying"), "[data-key='Ctrl+Enter']", cancellationToken);
        await page.PressAsync("Control+Enter", cancellationToken);
        await UntilAsync(page, "document.querySelector('form[data-keying]') && document.activeElement.matches('[data-state]')", cancellationToken);
        await page.EvaluateAsync(WatchKeying, cancellationToken);
        for (var dossier = 1; dossier <= Dossiers; dossier++)
        {
            for (var field = 0; field < FieldsOfEach; field++)
            {
                await page.PressAsync("Enter", cancellationToken);
            }

            await page.PressAsync("Control+Enter", cancellationToken);
            await UntilAsync(page, FormattableString.Invariant($"window.waits.dossier.length === {dossier}"), cancellationToken);
        }

        // The first dossier compiles what the others use.
        return ([.. (await page.EvaluateAllAsync("window.waits.field", cancellationToken)).Skip(FieldsOfEach)], [.. (await page.EvaluateAllAsync("window.waits.dossier", cancellationToken)).Skip(1)]);
    }

    /// <summary>Goes to a screen and waits until something is there.</summary>
    public static async Task GoAsync(DevTools page, Uri address, string selector, CancellationToken cancellationToken)
    {
        await page.GoAsync(address, cancellationToken);
        await UntilAsync(page, $"document.readyState === 'complete' && document.querySelector(\"{selector}\")", cancellationToken);
    }

    /// <summary>Waits until something is so.</summary>
    public static Task UntilAsync(DevTools page, string condition, CancellationToken cancellationToken) =>
        page.EvaluateAsync($"new Promise(done => {{ const look = () => {condition} ? done(1) : requestAnimationFrame(look); look(); }})", cancellationToken);
}
