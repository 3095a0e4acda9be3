using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Storage;

public sealed class DossierTableTests
{
    [Test]
    public void A_record_matches_by_its_application_number_as_printed()
    {
        using var node = new TestNode();
        var dossier = node.Save(SampleRecords.Patent());

        Assert.That(Match(node, SampleRecords.Patent() with { RegistrationNumber = null }), Is.EqualTo(dossier));
        Assert.That(Match(node, SampleRecords.Patent() with { ApplicationNumber = Number.Of("P-2022-00123", 2022) }), Is.Null, "another way to print it is another number");
    }

    [Test]
    public void A_record_without_application_number_matches_by_its_registration_number()
    {
        using var node = new TestNode();
        var dossier = node.Save(SampleRecords.Patent());

        Assert.That(Match(node, SampleRecords.Patent() with { ApplicationNumber = null }), Is.EqualTo(dossier));
    }

    [Test]
    public void A_registration_number_does_not_match_an_application_number()
    {
        using var node = new TestNode();
        node.Save(SampleRecords.Patent() with { ApplicationNumber = Number.Of("17"), RegistrationNumber = null });

        Assert.That(Match(node, SampleRecords.Patent() with { ApplicationNumber = null, RegistrationNumber = Number.Of("17") }), Is.Null);
    }

    [Test]
    public void Rights_and_series_are_kept_apart()
    {
        using var node = new TestNode();
        var plain = SampleRecords.Patent() with { ApplicationNumber = Number.Of("17") };
        var law = plain with { ApplicationNumber = new Number { AsPrinted = "17", Series = "1964" } };
        var first = node.Save(plain);
        var second = node.Save(law);

        Assert.That((Match(node, plain), Match(node, law), Match(node, plain with { Right = Right.UtilityModel })), Is.EqualTo((first, second, (DossierId?)null)));
    }

    [Test]
    public void A_number_that_a_correction_took_away_does_not_match_any_more()
    {
        using var node = new TestNode();
        var dossier = node.Save(SampleRecords.Patent());
        var corrected = SampleRecords.Patent() with { ApplicationNumber = Number.Of("P/2022/00124", 2022) };

        node.Save(corrected, dossier);

        Assert.That((Match(node, corrected), Match(node, SampleRecords.Patent())), Is.EqualTo((dossier, (DossierId?)null)));
    }

    [TestCase("P-2022-P/2022/00123", TestName = "A_full_name_finds_its_dossier")]
    [TestCase("p-2022-P/2022/00123", TestName = "A_full_name_with_a_small_letter_finds_its_dossier")]
    [TestCase("P-2022-p/2022 00123", TestName = "A_full_name_in_another_spelling_finds_its_dossier")]
    [TestCase("P/2022/00123", TestName = "A_bare_number_finds_its_dossier")]
    [TestCase("p 2022 00123", TestName = "A_bare_number_in_another_spelling_finds_its_dossier")]
    [TestCase("B00123", TestName = "A_bare_registration_number_finds_its_dossier")]
    [TestCase("20230000123", TestName = "A_bare_publication_number_finds_its_dossier")]
    [TestCase("PCT/EP2021/051234", TestName = "A_bare_number_of_the_route_finds_its_dossier")]
    public void Finds(string typed)
    {
        using var node = new TestNode();
        var dossier = node.Save(SampleRecords.Patent());
        node.Save(SampleRecords.Trademark());

        Assert.That(Find(node, typed), Is.EqualTo(new[] { dossier }));
    }

    [TestCase("P-2021-P/2022/00123", TestName = "Another_year_finds_nothing")]
    [TestCase("U-2022-P/2022/00123", TestName = "Another_right_finds_nothing")]
    [TestCase("P-2022-B00123", TestName = "A_full_name_with_a_registration_number_finds_nothing_where_an_application_number_is")]
    [TestCase("00123", TestName = "A_part_of_a_number_finds_nothing")]
    [TestCase("/", TestName = "A_number_without_letters_and_digits_finds_nothing")]
    public void Finds_nothing(string typed)
    {
        using var node = new TestNode();
        node.Save(SampleRecords.Patent());

        Assert.That(Find(node, typed), Is.Empty);
    }

