using System.Globalization;
using NUnit.Framework;

namespace OfficeNode.Journeys.Kiosk.Keying;

/// <summary>The form beside the page: its keys, and how what is typed reaches the service by itself.</summary>
[Parallelizable(ParallelScope.Self)]   // a site of its own for each test
public sealed class KeyedFormTests : ComponentTests
{
    private const string Away = "The service does not answer. What you typed is kept, and it goes on by itself.";

    [Test]
    public async Task Enter_confirms_what_was_read_and_goes_on()
    {
        var page = await OpenAsync("/keying");
        await page.PressAsync("F8");
        await Expect(page, "[data-field-line]").ToHaveTextAsync("Read with 71 % confidence. Compare with the page, then press Enter to keep it.");

        await page.PressAsync("Enter");

        await Expect(page, "#name0").ToBeFocusedAsync();
        await Expect(page, "#filed").Not.ToHaveClassAsync("read");
        await SavedAsync(page, 1);
        Assert.That(Site.KeyedForm.Saves.Single(), Is.EqualTo(new Dictionary<string, string> { ["filingDate#0"] = "!26.02.2026" }));
    }

    [Test]
    public async Task Shift_Enter_goes_back_and_the_Tab_key_goes_on_without_confirming()
    {
        var page = await OpenAsync("/keying");
        await page.PressAsync("F8", "Tab");
        await Expect(page, "#name0").ToBeFocusedAsync();

        await page.PressAsync("Shift+Enter");

        await Expect(page, "#filed").ToBeFocusedAsync();
        await Expect(page, "#filed").ToHaveClassAsync("read");
    }

    [TestCaseSource(typeof(KeyboardLayout), nameof(KeyboardLayout.All))]
    public async Task Ctrl_D_takes_the_field_from_the_last_record(object layout)
    {
        var page = await OpenAsync("/keying");
        await page.Page.Locator("#country0").FocusAsync();

        await page.PressAsync(((KeyboardLayout)layout).Ctrl('D'));

        await Expect(page, "#country0").ToHaveValueAsync("SN");
        await Expect(page, "#name0").ToHaveValueAsync("");
    }

    [Test]
    public async Task Ctrl_Shift_D_takes_the_whole_group()
    {
        var page = await OpenAsync("/keying");
        await page.Page.Locator("#country0").FocusAsync();

        await page.PressAsync(KeyboardLayout.Us.Ctrl('D') with { Shift = true });

        await Expect(page, "#country0").ToHaveValueAsync("SN");
        await Expect(page, "#name0").ToHaveValueAsync("Société Sahel");
        await Expect(page, "#number").ToHaveValueAsync("P/2026/000123");
    }

    [Test]
    public async Task A_country_is_found_by_its_name_without_accents()
    {
        var page = await OpenAsync("/keying");
        await page.Page.Locator("#country0").FocusAsync();

        await page.TypeAsync("cote");
        await Expect(page, "#country0-list li").ToHaveTextAsync("CI · Côte d’Ivoire");
        await page.PressAsync("ArrowDown", "Enter");

        await Expect(page, "#country0").ToHaveValueAsync("CI");
        await Expect(page, "#abstract").ToBeFocusedAsync();
    }

    [Test]
    public async Task A_known_name_is_suggested_and_Escape_only_closes_the_list()
    {
        var page = await OpenAsync("/keying");
        await page.Page.Locator("#name0").FocusAsync();

        await page.TypeAsync("sahel");
        await Expect(page, "#name0-list li").ToHaveTextAsync("Société Sahel Énergie SARL");
        await AxeCheck.AssertCleanAsync(page);
        await page.PressAsync("Escape");

        await Expect(page, "#name0-list").ToBeHiddenAsync();
        await Expect(page, "#name0").ToHaveValueAsync("sahel");
    }

    [Test]
    public async Task F9_adds_a_row_and_Shift_F9_empties_it()
    {
        var page = await OpenAsync("/keying");
        await page.Page.Locator("#country0").FocusAsync();

        await page.PressAsync("F9");
        await page.TypeAsync("Amina Sow");
        await Expect(page, "[data-row='1']").ToHaveAttributeAsync("aria-label", "Applicant 2");
        await page.PressAsync("Shift+F9");

        await Expect(page, "[data-row='1']").ToBeHiddenAsync();
        await Expect(page, "#abstract").ToBeFocusedAsync();
    }

