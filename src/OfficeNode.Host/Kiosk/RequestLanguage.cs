using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Kiosk;

/// <summary>Gives each request its language: the person's own, else the first that the browser asks for and the node has.</summary>
internal sealed class RequestLanguage
{
    private readonly RequestDelegate _next;
    private readonly LanguageFolder _languages;

    public RequestLanguage(RequestDelegate next, LanguageFolder languages)
    {
        _next = next;
        _languages = languages;
    }

    public async Task InvokeAsync(HttpContext context)
    {
        var own = context.Features.Get<SignedIn>()?.Person.Language;
        using (_languages.Read().Preferred(AskedFor(context.Request).Prepend(own)).Enter())
        {
            await _next(context);
        }
    }

    private static IEnumerable<string?> AskedFor(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => language.Value.Value);
}
