namespace OfficeNode.Journeys.Kiosk.WholeWay;

/// <summary>The clerk's morning at the counter: a filing gets its number and its separator sheets.</summary>
internal sealed class WayCounter
{
    private readonly KioskPerson _person;

    public WayCounter(KioskPerson person) => _person = person;

    public Task GoToAsync() => _person.GoToAsync("/counter");

    /// <summary>Takes a filing in.</summary>
    /// <param name="paper">What lies on the desk; its number is the one that is given.</param>
    public async Task ReceiveAsync(WayFiling paper)
    {
        await _person.PressAsync("p");
        await _person.See("#Given-Applicant").ToBeFocusedAsync();
        await _person.TypeAsync(paper.Applicant);
        foreach (var (code, sheets) in WayFiling.Documents)
        {
            await _person.FillAsync("#Given-Sheets-" + code, FormattableString.Invariant($"{sheets}"));
        }

        await _person.FillAsync("#Given-FeeReceipt", "R-2026-77");
        await _person.PressAsync("Control+Enter");
        await _person.See(".given").ToBeFocusedAsync();
        await _person.See(".given-number").ToHaveTextAsync(paper.Number);
    }

    /// <summary>Has the separator sheets of the filing printed whose number was just given.</summary>
    /// <param name="file">Where the PDF goes.</param>
    public async Task PrintSeparatorsAsync(string file)
    {
        await _person.LookAsync("counter");
        var printed = await _person.Window.RunAndWaitForDownloadAsync(() => _person.PressAsync("s"));
        await printed.SaveAsAsync(file);
    }
}
