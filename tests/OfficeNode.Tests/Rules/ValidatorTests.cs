using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Standards.Rules;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Rules;

public sealed class ValidatorTests
{
    private readonly Validator _validator = new(RuleSet.Standard);

    private static IEnumerable<Record> GoodRecords => [.. SampleRecords.All, SampleRecords.WordMark()];

    [TestCaseSource(nameof(GoodRecords))]
    public void A_good_record_has_no_finding_for_its_destination(Record record)
    {
        var findings = _validator.Validate(SubjectOf(record), DestinationOf(record.Right));

        Assert.That(findings, Is.Empty);
    }

    [Test]
    public void Every_one_of_a_thousand_sample_records_is_good()
    {
        var findings = SampleRecords.Many(1000).SelectMany(record => _validator.Validate(SubjectOf(record), DestinationOf(record.Right)));

        Assert.That(findings, Is.Empty);
    }

    [Test]
    public void An_acceptance_profile_counts_only_for_its_destination()
    {
        var record = SampleRecords.Trademark() with { ExpiryDate = null };

        var rules = new[] { null, Profiles.Patentscope, Profiles.BrandDatabase }
            .Select(destination => string.Join(' ', _validator.Validate(SubjectOf(record), destination).Select(finding => finding.Rule)));

        Assert.That(rules, Is.EqualTo(new[] { "", "", "ACC-EXPIRY" }));
    }

    [Test]
    public void A_rule_for_another_right_is_not_asked()
    {
        var record = SampleRecords.Trademark() with { Ipc = [new IpcClass { Symbol = "nonsense" }] };

        Assert.That(_validator.Validate(SubjectOf(record), null), Is.Empty);
    }

    [Test]
    public void A_finding_names_the_dossier()
    {
        var record = SampleRecords.Trademark() with { Status = new RecordStatus { Code = "17" } };

        var finding = _validator.Validate(SubjectOf(record), null).Single();

        Assert.That((finding.Rule, finding.Dossier), Is.EqualTo(("STATUS-UNMAPPED", "T-2024-4711/2024")));
    }

    [Test]
    public void Findings_come_in_the_order_of_rule_ids()
    {
        var record = SampleRecords.Trademark() with { Status = null, Language = null, Nice = [], Parties = [] };

        var rules = _validator.Validate(SubjectOf(record), Profiles.BrandDatabase).Select(finding => finding.Rule);

        Assert.That(rules, Is.EqualTo(new[] { "ACC-HOLDER", "ACC-LANGUAGE", "ACC-MARK-CLASS", "ACC-STATUS" }));
    }

    [Test]
    public void Only_open_pages_count_for_a_destination()
    {
        var subject = SubjectOf(SampleRecords.Design()) with { Pages = [] };

        var rules = _validator.Validate(subject, Profiles.DesignDatabase).Select(finding => finding.Rule);

        Assert.That(rules, Is.EqualTo(new[] { "ACC-DESIGN-VIEW", "ACC-DESIGN-VIEW" }));
    }

    [Test]
    public void A_code_that_the_office_added_is_listed()
    {
        var record = SampleRecords.Trademark() with { Office = OfficeCode.Parse("FM").Value };
        var subject = SubjectOf(record);

        var added = subject with { Codes = subject.Codes.With(offices: ["FM"], countries: [], languages: []) };

        Assert.That((_validator.Validate(subject, null).Count, _validator.Validate(added, null).Count), Is.EqualTo((1, 0)));
    }

    [TestCaseSource(nameof(GoodRecords))]
    public void Extreme_values_become_findings(Record record)
    {
        var extreme = Extreme(record);
        var subject = SubjectOf(extreme) with { Pages = [.. SampleRecords.PagesOf(extreme).Select(Extreme)] };

        var findings = _validator.Validate(subject, DestinationOf(record.Right));

        Assert.That(findings.Select(finding => finding.Rule), Does.Contain("DATE-FUTURE").And.Contain("TEXT-CONTROL"));
    }

    private static Record Extreme(Record record) => record with
    {
        ApplicationNumber = Number.Of("", int.MinValue),
        FilingDate = PrintedDate.Of(DateOnly.MaxValue, "99999999999999999999"),
        RegistrationDate = PrintedDate.Of(DateOnly.MinValue, ""),
        ExpiryDate = PrintedDate.Of(DateOnly.MinValue, "0000"),
        Priorities = [new Priority { Date = PrintedDate.Of(DateOnly.MaxValue) }, new Priority { Date = PrintedDate.Of(new DateOnly(9999, 6, 1)) }],
        Titles = [LocalText.Of("\uD800\uFFFE", record.Language), LocalText.Of("")],
        Parties = [record.Parties[0] with { Names = [new PartyName { Text = "\uDC00 a" }] }, record.Parties[0] with { Names = [new PartyName { Text = "\uDC00a" }] }],
        Ipc = [new IpcClass { Symbol = "", Position = '\0' }],
        Nice = [new NiceClass { Number = "" }],
        Vienna = [new ViennaClass { Code = "" }],
        Locarno = [new LocarnoClass { Code = "" }],
        Designs = [new DesignItem { Number = int.MaxValue }, new DesignItem { Number = int.MinValue }],
    };

    private static Page Extreme(Page page) => page with
    {
        DesignNumber = int.MinValue,
        Sequence = int.MaxValue,
        Master = page.Master with { Length = long.MaxValue / 4 },
        Facts = page.Facts with { Width = int.MaxValue, Height = 0, DpiX = double.Epsilon, DpiY = double.NaN, BitsPerSample = int.MaxValue },
    };

    private static Subject SubjectOf(Record record) => new() { Record = record, Pages = SampleRecords.PagesOf(record), Today = SampleRecords.Today };

    private static string DestinationOf(Right right) => right switch
    {
        Right.Trademark => Profiles.BrandDatabase,
        Right.Design => Profiles.DesignDatabase,
        _ => Profiles.Patentscope,
    };
}
