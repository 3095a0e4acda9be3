using System.Diagnostics;

namespace OfficeNode.Benchmarks;

/// <summary>Clerks who key and search, each in a browser of their own, as quickly as people do.</summary>
internal static class ThreeClerks
{
    public static readonly TimeSpan Time = TimeSpan.FromMinutes(1);

    private const int FieldsOfEach = 20;

    // Two fields a second and seven letters: nobody confirms quicker who looks at the page.
    private static readonly TimeSpan OfField = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan OfLetter = TimeSpan.FromMilliseconds(150);

    private static readonly string[] Searches = ["mitavido", "kagusol trading", "r0500"];

    public static async Task WorkAsync(Uri address, IReadOnlyList<string> tokens, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(tokens.Select((token, clerk) => WorkAsync(address, token, Searches[clerk % Searches.Length], began, cancellationToken)));
    }

    private static async Task WorkAsync(Uri address, string token, string search, long began, CancellationToken cancellationToken)
    {
        await using var page = await DevTools.OpenAsync(cancellationToken);
        await page.SignInAsync(address, token, cancellationToken);
        while (Stopwatch.GetElapsedTime(began) < Time)
        {
            await ScreenWaits.GoAsync(page, new Uri(address, "/keying"), "[data-key='Ctrl+Enter']", cancellationToken);
            await page.PressAsync("Control+Enter", cancellationToken);
            await ScreenWaits.UntilAsync(page, "document.querySelector('form[data-keying]') && document.activeElement.matches('[data-state]')", cancellationToken);
            await PressAsync(page, Enumerable.Repeat("Enter", FieldsOfEach), OfField, cancellationToken);
            await page.PressAsync("Control+Enter", cancellationToken);
            await ScreenWaits.GoAsync(page, new Uri(address, "/register"), "#q", cancellationToken);
            await PressAsync(page, search.Select(letter => letter.ToString()), OfLetter, cancellationToken);
            await ScreenWaits.UntilAsync(page, $"document.querySelector('#results')?.dataset.typed === '{search}'", cancellationToken);
        }
    }

    private static async Task PressAsync(DevTools page, IEnumerable<string> keys, TimeSpan pace, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(pace);
        foreach (var key in keys)
        {
            await page.PressAsync(key, cancellationToken);
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }
}
