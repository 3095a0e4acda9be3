namespace OfficeNode.Journeys.Kiosk.WholeWay;

/// <summary>The clerk's part with the paper: twenty pages come from the scanner, are looked through on the contact sheet, put right and handed over.</summary>
internal sealed class WayScanning
{
    private readonly KioskPerson _person;

    public WayScanning(KioskPerson person) => _person = person;

    /// <summary>Scans the stack, and sees all of it on the contact sheet.</summary>
    public async Task ScanAsync(int pages)
    {
        await _person.GoToAsync("/batches");
        await _person.PressAsync("F5");
        await _person.See("button.main[autofocus]").ToBeFocusedAsync();
        await _person.See("#scanners .hint").ToHaveCountAsync(1);
        await _person.LookAsync("scan");
        await _person.PressAsync("F5");
        await _person.See("h1").ToHaveTextAsync("B-1");
        for (var page = 1; page <= pages; page++)
        {
            await _person.See($"#p{page}").ToBeVisibleAsync();   // they come one by one
        }

        await _person.See("#feeder.good").ToHaveCountAsync(0);
    }

    /// <summary>Turns a page until it stands upright.</summary>
    public async Task TurnAsync(int page)
    {
        await _person.PressAsync("Home");
        for (var before = 1; before < page; before++)
        {
            await _person.See($"#p{before} > a").ToBeFocusedAsync();
            await _person.PressAsync(_person.Arrows.Forward);
        }

        await _person.See($"#p{page} > a").ToBeFocusedAsync();
        for (var quarters = 1; quarters <= 2; quarters++)
        {
            await _person.PressAsync("r");
            await _person.See($"#p{page}[data-turns='{quarters}']").ToBeVisibleAsync();
        }
    }

    /// <summary>Puts the last page of the sheet before the one that it lies behind.</summary>
    public async Task SwapLastAsync(int last)
    {
        await _person.PressAsync("End");
        await _person.See($"#p{last} > a").ToBeFocusedAsync();
        await _person.PressAsync("Control+x", _person.Arrows.Back, "Control+v");
        await _person.See($"#p{last} + #p{last - 1}").ToBeVisibleAsync();
        await _person.See(".leaf.cut").ToHaveCountAsync(0);
        await _person.LookAsync("contact-sheet");
    }

    /// <summary>Ends the arranging of the batch.</summary>
    public async Task HandOverAsync()
    {
        await _person.PressAsync("Control+Enter");
        await _person.See("#batch .note").ToBeVisibleAsync();
        await _person.LookAsync("handed-over");
    }
}
