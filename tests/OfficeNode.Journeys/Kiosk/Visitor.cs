using System.Net;
using System.Text.RegularExpressions;

namespace OfficeNode.Journeys.Kiosk;

/// <summary>Somebody at a browser without script: keeps cookies, fills forms in as they were given, and can send what no form holds.</summary>
internal sealed partial class Visitor : IDisposable
{
    public const string Password = "market day 47";

    private readonly HttpClient _client;

    public Visitor(Uri address)
    {
        _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = address };
    }

    public CookieContainer Cookies { get; } = new();

    public HttpClient Client => _client;

    /// <summary>Asks for an address; what it redirects to is not followed.</summary>
    public Task<Answer> GetAsync(string address, CancellationToken cancellation) => SendAsync(new HttpRequestMessage(HttpMethod.Get, Relative(address)), cancellation);

    /// <summary>Loads a page and sends one of its forms, with its hidden fields and what is given.</summary>
    /// <param name="form">The name of the form.</param>
    public async Task<Answer> FillAsync(string address, string form, IEnumerable<(string Name, string Value)> given, CancellationToken cancellation)
    {
        var page = await GetAsync(address, cancellation);
        return await SendFormAsync(address, [.. HiddenOf(page.Body, form), .. given], cancellation);
    }

    /// <summary>Sends fields to an address whether or not a form there holds them.</summary>
    public Task<Answer> SendFormAsync(string address, IReadOnlyList<(string Name, string Value)> fields, CancellationToken cancellation) => SendAsync(
        new HttpRequestMessage(HttpMethod.Post, Relative(address)) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) },
        cancellation);

    public async Task<Answer> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var asked = request;
        using var answer = await _client.SendAsync(asked, cancellation);
        return new Answer(answer.StatusCode, InHere(answer.Headers.Location), await answer.Content.ReadAsStringAsync(cancellation), answer.Headers.ToDictionary(
            header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    public Task<Answer> SignInAsync(string name, string secret, CancellationToken cancellation) =>
        FillAsync("/sign-in", "sign-in", [("Given.Name", name), ("Given.Secret", secret)], cancellation);

    /// <summary>Makes the first person, as the first screen asks for.</summary>
    public Task<Answer> BeFirstAsync(string name, CancellationToken cancellation) =>
        FillAsync("/first", "first", [("Given.Name", name), ("Given.FullName", "Amina Sow"), ("Given.Secret", Password)], cancellation);

    /// <summary>The hidden fields of a form of a page, the token that protects it among them.</summary>
    public static IReadOnlyList<(string Name, string Value)> HiddenOf(string page, string form)
    {
        var found = Forms().Matches(page).Select(match => match.Value).FirstOrDefault(text => text.Contains($"name=\"_handler\" value=\"{form}\"", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"The page has no form {form}: {page}");
        return HiddenIn(found);
    }

    /// <summary>The hidden fields of the first form of a page that is sent to an address of its own.</summary>
    public static IReadOnlyList<(string Name, string Value)> HiddenAt(string page, string action)
    {
        var found = Forms().Matches(page).Select(match => match.Value).FirstOrDefault(text => text.Contains($"action=\"{action}\"", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"The page has no form for {action}: {page}");
        return HiddenIn(found);
    }

    public void Dispose() => _client.Dispose();

    private static IReadOnlyList<(string Name, string Value)> HiddenIn(string form) =>
        [.. Hidden().Matches(form).Select(match => (WebUtility.HtmlDecode(match.Groups["name"].Value), WebUtility.HtmlDecode(match.Groups["value"].Value)))];

    // The framework writes its own host before places of this node.
    private string? InHere(Uri? place) => place?.OriginalString.Replace(_client.BaseAddress!.GetLeftPart(UriPartial.Authority), "", StringComparison.Ordinal);   // set with the client

    private static Uri Relative(string address) => new(address, UriKind.Relative);

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();
}

/// <summary>What a visitor was answered.</summary>
/// <param name="Location">Where it leads; null when it leads nowhere.</param>
internal sealed record Answer(HttpStatusCode Status, string? Location, string Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>As a person reads it.</summary>
    public string Text => WebUtility.HtmlDecode(Body);
}
