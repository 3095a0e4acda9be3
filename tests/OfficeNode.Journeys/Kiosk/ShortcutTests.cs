using NUnit.Framework;

namespace OfficeNode.Journeys.Kiosk;

public sealed class ShortcutTests : ComponentTests
{
    private static readonly Keystroke ShiftF4 = new("F4", "F4", Shift: true);

    [Test]
    public async Task F3_goes_to_the_field_that_declares_it()
    {
        var page = await OpenAsync();

        await page.PressAsync("F3");

        await Expect(page, "#find").ToBeFocusedAsync();
    }

    [Test]
    public async Task A_key_with_shift_is_another_than_without()
    {
        var page = await OpenAsync();

        await page.PressAsync(ShiftF4);

        await Expect(page, "#said").ToHaveTextAsync("page-before");
    }

    [TestCaseSource(typeof(KeyboardLayout), nameof(KeyboardLayout.All))]
    public async Task Ctrl_and_a_letter_is_the_key_with_this_letter(object layout)
    {
        var page = await OpenAsync();

        await page.PressAsync(((KeyboardLayout)layout).Ctrl('Z'));

        await Expect(page, "#said").ToHaveTextAsync("undo");
    }

    [TestCaseSource(typeof(KeyboardLayout), nameof(KeyboardLayout.All))]
    public async Task A_letter_outside_of_fields_is_the_key_with_this_letter(object layout)
    {
        var page = await OpenAsync();

        await page.PressAsync(((KeyboardLayout)layout).Letter('R'));

        await Expect(page, "#said").ToHaveTextAsync("turn");
    }

    [TestCaseSource(typeof(KeyboardLayout), nameof(KeyboardLayout.All))]
    public async Task Ctrl_and_a_letter_works_while_a_field_has_the_focus(object layout)
    {
        var page = await OpenAsync();
        await page.PressAsync("F8");

        await page.PressAsync(((KeyboardLayout)layout).Ctrl('D'));

        await Expect(page, "#ditto").ToBeCheckedAsync();
    }

    [Test]
    public async Task Ctrl_Z_in_a_field_takes_back_what_was_typed_there()
    {
        var page = await OpenAsync();
        await page.PressAsync("F3");
        await page.TypeAsync("solar");

        await page.PressAsync("Control+z");

        await Expect(page, "#find").ToHaveValueAsync("");
        await Expect(page, "#said").ToBeEmptyAsync();
    }

    [Test]
    public async Task A_key_that_presses_a_button_leaves_the_focus_in_the_field()
    {
        var page = await OpenAsync();
        await page.PressAsync("F8");

        await page.PressAsync("F4");

        await Expect(page, "#said").ToHaveTextAsync("next-page");
        await Expect(page, "#title").ToBeFocusedAsync();
    }

    [Test]
    public async Task Ctrl_Enter_sends_the_form_from_within_a_field()
    {
        var page = await OpenAsync();
        await page.PressAsync("F8");

        await page.PressAsync("Control+Enter");

        await Expect(page, "#saved").ToHaveTextAsync("saved: Chauffe-eau solaire à vanne siphonnée");
    }

    [Test]
    public async Task Esc_goes_back()
    {
        var page = await OpenAsync();

        await page.PressAsync("Escape");

        await Expect(page, "main h1").ToHaveTextAsync("Today");
    }

    [Test]
    public async Task A_screen_that_comes_begins_at_its_heading()
    {
        var page = await OpenAsync();

        await page.PressAsync("Escape");

        await Expect(page, "main h1").ToBeFocusedAsync();
    }

    [Test]
    public async Task A_screen_in_another_language_runs_its_own_way()
    {
        var page = await OpenAsync();
        await page.Page.Locator(".screens a[href='/batches']").FocusAsync();

        await page.PressAsync("Enter");

        await Expect(page, "html").ToHaveAttributeAsync("dir", "rtl");
        await Expect(page, "main h1").ToHaveTextAsync("الدفعات");
    }

    [Test]
    public async Task Esc_closes_the_menu_and_stays_on_the_screen()
    {
        var page = await OpenAsync();
        await page.Page.Locator(".menu summary").FocusAsync();
        await page.PressAsync("Enter", "Tab");

        await page.PressAsync("Escape");

        await Expect(page, ".menu summary").ToBeFocusedAsync();
        await Expect(page, ".menu ul").ToBeHiddenAsync();
    }

    [Test]
    public async Task F6_goes_round_the_parts_of_the_screen_and_back_to_where_one_was()
    {
        var page = await OpenAsync();
        await page.PressAsync("F8");

        await page.PressAsync("F6", "F6", "F6");

        await Expect(page, "#title").ToBeFocusedAsync();
    }

    [TestCase("a key that the screen does not declare", "key: 'F7', code: 'F7'")]
    [TestCase("a letter that the browser uses itself", "key: 'p', code: 'KeyP', ctrlKey: true")]
    [TestCase("W on AZERTY, which lies where Z does elsewhere", "key: 'w', code: 'KeyZ', ctrlKey: true")]
    [TestCase("a character typed with AltGr", "key: 'd', code: 'KeyD', ctrlKey: true, altKey: true")]
    public async Task A_press_that_is_not_meant_stays_the_browsers(string what, string press)
    {
        var page = await OpenAsync();

        var isTaken = await page.Page.EvaluateAsync<bool>($"() => !document.dispatchEvent(new KeyboardEvent('keydown', {{ {press}, cancelable: true }}))");

        Assert.That(isTaken, Is.False, what);
    }
}
