using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Standards.Writers;

namespace OfficeNode.Tests.Writers;

public sealed partial class NumberNameTests
{
    [TestCase("P/2026/000123", "XXP.2026.000123-20260226")]
    [TestCase("2026-12", "XX2026-12-20260226")]
    [TestCase("2026 12", "XX2026_2012-20260226")]
    [TestCase("12/", "XX12_2F-20260226")]
    [TestCase("a1", "XX_611-20260226")]
    [TestCase("../../etc", "XX_2E_2E_2F_2E_2E_2F_65_74_63-20260226")]
    [TestCase("١٢", "XX_X0661_X0662-20260226")]
    public void A_number_becomes_a_file_name_that_a_person_still_reads(string number, string name)
    {
        var record = Patent(number) with { FilingDate = PrintedDate.Of(new DateOnly(2026, 2, 26)) };

        Assert.That(NumberName.Of(record, 1), Is.EqualTo(name));
    }

    [Test]
    public void The_year_stands_where_the_day_is_not_known()
    {
        var record = Patent("7") with { ApplicationNumber = Number.Of("7", 1998) };

        Assert.That(NumberName.Of(record, 1), Is.EqualTo("XX7-19980000"));
    }

    [Test]
    public void Utility_models_registrations_and_second_dossiers_have_names_of_their_own()
    {
        var patent = Patent("7");
        var model = patent with { Right = Right.UtilityModel };
        var grant = patent with { ApplicationNumber = null, RegistrationNumber = Number.Of("7") };

        var names = new[] { NumberName.Of(patent, 1), NumberName.Of(patent, 2), NumberName.Of(model, 1), NumberName.Of(grant, 1), NumberName.Of(grant with { Right = Right.UtilityModel }, 1) };

        Assert.That(names, Is.EqualTo(new[] { "XX7-00000000", "XX7-00000000_ZN2", "XX-U-7-00000000", "XX-R-7-00000000", "XX-UR-7-00000000" }));
    }

    [Test]
    public void Different_numbers_never_share_a_name_even_where_case_means_nothing() => Prop.ForAll<int>(seed =>
    {
        var random = new Random(seed);
        var numbers = Enumerable.Range(0, 60).Select(_ => Likely(random)).Distinct(StringComparer.Ordinal).ToList();

        var names = numbers.ConvertAll(NumberName.Escape);

        return names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Count;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithQuietOnSuccess(true));

    [Test]
    public void Every_name_is_safe_on_every_file_system() => Prop.ForAll<int>(seed =>
    {
        var name = NumberName.Of(Patent(Likely(new Random(seed))), 1);

        return SafeName().IsMatch(name) && !name.Contains("..", StringComparison.Ordinal) && !name.EndsWith('.') && name.Length < 200;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithQuietOnSuccess(true));

    [Test]
    public void Long_numbers_that_begin_alike_keep_apart()
    {
        var first = NumberName.Escape(new string('1', 500) + "a");
        var second = NumberName.Escape(new string('1', 500) + "A");

        Assert.That(first, Has.Length.LessThanOrEqualTo(NumberName.LongestPlain).And.Not.EqualTo(second).IgnoreCase);
    }

    [Test]
    public void No_two_files_of_one_record_share_a_name()
    {
        foreach (var (writer, right) in Written.Pairs)
        {
            PagePlace[] pages = [.. from design in new int?[] { null, 1, 2 } from _ in Enumerable.Range(0, 3) select new PagePlace(DocumentCode.DesignViews, ImageFormat.Jpeg, design)];

            var names = writer.Name(Patent("7") with { Right = right }, 1, pages);

            Assert.That(names.Pages.Concat(names.Files.Select(file => file.Name)), Is.Unique);
        }
    }

    /// <summary>Short texts over few characters, so that near misses are many.</summary>
    private static string Likely(Random random)
    {
        const string Characters = "aA1/-_. 2FXZu٣é\uD800\uDC00\0:";
        return string.Concat(Enumerable.Range(0, random.Next(random.Next(20) == 0 ? 300 : 6)).Select(_ => Characters[random.Next(Characters.Length)]));
    }

    private static Record Patent(string number) => new() { Right = Right.Patent, Office = OfficeCode.Parse("XX").Value, ApplicationNumber = Number.Of(number) };

    [GeneratedRegex("^[A-Z0-9._-]+$")]
    private static partial Regex SafeName();
}
