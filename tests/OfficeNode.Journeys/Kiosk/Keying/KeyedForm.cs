using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Kiosk.Keying;

/// <summary>What stands behind the keying page of <see cref="ComponentSite"/>: it keeps what is saved, and can know of another person's work.</summary>
internal sealed class KeyedForm
{
    private const int ScreenSide = 300;
    private const int FullSide = 900;

    private long _version = 7;

    /// <summary>What came, one entry for each request: the values by the fields' names, an exclamation mark before those that were confirmed.</summary>
    public ConcurrentQueue<IReadOnlyDictionary<string, string>> Saves { get; } = [];

    /// <summary>The pictures that were asked for.</summary>
    public ConcurrentQueue<string> Pictures { get; } = [];

    /// <summary>The values that somebody else saved meanwhile, by the fields' names.</summary>
    public ConcurrentDictionary<string, string> Others { get; } = [];

    /// <summary>What is found wrong, by the fields' names.</summary>
    public ConcurrentDictionary<string, string> Findings { get; } = [];

    public void Map(WebApplication app)
    {
        app.MapGet("/pictures/{page}/{size}", (string page, string size) => Picture(page, size));
        app.MapPost("/keying/save", (HttpRequest request, CancellationToken stop) => SaveAsync(request, stop));
        app.MapGet("/keying/look", () => Results.Json(Answer([], [])));
        app.MapGet("/keying/names", (string text) => Results.Json(new[] { "Société Sahel Énergie SARL", "Société Générale" }
            .Where(name => name.Contains(text, StringComparison.OrdinalIgnoreCase))));
        app.MapPost("/keying/done", () => Results.Redirect("/today"));
    }

    private IResult Picture(string page, string size)
    {
        Pictures.Enqueue($"{page}/{size}");
        var side = size == "full" ? FullSide : ScreenSide;
        return Results.Bytes(TinyPng.Write(side, new byte[side * side * 3]), "image/png");
    }

    private async Task<IResult> SaveAsync(HttpRequest request, CancellationToken cancellation)
    {
        var form = await request.ReadFormAsync(cancellation);
        var values = form.Keys.Where(key => key.StartsWith("value:", StringComparison.Ordinal)).ToDictionary(key => key["value:".Length..], key => form[key].ToString());
        var confirmed = form["confirmed"];
        Saves.Enqueue(values.ToDictionary(value => value.Key, value => (confirmed.Contains(value.Key) ? "!" : "") + value.Value));
        var refused = values.Keys.Where(name => Others.TryGetValue(name, out var other) && form["was:" + name] != other).ToList();
        return Results.Json(Answer(values.ToDictionary(value => value.Key, value => (value.Value, confirmed.Contains(value.Key))), refused));
    }

    private object Answer(Dictionary<string, (string Text, bool IsConfirmed)> values, List<string> refused) => new
    {
        version = Interlocked.Increment(ref _version),
        held = (string?)null,
        fields = values.ToDictionary(value => value.Key, value => new
        {
            state = value.Value.IsConfirmed ? "confirmed" : "typed",
            value = value.Value.Text,
            note = "",
            understood = "",
            findings = Findings.TryGetValue(value.Key, out var text) ? new[] { new { severity = "error", word = "Error:", text } } : [],
        }),
        conflicts = refused.ToDictionary(name => name, name => new { value = Others[name], text = $"B. Person saved “{Others[name]}” meanwhile.", take = "Take this" }),
    };
}
