using Microsoft.Playwright;
using NUnit.Framework;

namespace OfficeNode.Journeys.Kiosk;

public sealed class HelpTests : ComponentTests
{
    [TestCaseSource(typeof(KeyboardLayout), nameof(KeyboardLayout.All))]
    public async Task A_question_mark_opens_the_keys_of_the_screen(object layout)
    {
        var page = await OpenAsync();

        await page.PressAsync(((KeyboardLayout)layout).QuestionMark);

        await Assertions.Expect(page.Page.Locator("dialog[data-keys]")).ToBeVisibleAsync();
    }

    [TestCaseSource(typeof(KeyboardLayout), nameof(KeyboardLayout.All))]
    public async Task A_question_mark_in_a_field_is_typed(object layout)
    {
        var page = await OpenAsync();
        await page.PressAsync("F3");

        await page.PressAsync(((KeyboardLayout)layout).QuestionMark);

        await Assertions.Expect(page.Page.Locator("#find")).ToHaveValueAsync(((KeyboardLayout)layout).QuestionMark.Key);
        await Assertions.Expect(page.Page.Locator("dialog[data-keys]")).ToBeHiddenAsync();
    }

    [Test]
    public async Task F1_lists_what_the_screen_declares_and_what_all_screens_have()
    {
        var page = await OpenAsync();
        await page.PressAsync("F3");

        await page.PressAsync("F1");

        await Assertions.Expect(page.Page.Locator("[data-keys-list] > div")).ToHaveTextAsync(
        [
            "F4Next page", "Shift+F4Page before", "RTurn the page", "Ctrl+ZUndo the last act", "Ctrl+EnterDone, next dossier", "F3Search",
            "F8Title", "Ctrl+DDitto from the last record", "EscBack", "F6Next part of the screen", "F1 ?This list",
        ]);
        await Screenshots.SaveWindowAsync(page, "components-keys");
    }

    [Test]
    public async Task Esc_closes_the_list_and_leads_back_to_the_field()
    {
        var page = await OpenAsync();
        await page.PressAsync("F3", "F1");

        await page.PressAsync("Escape");

        await Assertions.Expect(page.Page.Locator("#find")).ToBeFocusedAsync();
        await Assertions.Expect(page.Page.Locator("dialog[data-keys]")).ToBeHiddenAsync();
    }

    [Test]
    public async Task Enter_closes_the_list_again()
    {
        var page = await OpenAsync();
        await page.PressAsync("F1");

        await page.PressAsync("Enter");

        await Assertions.Expect(page.Page.Locator("dialog[data-keys]")).ToBeHiddenAsync();
    }

    [Test]
    public async Task Keys_of_the_screen_behind_do_nothing_while_the_list_is_open()
    {
        var page = await OpenAsync();
        await page.PressAsync("F1");

        await page.PressAsync("F4", "F3", "Escape");

        await Assertions.Expect(page.Page.Locator("#said")).ToBeEmptyAsync();
    }

    [Test]
    public async Task The_foot_of_the_screen_shows_the_keys_with_a_short_word()
    {
        var page = await OpenAsync();

        await Assertions.Expect(page.Page.Locator("[data-keys-hints] li")).ToHaveTextAsync(
            ["F4 next page", "Ctrl+Z undo", "Ctrl+Enter done, next dossier", "F3 search", "Ctrl+D ditto"]);
    }
}
