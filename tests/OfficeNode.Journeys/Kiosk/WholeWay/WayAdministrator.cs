namespace OfficeNode.Journeys.Kiosk.WholeWay;

/// <summary>The administrator's part of the way: the first start, the people, the number series, the agreement with the receiver.</summary>
internal sealed class WayAdministrator
{
    private readonly KioskPerson _person;

    public WayAdministrator(KioskPerson person) => _person = person;

    /// <summary>Becomes the first person of a fresh node.</summary>
    public async Task BeFirstAsync()
    {
        await _person.ComeAsync();
        await _person.See("#Given-Name").ToBeFocusedAsync();
        await _person.TypeAsync(_person.Name);
        await _person.FillAsync("#Given-FullName", _person.FullName);
        await _person.FillAsync("#Given-Secret", Visitor.Password);
        await _person.LookAsync("first-start");
        await _person.PressAsync("Enter");
        await _person.See(".menu summary").ToHaveTextAsync(_person.FullName);
    }

    /// <param name="others">Each with their roles, as the boxes on the screen are called.</param>
    public async Task AddPeopleAsync(params IReadOnlyList<(KioskPerson Person, string[] Roles)> others)
    {
        await _person.GoToAsync("/people");
        foreach (var (other, roles) in others)
        {
            await AddAsync(other, roles);
        }

        await _person.LookAsync("people");
    }

    /// <summary>Adds the series from which the counter gives numbers of patents.</summary>
    /// <param name="next">The ordinal of its next number.</param>
    public async Task AddSeriesAsync(int next)
    {
        await _person.GoToAsync("/counter/series");
        await _person.PressAsync("i");
        await _person.See("#Given-Right").ToBeFocusedAsync();
        await _person.FillAsync("#Given-Name", "Patents Act 2015");
        await _person.FillAsync("#Given-Next", FormattableString.Invariant($"{next}"));
        await _person.PressAsync("Control+Enter");
        await _person.See("main table").ToContainTextAsync("Patents Act 2015");
    }

    /// <summary>Enters that the receiver agreed to take packages.</summary>
    public async Task AgreeAsync(string destination)
    {
        await _person.GoToAsync("/destinations");
        await _person.FollowAsync($"a[href='/destinations/{destination}']");
        await _person.TabToAsync("input[name='Given.State']");
        await _person.PressAsync("ArrowDown", "ArrowDown");
        await _person.See("#state-Agreed").ToBeCheckedAsync();
        await _person.FillAsync("#Given-Reference", "Letter 7");
        await _person.TabToAsync("#Given-Date");
        await _person.TypeAsync("05052026");   // the fifth of the fifth, whichever of the two a language writes first
        await _person.See("#Given-Date").ToHaveValueAsync("2026-05-05");
        await _person.PressAsync("Control+Enter");
        await _person.See("main > .note").ToBeFocusedAsync();
        await _person.PressAsync("t");
        await _person.See("#errands:not(:has([hx-get])) .good").ToHaveCountAsync(1);
        await _person.LookAsync("destination");
    }

    private async Task AddAsync(KioskPerson other, IEnumerable<string> roles)
    {
        await _person.PressAsync("i");
        await _person.See("#Given-Name").ToBeFocusedAsync();
        await _person.TypeAsync(other.Name);
        await _person.FillAsync("#Given-FullName", other.FullName);
        foreach (var role in roles)
        {
            await _person.TabToAsync("#Given-" + role);
            await _person.PressAsync("Space");
        }

        await _person.FillAsync("#Given-Secret", Visitor.Password);
        await _person.PressAsync("Control+Enter");
        await _person.See("main table").ToContainTextAsync(other.FullName);
    }
}