    [Test]
    public void An_ambiguous_bare_number_finds_all_candidates()
    {
        using var node = new TestNode();
        var patent = node.Save(SampleRecords.Patent() with { ApplicationNumber = Number.Of("17", 2020) });
        var mark = node.Save(SampleRecords.Trademark() with { ApplicationNumber = Number.Of("17", 2021) });

        Assert.That((Find(node, "17"), Find(node, "T-2021-17")), Is.EqualTo((new[] { patent, mark }, new[] { mark })));
    }

    [Test]
    public void A_number_as_printed_goes_before_other_spellings()
    {
        using var node = new TestNode();
        var plain = node.Save(SampleRecords.Patent() with { ApplicationNumber = Number.Of("A17") });
        node.Save(SampleRecords.Patent() with { ApplicationNumber = Number.Of("A/17") });

        Assert.That((Find(node, "A17"), Find(node, "a-17").Count), Is.EqualTo((new[] { plain }, 2)));
    }

    [Test]
    public void A_dossier_with_a_registration_number_only_is_named_by_it()
    {
        using var node = new TestNode();
        var dossier = node.Save(SampleRecords.WordMark() with { ApplicationNumber = null });

        Assert.That(node.Read(session => session.Dossiers.Get(dossier)).Name.ToString(), Is.EqualTo("T-0000-R 98"));
        Assert.That(Find(node, "T-0000-R 98"), Is.EqualTo(new[] { dossier }));
    }

    [Test]
    public void A_dossier_without_any_number_is_listed_and_found_all_the_same()
    {
        using var node = new TestNode();
        var dossier = node.Save(SampleRecords.WordMark() with { ApplicationNumber = null, RegistrationNumber = null });

        Assert.That(node.Read(session => session.Dossiers.After(default, 10)).Select(row => row.Name.ToString()), Is.EqualTo(new[] { $"T-0000-unnumbered-{dossier}" }));
        Assert.That(Find(node, $"T-0000-unnumbered-{dossier}"), Is.EqualTo(new[] { dossier }));
    }

    [Test]
    public void A_dossier_with_several_publication_numbers_only_is_listed_once()
    {
        using var node = new TestNode();
        node.Save(SampleRecords.Patent() with { ApplicationNumber = null, RegistrationNumber = null });

        Assert.That(node.Read(session => session.Dossiers.After(default, 10)), Has.Count.EqualTo(1));
    }

    [Test]
    public void All_dossiers_can_be_walked_in_steps()
    {
        using var node = new TestNode();
        var saved = SampleRecords.Many(7).Select(record => node.Save(record)).ToList();

        var walked = new List<DossierId>();
        while (node.Read(session => session.Dossiers.After(walked.LastOrDefault(), 3)) is { Count: > 0 } step)
        {
            walked.AddRange(step.Select(dossier => dossier.Id));
        }

        Assert.That(walked, Is.EqualTo(saved));
    }

    [Test]
    public void A_right_that_was_keyed_wrong_is_corrected_with_the_record()
    {
        using var node = new TestNode();
        var dossier = node.Save(SampleRecords.UtilityModel());

        node.Save(SampleRecords.UtilityModel() with { Right = Right.Patent }, dossier);

        Assert.That(node.Read(session => session.Dossiers.Get(dossier)).Name.ToString(), Is.EqualTo("P-2025-UM/2025/45"));
    }

    private static DossierId? Match(TestNode node, Record record) => node.Read(session => session.Dossiers.Match(record));

    private static List<DossierId> Find(TestNode node, string typed) =>
        [.. node.Read(session => session.Dossiers.Find(DossierName.Parse(typed).Value)).Select(dossier => dossier.Id)];
}
