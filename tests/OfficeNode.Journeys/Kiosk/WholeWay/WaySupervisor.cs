namespace OfficeNode.Journeys.Kiosk.WholeWay;

/// <summary>The supervisor's part: what was keyed is released, packages are made and sent, answers come in.</summary>
internal sealed class WaySupervisor
{
    private readonly KioskPerson _person;

    public WaySupervisor(KioskPerson person) => _person = person;

    /// <summary>Releases all that waits.</summary>
    /// <param name="station">Under which a picture of the first is kept.</param>
    public async Task ReleaseAsync(int count, string station)
    {
        await _person.GoToAsync("/release");
        await _person.See("main tbody tr").ToHaveCountAsync(count);
        await _person.PressAsync("Control+Enter");
        await _person.See(".release-row").Not.ToHaveCountAsync(0);
        await _person.LookAtWindowAsync(station);
        for (var released = 1; released <= count; released++)
        {
            await _person.PressAsync("Control+Enter");
            await _person.See(released < count ? ".keying-top [role=status]" : "main .empty").ToBeVisibleAsync();
        }
    }

    /// <summary>Has what is new packaged, and sent.</summary>
    public async Task SendAsync()
    {
        await GoToSendingAsync();
        await AskAsync("Control+b");
        await AskAsync("Control+Enter");
        await _person.See("#errands .stop").ToHaveCountAsync(0);
    }

    /// <summary>Asks the receiver for what it answered.</summary>
    public async Task AskForAnswersAsync(string station)
    {
        await GoToSendingAsync();
        await AskAsync("Control+Enter");
        await _person.LookAsync(station);
    }

    /// <summary>Looks at a package with what was answered to each of its records.</summary>
    public async Task LookAtPackageAsync(string package, string station)
    {
        await _person.GoToAsync("/packages");
        await _person.FollowAsync($"a[href='/packages/{package}']");
        await _person.See("#records").ToBeVisibleAsync();
        await _person.LookAsync(station);
    }

    /// <summary>Opens the refused record of the package that is shown at the field that the refusal names, and corrects it.</summary>
    public async Task CorrectAsync(string field, string right)
    {
        await _person.FollowAsync("td a[href*='field=']");
        await _person.See("form[action$='/correct'] button[autofocus]").ToBeFocusedAsync();
        await _person.LookAsync("refused-record");
        await _person.PressAsync("Enter");
        await _person.See($"[name='{field}']").ToBeFocusedAsync();
        await _person.LookAtWindowAsync("correction");
        await _person.PressAsync("Control+a");
        await _person.TypeAsync(right);
        await _person.PressAsync("Enter", "Control+Enter");
        await _person.See("main .empty").ToBeVisibleAsync();
    }

    private async Task GoToSendingAsync()
    {
        await _person.GoToAsync("/tonight");
        await _person.PressAsync("s");
        await _person.See("#Given-Destination").ToBeFocusedAsync();
    }

    private async Task AskAsync(string key)
    {
        await _person.Window.EvaluateAsync("() => document.querySelector('#errands').setAttribute('data-before', '')");   // the screen that comes has none
        await _person.PressAsync(key);
        await _person.See("#errands:not([data-before]):not(:has([hx-get]))").ToHaveCountAsync(1);
    }
}
