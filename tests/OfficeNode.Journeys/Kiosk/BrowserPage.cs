using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace OfficeNode.Journeys.Kiosk;

/// <summary>
/// One open page, used by keys alone. It notes what no screen may do: an error in the console, a refusal by the content security policy, a request
/// that fails, a pointer. Not safe for concurrent use.
/// </summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    /// <summary>Milliseconds until something that should appear counts as missing: a bound for a busy machine, never a wait.</summary>
    public const float Patience = 30_000;

    // A click by Enter, by Space or by a declared key is of no pointer.
    private const string NotesPointers = """
        for (const kind of ['pointerdown', 'mousedown', 'touchstart', 'click']) {
          addEventListener(kind, event => {
            if (kind !== 'click' || (event.pointerType ?? '') !== '') {
              console.error('A pointer was used.');
            }
          }, true);
        }
        """;

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _faults = [];
    private bool _expectsAbsence;

    private BrowserPage(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) => NoteConsole(message);
        page.PageError += (_, error) => _faults.Enqueue($"uncaught: {error}");
        page.RequestFailed += (_, request) => NoteRequest(request);
    }

    /// <summary>For what is to be seen; what is to be done is done by the methods of this class.</summary>
    public IPage Page { get; }

    /// <summary>What went wrong since the page was opened.</summary>
    public IReadOnlyList<string> Faults => [.. _faults];

    public static async Task<BrowserPage> OpenAsync(IBrowser browser, Uri site, BrowserLook look)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.ToString(),
            Locale = look.Locale,
            ColorScheme = look.Colors,
            ViewportSize = new ViewportSize { Width = look.Width, Height = look.Height },
            DeviceScaleFactor = look.Zoom,
        });
        context.SetDefaultTimeout(Patience);
        await context.AddInitScriptAsync(NotesPointers);
        return new BrowserPage(context, await context.NewPageAsync());
    }

    /// <summary>Goes to an address of the site, as typed into the address line.</summary>
    public Task GoAsync(string address) => Page.GotoAsync(address);

    /// <summary>Presses keys of a US keyboard, one after the other: <c>Tab</c>, <c>Shift+F4</c>, <c>Control+Enter</c>.</summary>
    public async Task PressAsync(params IReadOnlyList<string> keys)
    {
        foreach (var key in keys)
        {
            await Page.Keyboard.PressAsync(key);
        }
    }

    /// <summary>Presses keys as a keyboard of some country sends them.</summary>
    public async Task PressAsync(params IReadOnlyList<Keystroke> strokes)
    {
        var keyboard = await _context.NewCDPSessionAsync(Page);
        foreach (var stroke in strokes)
        {
            await keyboard.SendAsync("Input.dispatchKeyEvent", stroke.Down());
            await keyboard.SendAsync("Input.dispatchKeyEvent", stroke.Up());
        }

        await keyboard.DetachAsync();
    }

    /// <summary>Types a text where the focus is.</summary>
    public Task TypeAsync(string text) => Page.Keyboard.TypeAsync(text);

    /// <summary>From now on the service may be away: requests that fail for that are no faults.</summary>
    public void ExpectAbsence() => _expectsAbsence = true;

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void NoteConsole(IConsoleMessage message)
    {
        if (message.Type == "error" && !(_expectsAbsence && IsOfAbsence(message.Text)))
        {
            _faults.Enqueue($"console: {message.Text} ({message.Location})");
        }
    }

    private void NoteRequest(IRequest request)
    {
        // A stream of events lasts as long as its screen: leaving the screen ends it.
        if (!_expectsAbsence && !IsPictureLeft(request) && request.ResourceType != "eventsource")
        {
            _faults.Enqueue($"request: {request.Method} {request.Url} {request.Failure}");
        }
    }

    // Somebody went on before the picture was there.
    private static bool IsPictureLeft(IRequest request) => request.ResourceType == "image" && request.Failure == "net::ERR_ABORTED";

    // The browser's and htmx's own lines about a request without an answer.
    private static bool IsOfAbsence(string text) =>
        text.StartsWith("Failed to load resource", StringComparison.Ordinal)
        || text.StartsWith("htmx:sendError", StringComparison.Ordinal)
        || text.StartsWith("htmx:afterRequest", StringComparison.Ordinal)
        || text.StartsWith("Response Status Error Code", StringComparison.Ordinal);
}
