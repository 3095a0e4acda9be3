using System.Text.Json;
using NUnit.Framework;

namespace OfficeNode.Journeys.Kiosk.WholeWay;

/// <summary>Keying by Enter alone: what was read rightly is kept, what is wrong or missing is typed.</summary>
internal sealed class WayKeying
{
    public const string Title = "titles#0";
    public const string Agent = "parties[representative].name#0";

    private const int MostFields = 120;
    private const string Here = "() => ({ name: document.activeElement.name ?? '', value: document.activeElement.value ?? '', state: document.activeElement.dataset.state ?? '' })";

    private readonly KioskPerson _person;

    public WayKeying(KioskPerson person) => _person = person;

    /// <summary>Opens the first entry that is due.</summary>
    public async Task BeginAsync()
    {
        await _person.GoToAsync("/keying");
        await _person.LookAsync("keying-list");
        await _person.PressAsync("Control+Enter");
        await _person.See("form[data-keying]").ToBeVisibleAsync();
        await _person.See("[data-viewer-box]").ToBeVisibleAsync();
        await _person.LookAtWindowAsync("keying");
    }

    /// <summary>Goes through a form, from the field with the focus to its end.</summary>
    /// <param name="paper">What stands on the paper, or is known of the filing, by the names of the fields.</param>
    /// <returns>How many values that the machine read were kept, and how many were typed.</returns>
    public async Task<(int Kept, int Typed)> GoThroughAsync(IReadOnlyDictionary<string, string> paper)
    {
        await _person.See("form[data-keying] [data-state]:focus").ToHaveCountAsync(1);
        var (kept, typed) = (0, 0);
        for (var fields = 0; fields < MostFields; fields++)
        {
            var here = await _person.Window.EvaluateAsync<JsonElement>(Here);
            var (name, value) = (here.GetProperty("name").GetString() ?? "", here.GetProperty("value").GetString() ?? "");
            if (name.Length == 0)
            {
                await _person.See("[data-done]").ToBeFocusedAsync();
                return (kept, typed);
            }

            if (paper.TryGetValue(name, out var wanted) && wanted != value)
            {
                await _person.PressAsync("Control+a");
                await _person.TypeAsync(wanted);
                typed++;
            }
            else if (here.GetProperty("state").GetString() == "read")
            {
                kept++;
            }

            await _person.PressAsync("Enter");
        }

        Assert.Fail("Enter does not lead to the end of the form.");
        return default;
    }

    /// <summary>Says that the entry is done; the next one opens by itself.</summary>
    public Task DoneAsync() => _person.PressAsync("Control+Enter");
}