    [Test]
    public async Task Typing_is_saved_within_seconds_without_leaving_the_field()
    {
        var page = await OpenAsync("/keying");
        await page.Page.Locator("#abstract").FocusAsync();

        await page.TypeAsync("A heater");
        await SavedAsync(page, 1);

        await Expect(page, "#abstract").ToBeFocusedAsync();
        Assert.That(Site.KeyedForm.Saves.First().Keys, Is.EqualTo(new[] { "abstracts#0" }));
    }

    [Test]
    public async Task While_the_service_is_away_the_form_goes_on_and_is_saved_when_it_is_back(CancellationToken cancellation)
    {
        var page = await OpenAsync("/keying");
        page.ExpectAbsence();
        await page.Page.Locator("#abstract").FocusAsync();
        await Site.GoAwayAsync();
        await page.TypeAsync("A heater");
        await page.PressAsync("Tab");
        await Expect(page, "[data-live]").ToHaveTextAsync(Away);
        await page.PressAsync("Shift+Tab");
        await page.TypeAsync("A solar heater");

        await Site.ComeAsync(cancellation);

        await Expect(page, "[data-live]").ToBeEmptyAsync();
        Assert.That(Site.KeyedForm.Saves.Last()["abstracts#0"], Does.EndWith("A solar heater"));
    }

    [Test]
    public async Task Done_waits_until_what_was_typed_is_safe(CancellationToken cancellation)
    {
        var page = await OpenAsync("/keying");
        page.ExpectAbsence();
        await page.Page.Locator("#abstract").FocusAsync();
        await Site.GoAwayAsync();
        await page.TypeAsync("A heater");
        await page.PressAsync("Control+Enter");
        await Expect(page, "[data-live]").ToHaveTextAsync(Away);

        await Site.ComeAsync(cancellation);

        await Expect(page, "main h1").ToHaveTextAsync("Today");
        Assert.That(Site.KeyedForm.Saves.Last()["abstracts#0"], Is.EqualTo("A heater"));
    }

    [Test]
    public async Task What_somebody_else_saved_meanwhile_is_shown_and_nothing_is_overwritten()
    {
        Site.KeyedForm.Others["abstracts#0"] = "Theirs";
        var page = await OpenAsync("/keying");
        await page.Page.Locator("#abstract").FocusAsync();

        await page.TypeAsync("Ours");
        await page.PressAsync("Control+Enter");
        await Expect(page, "#abstract").ToBeFocusedAsync();
        await Expect(page, "[data-field-line]").ToContainTextAsync("B. Person saved “Theirs” meanwhile.");
        await Expect(page, "#abstract").ToHaveValueAsync("Ours");
        await Screenshots.SaveWindowAsync(page, "components-keying-conflict");
        var before = Site.KeyedForm.Saves.Count;
        await page.PressAsync("Enter");

        await SavedAsync(page, before + 1);
        Assert.That(Site.KeyedForm.Saves.Last()["abstracts#0"], Is.EqualTo("!Ours"));
    }

    [Test]
    public async Task A_finding_stands_at_its_field_and_at_the_foot_of_the_form()
    {
        Site.KeyedForm.Findings["applicationNumber#0"] = "Two dossiers have this number.";
        var page = await OpenAsync("/keying");
        await page.Page.Locator("#number").FocusAsync();

        await page.TypeAsync("4");
        await page.PressAsync("Enter");
        await Expect(page, ".finding").ToHaveTextAsync("Error: Two dossiers have this number.");
        await page.PressAsync("Shift+Enter");

        await Expect(page, "[data-field-line]").ToHaveTextAsync("Error: Two dossiers have this number.");
        await Expect(page, "#number").ToHaveAttributeAsync("aria-invalid", "true");
        await AxeCheck.AssertCleanAsync(page);
    }

    /// <summary>Each save makes the form's version greater by one.</summary>
    private static Task SavedAsync(BrowserPage page, int count) => Expect(page, "input[name=version]").ToHaveValueAsync((7 + count).ToString(CultureInfo.InvariantCulture));
}
