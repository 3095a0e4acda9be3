using System.Text;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Standards.Writers;

namespace OfficeNode.Tests.Writers;

/// <summary>I14, proved with a record that carries a word of its own in every field there is.</summary>
public sealed class ExportFilterTests
{
    private static readonly string[] NeverOut = ["phone", "email", "identityNumber", "series", "printed"];

    private static readonly DocumentCode[] AllOpen = [.. DocumentCode.All.Where(code => !code.IsClosed)];

    private static IEnumerable<TestCaseData> Pairs =>
        Written.Pairs.Select(pair => new TestCaseData(pair.Writer, pair.Right).SetArgDisplayNames(pair.Writer.Standard, pair.Right.ToString()));

    [TestCaseSource(nameof(Pairs))]
    public void What_appears_of_a_record_is_exactly_the_list_on_file(IRecordWriter writer, Right right)
    {
        var seeded = new SeededRecord(right);
        var record = seeded.Make(right);

        var shown = Shown(writer, new ExportFilter(new ExportPolicy()).Reduce(record, AllOpen), seeded);

        Golden.Compare($"shown-{writer.Standard}-{right}.txt", Encoding.UTF8.GetBytes(string.Join('\n', shown) + "\n"));
    }

    [TestCaseSource(nameof(Pairs))]
    public void Whatever_the_settings_some_fields_never_leave(IRecordWriter writer, Right right)
    {
        var seeded = new SeededRecord(right);
        var record = seeded.Make(right);
        var widest = new ExportPolicy { StreetsOfPersons = true, Roles = Enum.GetValues<PartyRole>(), EventCodes = [.. record.Events.Select(entry => entry.Code)] };

        var shown = Shown(writer, new ExportFilter(widest).Reduce(record, AllOpen), seeded);

        Assert.That(shown.Where(path => NeverOut.Contains(path.Split('.')[^1]) || path.Contains("Correspondent", StringComparison.Ordinal)), Is.Empty);
    }

    [TestCaseSource(nameof(Pairs))]
    public void Texts_stay_inside_until_their_document_types_are_open(IRecordWriter writer, Right right)
    {
        var seeded = new SeededRecord(right);
        var record = seeded.Make(right);

        var shown = Shown(writer, new ExportFilter(new ExportPolicy()).Reduce(record, []), seeded);

        Assert.That(shown.Where(path => path.StartsWith("abstracts", StringComparison.Ordinal) || path.StartsWith("descriptions", StringComparison.Ordinal)
            || path.StartsWith("claims", StringComparison.Ordinal) || path.StartsWith("designs[0].descriptions", StringComparison.Ordinal)), Is.Empty);
    }

    [TestCase(PartyKind.Person)]
    [TestCase(PartyKind.Unknown)]
    public void Street_and_postal_code_of_people_stay_inside_while_town_and_country_go(PartyKind kind)
    {
        var record = With(new Party { Role = PartyRole.Applicant, Kind = kind, Names = [new PartyName { Text = "A" }], Address = Home });

        var address = new ExportFilter(new ExportPolicy()).Reduce(record, []).Parties.Single().Address!;

        Assert.That((address.Lines.Count, address.PostalCode, address.City, address.Country), Is.EqualTo((0, (string?)null, "Nairobi", Home.Country)));
    }

    [Test]
    public void Streets_of_people_go_when_the_setting_says_so()
    {
        var record = With(new Party { Role = PartyRole.Applicant, Kind = PartyKind.Person, Names = [new PartyName { Text = "A" }], Address = Home });

        var address = new ExportFilter(new ExportPolicy { StreetsOfPersons = true }).Reduce(record, []).Parties.Single().Address!;

        Assert.That((address.Lines.Single(), address.PostalCode), Is.EqualTo(("1 Moi Avenue", "00100")));
    }

    [Test]
    public void An_organisation_keeps_its_street()
    {
        var record = With(new Party { Role = PartyRole.Applicant, Kind = PartyKind.Organization, Names = [new PartyName { Text = "A" }], Address = Home });

        Assert.That(new ExportFilter(new ExportPolicy()).Reduce(record, []).Parties.Single().Address!.Lines, Is.EqualTo(Home.Lines));
    }

    [Test]
    public void Only_roles_of_the_whitelist_are_named()
    {
        var record = With([.. Enum.GetValues<PartyRole>().Select(role => new Party { Role = role, Names = [new PartyName { Text = "A" }] })]);

        var roles = new ExportFilter(new ExportPolicy { Roles = [PartyRole.Inventor, PartyRole.Correspondent] }).Reduce(record, []).Parties.Select(party => party.Role);

        Assert.That(roles, Is.EqualTo(new[] { PartyRole.Inventor }));
    }

    [Test]
    public void Only_events_of_the_whitelist_go()
    {
        var record = With() with { Events = [new RecordEvent { Code = "DEP" }, new RecordEvent { Code = "MEMO", Text = "call the lawyer" }] };

        var events = new ExportFilter(new ExportPolicy { EventCodes = ["DEP"] }).Reduce(record, []).Events;

        Assert.That(events.Select(entry => entry.Code), Is.EqualTo(new[] { "DEP" }));
    }

    [Test]
    public void Reducing_twice_changes_nothing_more()
    {
        var record = new SeededRecord(Right.Patent).Make(Right.Patent);
        var filter = new ExportFilter(new ExportPolicy());

        var once = filter.Reduce(record, AllOpen);

        Assert.That(OfficeNode.Core.Json.RecordJson.Write(filter.Reduce(once, AllOpen)), Is.EqualTo(OfficeNode.Core.Json.RecordJson.Write(once)));
    }

    private static Address Home => new() { Lines = ["1 Moi Avenue"], City = "Nairobi", PostalCode = "00100", Country = CountryCode.Parse("KE").Value };

    private static Record With(params IReadOnlyList<Party> parties) => new() { Right = Right.Patent, Office = OfficeCode.Parse("XX").Value, Parties = parties };

    /// <summary>The paths whose seed stands anywhere in what the writer makes: XML of all files, and their names.</summary>
    private static List<string> Shown(IRecordWriter writer, Record record, SeededRecord seeded)
    {
        var export = Written.Export(writer, record, ArbitraryPages.One(record.Right));
        var (files, findings) = Written.Write(writer, export);
        Assert.That(findings.Where(finding => finding.Severity == Severity.Error), Is.Empty, Written.Said(findings));
        var names = Written.Names(writer, export);
        var all = string.Join('\n', [.. files.Select(file => Encoding.UTF8.GetString(file.Bytes)), names.Folder, .. names.Pages, .. names.Files.Select(file => file.Name)]);
        return [.. seeded.Seeds.Where(seed => seed.Value.Any(form => all.Contains(form, StringComparison.Ordinal))).Select(seed => seed.Key).Order(StringComparer.Ordinal)];
    }
}
