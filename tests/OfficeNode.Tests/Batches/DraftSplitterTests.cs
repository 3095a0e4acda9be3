using NUnit.Framework;
using OfficeNode.Core.Batches;

namespace OfficeNode.Tests.Batches;

public sealed class DraftSplitterTests
{
    private const string Form = "OFN1-XX-P-2026-000017-APP";
    private const string Claims = "OFN1-XX-P-2026-000017-CLA-2";
    private const string Other = "OFN1-XX-T-0000-98-TMA";
    private const string Target = "OFN1-XX-TARGET-1";

    [Test]
    public void Separators_cut_a_batch_into_dossiers_and_documents()
    {
        var drafts = Split(Form, "a", "b", Claims, "c", "d", Other, "e");

        Assert.That(Shape(drafts), Is.EqualTo("P-2026-000017[APP 2 3; CLA 5 6] T-0000-98[TMA 8]"));
        Assert.That(drafts.Separators.Select(page => page.Page.Number), Is.EqualTo(new[] { 1, 4, 7 }));
        Assert.That(drafts.Findings, Is.Empty);
    }

    [Test]
    public void Pages_before_the_first_separator_make_a_dossier_of_their_own() =>
        Assert.That(Shape(Split("a", Form, "b")), Is.EqualTo("?[? 1] P-2026-000017[APP 3]"));

    [Test]
    public void A_mark_without_data_ends_the_dossier_before() =>
        Assert.That(Shape(Split(Form, "a", "patch", "b", "patch", "c")), Is.EqualTo("P-2026-000017[APP 2] ?[? 4] ?[? 6]"));

    [TestCase("OFN1-XX-P-26-17-APP", BatchFindings.SeparatorUnreadable)]
    [TestCase("OFN1-YY-P-2026-17-APP", BatchFindings.SeparatorOffice)]
    [TestCase(Other + "|OFN1-XX-P-2026-99-APP", BatchFindings.SeparatorTwofold)]
    public void A_bad_sheet_costs_its_own_pages_a_name_and_no_others(string sheet, string finding)
    {
        var drafts = Split(Form, "a", sheet, "b", Claims, "c", "d");

        Assert.That(Shape(drafts), Is.EqualTo("P-2026-000017[APP 2; CLA 6 7] ?[? 4]"));
        Assert.That(drafts.Findings.Select(found => found.Rule), Is.EqualTo(new[] { finding }));
    }

    [TestCase(Claims, "a")]
    [TestCase(Claims, "a", "b", "c")]
    public void A_count_that_disagrees_is_a_finding(params string[] pages)
    {
        var finding = Split(pages).Findings.Single();

        Assert.That((finding.Rule, finding.Dossier, finding.Expected), Is.EqualTo((BatchFindings.PageCount, "P-2026-000017", "2")));
    }

    [TestCase(Claims, "a", "blank", "b", "blank")]
    [TestCase(Claims, "a", "blank")]
    public void Blank_backs_may_count_or_not(params string[] pages) => Assert.That(Split(pages).Findings, Is.Empty);

    [Test]
    public void A_sheet_that_nothing_follows_is_a_finding() =>
        Assert.That(Split(Form, Other, "a").Findings.Select(found => found.Rule), Is.EqualTo(new[] { BatchFindings.DocumentEmpty }));

    [Test]
    public void Two_codes_that_say_the_same_are_one_sheet() =>
        Assert.That(Shape(Split(Form + "|" + Form, "a")), Is.EqualTo("P-2026-000017[APP 2]"));

    [Test]
    public void A_person_may_begin_a_document_and_take_a_separation_away()
    {
        var pages = Piles.Showing(Form, "a", Claims, "b");
        var arrangement = Arrangement.Of(pages, [new MergeBatch(3), new SplitBatch(4, null)]);

        Assert.That(Shape(DraftSplitter.Split(Piles.Office, arrangement)), Is.EqualTo("P-2026-000017[APP 2 3] ?[? 4]"));
    }

    [TestCase("OFN1-XX-TARGET-1")]
    [TestCase("OFN1-XX-TARGET-1|OFN1-XX-TARGET-1")]
    [TestCase("OFN1-YY-TARGET-2")]
    public void A_target_sheet_parts_nothing_and_stands_in_no_document(string target)
    {
        var drafts = Split(target, Form, "a", target, "b");

        Assert.That(Shape(drafts), Is.EqualTo("P-2026-000017[APP 3 5]"));
        Assert.That(drafts.Targets.Select(page => page.Page.Number), Is.EqualTo(new[] { 1, 4 }));
        Assert.That(drafts.Findings, Is.Empty);
    }

    [Test]
    public void A_target_sheet_does_not_count_among_the_pages_of_a_document() => Assert.That(Split(Claims, "a", Target, "b").Findings, Is.Empty);

    [TestCase(Target + "|" + Other)]
    [TestCase(Target + "|OFN1-XX-T-98-TMA")]
    public void A_page_with_the_codes_of_a_target_sheet_and_of_a_separator_is_a_separator(string sheet) =>
        Assert.That(Split(Form, "a", sheet, "b").Dossiers[0].Documents[0].Pages.Select(page => page.Page.Number), Is.EqualTo(new[] { 2 }));

    [TestCase(Target, "blank")]
    [TestCase("blank", Target)]
    public void The_blank_other_side_of_a_target_sheet_begins_no_dossier(string front, string back)
    {
        var pages = Piles.Showing(front, back, Form, "a").ToList();
        pages[1] = pages[1] with { Sheet = pages[0].Sheet, Side = Side.Back };

        var drafts = DraftSplitter.Split(Piles.Office, Arrangement.Of(pages, []));

        Assert.That((Shape(drafts), drafts.Targets.Count), Is.EqualTo(("P-2026-000017[APP 4]", 2)));
    }

    [Test]
    public void A_person_may_make_a_document_page_of_what_looks_like_a_target_sheet()
    {
        var arrangement = Arrangement.Of(Piles.Showing(Form, Target, "a"), [new MergeBatch(2)]);

        Assert.That(Shape(DraftSplitter.Split(Piles.Office, arrangement)), Is.EqualTo("P-2026-000017[APP 2 3]"));
    }

    private static BatchDrafts Split(params string[] pages) => DraftSplitter.Split(Piles.Office, Arrangement.Of(Piles.Showing(pages), []));

    private static string Shape(BatchDrafts drafts) => string.Join(' ', drafts.Dossiers.Select(dossier =>
        $"{dossier.Name?.ToString() ?? "?"}[{string.Join("; ", dossier.Documents.Select(document =>
            $"{document.Code?.Value ?? "?"} {string.Join(' ', document.Pages.Select(page => page.Page.Number))}"))}]"));
}
