namespace OfficeNode.Journeys.Kiosk.WholeWay;

/// <summary>The head's part: what is public is decided, and what would leave tonight is looked at.</summary>
internal sealed class WayHead
{
    private readonly KioskPerson _person;

    public WayHead(KioskPerson person) => _person = person;

    /// <summary>Records one act for dossiers.</summary>
    public async Task PublishAsync(params IReadOnlyList<long> dossiers)
    {
        await _person.GoToAsync("/publication");
        foreach (var dossier in dossiers)
        {
            await _person.TabToAsync($"input[name='d'][value='{dossier}']");
            await _person.PressAsync("Space");
        }

        await _person.PressAsync("a");
        await _person.See("input[name='Given.Kind'][autofocus]").ToBeFocusedAsync();
        await _person.FillAsync("#Given-Gazette", "2026-11");
        await _person.PressAsync("Control+Enter");
        await _person.See("main table").ToBeVisibleAsync();
        await _person.LookAsync("act");
        await _person.PressAsync("Control+Enter");
        await _person.See("main > .note:not(.look)").ToBeFocusedAsync();   // the screen before warns at the same place
    }

    /// <summary>Looks at what would leave.</summary>
    public async Task LookAtTonightAsync(string destination, int records)
    {
        await _person.GoToAsync("/tonight");
        await _person.See($"a[href='/tonight/{destination}/leaving']").ToBeVisibleAsync();   // counted in the background
        await _person.LookAsync("tonight");
        await _person.FollowAsync($"a[href='/tonight/{destination}/leaving']");
        await _person.See("main tbody tr").ToHaveCountAsync(records);
    }
}
