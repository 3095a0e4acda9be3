using System.Text;
using System.Text.Json;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Desk;
using OfficeNode.Host.Journey;
using OfficeNode.Packaging;
using OfficeNode.Packaging.Signatures;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Intake;

public sealed class IntakeTests
{
    private OfficeAndDesk _both = null!;    // set before every test

    [SetUp]
    public async Task SetUp() => _both = await OfficeAndDesk.CreateAsync(OfficeAndDesk.Marks);

    [TearDown]
    public void TearDown() => _both.Dispose();

    [Test]
    public async Task A_package_is_taken_in_once()
    {
        var zip = await _both.SendAsync();
        await _both.IntakeAsync();
        var receipt = await File.ReadAllBytesAsync(_both.ReceiptOf(zip));

        var again = await _both.IntakeAsync();

        Assert.Multiple(() =>
        {
            Assert.That(again.ExitCode, Is.Zero);
            Assert.That(again.Count("known"), Is.EqualTo(1));
            Assert.That(Taken(again), Is.Empty);
            Assert.That(File.ReadAllBytes(_both.ReceiptOf(zip)), Is.EqualTo(receipt));
        });
    }

    [Test]
    public async Task A_package_that_was_copied_again_is_known_by_its_bytes()
    {
        var zip = await _both.SendAsync();
        await _both.IntakeAsync();
        File.SetLastWriteTimeUtc(zip, new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc));

        var again = await _both.IntakeAsync();

        Assert.That((again.Count("known"), Taken(again).Count), Is.EqualTo((1L, 0)));
    }

    [Test]
    public async Task The_same_name_with_other_bytes_is_refused_once_and_the_first_receipt_stays()
    {
        var zip = await _both.SendAsync();
        await _both.IntakeAsync();
        var receipt = await File.ReadAllBytesAsync(_both.ReceiptOf(zip));
        OfficeAndDesk.FilesOf(zip).ToList().ForEach(File.Delete);
        await _both.BuildAsync(Path.GetFileNameWithoutExtension(zip), [Mark("T-2020-1", "XX")]);

        var first = await _both.IntakeAsync();
        var second = await _both.IntakeAsync();

        Assert.Multiple(() =>
        {
            Assert.That(first.ExitCode, Is.EqualTo(1));
            Assert.That(RulesOf(first), Is.EqualTo(new[] { DeskFindings.NameReused }));
            Assert.That(File.ReadAllBytes(_both.ReceiptOf(zip)), Is.EqualTo(receipt));
            Assert.That((second.ExitCode, second.Count("known")), Is.EqualTo((0, 1L)));
        });
    }

    [Test]
    public async Task An_old_package_under_a_new_name_is_refused()
    {
        var zip = await _both.SendAsync();
        foreach (var file in OfficeAndDesk.FilesOf(zip))
        {
            File.Move(file, file.Replace("-0001.", "-0009.", StringComparison.Ordinal));
        }

        var intake = await _both.IntakeAsync();

        Assert.Multiple(() =>
        {
            Assert.That(Taken(intake).Single().GetProperty("outcome").GetString(), Is.EqualTo("refused"));
            Assert.That(RulesOf(intake), Does.Contain(PackagingFindings.ManifestOtherPackage));
        });
    }

    [Test]
    public async Task A_package_of_an_unpinned_signer_is_refused_with_the_fingerprint()
    {
        using var random = System.Security.Cryptography.RandomNumberGenerator.Create();
        using var stranger = NodeKey.Create(OfficeCode.Parse("XX").Value, "Stranger", _both.Office.Time, random);
        await _both.BuildAsync(stranger, "XX-stranger-0001", [Mark("T-2020-1", "XX")], "Trademarks/Full_Extraction", "XX");

        var intake = await _both.IntakeAsync();

        Assert.Multiple(() =>
        {
            Assert.That(intake.ExitCode, Is.EqualTo(1));
            Assert.That(RulesOf(intake), Is.EqualTo(new[] { PackagingFindings.SignerUnknown }));
            Assert.That(intake.Output, Does.Contain(stranger.Certificate.Fingerprint.Value));
        });
    }

    [Test]
    public async Task A_package_for_another_office_than_its_signer_is_refused()
    {
        await _both.BuildAsync("YY-trademarks-0001", [Mark("T-2020-1", "YY")], office: "YY");

        var intake = await _both.IntakeAsync();

        Assert.That(RulesOf(intake), Is.EqualTo(new[] { DeskFindings.PackageOffice }));
    }

    [Test]
    public async Task A_package_in_the_folder_of_another_scope_is_refused()
    {
        await _both.BuildAsync("XX-trademarks-0001", [Mark("T-2020-1", "XX")], "Trademarks/Updates");

        var intake = await _both.IntakeAsync();

        Assert.That(RulesOf(intake), Is.EqualTo(new[] { DeskFindings.PackageFolder }));
    }

    [TestCase(".zip")]
    [TestCase(".members.jsonl")]
    [TestCase(".manifest.json")]
    [TestCase(".manifest.json.p7s")]
    public async Task A_package_that_lacks_a_part_waits(string part)
    {
        var zip = await _both.SendAsync();
        File.Delete(Path.ChangeExtension(zip, part));

        var intake = await _both.IntakeAsync();

        Assert.Multiple(() =>
        {
            Assert.That(intake.ExitCode, Is.Zero);
            Assert.That(Taken(intake), Is.Empty);
            Assert.That(intake.Json.GetProperty("waiting")[0].GetProperty("missing")[0].GetString(), Does.EndWith(part));
            Assert.That(_both.ReceiptOf(zip), Does.Not.Exist);
        });
    }

    [TestCase(".zip")]
    [TestCase(".members.jsonl")]
    [TestCase(".manifest.json")]
    [TestCase(".manifest.json.p7s")]
    public async Task A_package_with_a_truncated_part_is_refused_and_its_neighbour_is_taken(string part)
    {
        var zip = await _both.SendAsync();
        Truncate(Path.ChangeExtension(zip, part));
        await _both.BuildAsync("XX-zz-last-0001", [Mark("T-2020-1", "XX")]);

        var intake = await _both.IntakeAsync();

        Assert.That(Taken(intake).Select(package => package.GetProperty("outcome").GetString()), Is.EqualTo(new[] { "refused", "accepted" }), intake.Everything);
    }

    [Test]
    public async Task Bad_records_are_refused_one_by_one_with_the_names_of_their_dossiers()
    {
        await _both.BuildAsync("XX-trademarks-0001",
        [
            Mark("T-2020-1", "XX"),
            Mark("T-2020-2", "YY"),
            Mark("T-2020-3", "XX", "not-there.png"),
            Document("T-2020-4", "<a><b></a>"),
            Document("T-2020-5", "<!DOCTYPE a [<!ENTITY b 'x'><!ENTITY c '&b;&b;'>]><a>&c;</a>"),
            Document("T-2020-6", "<ep-patent-document country='XX'/>"),
            Mark("T-2020-7", "XX", "seven.png"),
            new PackageMember("seven.png", MemberKind.Image, StoredContent.Of(Encoding.ASCII.GetBytes("a picture")), DossierName.Parse("T-2020-7").Value),
        ]);

        var intake = await _both.IntakeAsync();

        var refused = Taken(intake).Single().GetProperty("findings").EnumerateArray()
            .Where(finding => finding.GetProperty("severity").GetString() == "error")
            .Select(finding => (finding.GetProperty("dossier").GetString(), finding.GetProperty("rule").GetString()));
        Assert.Multiple(() =>
        {
            Assert.That(Taken(intake).Single().GetProperty("outcome").GetString(), Is.EqualTo("partly"));
            Assert.That((Taken(intake).Single().GetProperty("records").GetInt32(), Taken(intake).Single().GetProperty("refused").GetInt32()), Is.EqualTo((7, 5)));
            Assert.That(refused, Is.EqualTo(new[]
            {
                ("T-2020-2", DeskFindings.DocumentOffice),
                ("T-2020-3", DeskFindings.MemberMissing),
                ("T-2020-4", DeskFindings.NotWellFormed),
                ("T-2020-5", DeskFindings.DocumentStandard),
                ("T-2020-6", DeskFindings.DocumentStandard),
            }));
        });
    }

    [Test]
    public async Task More_refused_records_than_a_receipt_names_refuse_the_package()
    {
        var zip = await _both.BuildAsync("XX-trademarks-0001", [Mark("T-2020-1", "XX"), Mark("T-2020-2", "YY"), Mark("T-2020-3", "YY")]);

        var result = await _both.IntakeAsync(DeskLimits.Default with { RefusedRecords = 2 }, new PhysicalDisk());

        var receipt = await File.ReadAllTextAsync(_both.ReceiptOf(zip));
        Assert.Multiple(() =>
        {
            Assert.That(result.Taken.Single().Outcome, Is.EqualTo(ReceiptOutcome.Refused));
            Assert.That(result.Taken.Single().Findings[0].Rule, Is.EqualTo(DeskFindings.TooManyRefused));
            Assert.That(receipt, Does.Contain("\"recordsAccepted\":0"));
        });
    }

    [Test]
    public async Task Files_that_are_no_packages_are_listed_and_left_alone()
    {
        await _both.IntakeAsync();
        await File.WriteAllTextAsync(Path.Combine(_both.Root, "Designs", "Updates", "read me.txt"), "Hello");
        File.CreateSymbolicLink(Path.Combine(_both.Root, "Designs", "Test", "XX-1.zip"), "/etc/hostname");

        var intake = await _both.IntakeAsync();

        Assert.That(
            intake.Json.GetProperty("others").EnumerateArray().Select(other => other.GetString()),
            Is.EqualTo(new[] { "Designs/Updates/read me.txt", "Designs/Test/XX-1.zip" }));
    }

    [Test]
    public async Task A_file_in_place_of_the_receipt_is_said_and_left()
    {
        var zip = await _both.SendAsync();
        await File.WriteAllTextAsync(_both.ReceiptOf(zip), "somebody's");

        var intake = await _both.IntakeAsync();

        Assert.Multiple(() =>
        {
            Assert.That(RulesOf(intake), Is.EqualTo(new[] { DeskFindings.ReceiptForeign }));
            Assert.That(File.ReadAllText(_both.ReceiptOf(zip)), Is.EqualTo("somebody's"));
        });
    }

    [Test]
    public async Task A_stop_between_receipt_and_database_is_mended_by_the_next_run()
    {
        var zip = await _both.SendAsync();
        await _both.IntakeAsync();
        var receipt = await File.ReadAllBytesAsync(_both.ReceiptOf(zip));
        File.Delete(_both.Desk.Folder.DeskFile);

        var again = await _both.IntakeAsync();

        Assert.Multiple(() =>
        {
            Assert.That(again.ExitCode, Is.Zero, again.Everything);
            Assert.That(Taken(again).Single().GetProperty("records").GetInt32(), Is.EqualTo(2));
            Assert.That(File.ReadAllBytes(_both.ReceiptOf(zip)), Is.EqualTo(receipt));
        });
    }

    [Test]
    public async Task A_disk_that_fails_at_any_operation_leaves_nothing_that_the_next_run_does_not_mend()
    {
        var zip = await _both.SendAsync();
        var counting = FailingDisk.Counting(new PhysicalDisk());
        await _both.IntakeAsync(DeskLimits.Default, counting);
        for (var operation = 1L; operation <= counting.Operations; operation++)
        {
            Forget(zip);
            var disk = FailingDisk.StoppingAt(new PhysicalDisk(), operation);
            Assert.That(() => _both.IntakeAsync(DeskLimits.Default, disk), Throws.TypeOf<StorageException>());

            var next = await _both.IntakeAsync();

            Assert.That(Taken(next).Single().GetProperty("outcome").GetString(), Is.EqualTo("accepted"), disk.FailedOperation);
            Assert.That(Directory.EnumerateFiles(_both.Receipts).Count(), Is.EqualTo(2), disk.FailedOperation);
        }
    }

    [Test]
    public async Task Nothing_that_was_delivered_is_changed()
    {
        var zip = await _both.SendAsync();
        Truncate(await _both.BuildAsync("XX-bad-0001", [Mark("T-2020-1", "XX")]));
        var before = Delivered();

        await _both.IntakeAsync();

        Assert.That(Delivered(), Is.EqualTo(before));
    }

    [Test]
    public async Task A_second_intake_at_the_same_time_is_told_who_is_at_work()
    {
        using var node = Node.Open(_both.Desk.Folder.Root, new PhysicalDisk(), _both.Desk.Time);
        using var lease = node.TakeLease("intake");

        var second = await _both.IntakeAsync();

        Assert.Multiple(() =>
        {
            Assert.That(second.ExitCode, Is.EqualTo(3));
            Assert.That(second.Messages, Does.Contain("officenode intake"));
        });
    }

    [Test]
    public async Task Without_the_folder_nothing_is_made()
    {
        var run = await _both.Desk.RunAsync("intake", "--root", _both.Desk.PathOf("not-there"));

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(2));
            Assert.That(_both.Desk.PathOf("not-there"), Does.Not.Exist);
        });
    }

    private static IReadOnlyList<JsonElement> Taken(ProgramRun run) => [.. run.Json.GetProperty("taken").EnumerateArray()];

    private static IEnumerable<string?> RulesOf(ProgramRun run) =>
        Taken(run).SelectMany(package => package.GetProperty("findings").EnumerateArray()).Select(finding => finding.GetProperty("rule").GetString());

    private static PackageMember Mark(string dossier, string office, string? picture = null) => Document(dossier, $"""
        <t:TrademarkApplication xmlns:t="http://www.wipo.int/standards/XMLSchema/ST96/Trademark" xmlns:c="http://www.wipo.int/standards/XMLSchema/ST96/Common" c:st96Version="V6_0">
          <t:TrademarkBag><t:Trademark>
            <c:RegistrationOfficeCode>{office}</c:RegistrationOfficeCode>
            {(picture is null ? "" : $"<c:FileName>{picture}</c:FileName>")}
          </t:Trademark></t:TrademarkBag>
        </t:TrademarkApplication>
        """);

    private static PackageMember Document(string dossier, string xml) =>
        new(dossier + ".xml", MemberKind.Record, DeflatedContent.Of(Encoding.UTF8.GetBytes(xml)), DossierName.Parse(dossier).Value);

    private static void Truncate(string path)
    {
        using var file = File.Open(path, FileMode.Open);
        file.SetLength(file.Length / 2);
    }

    /// <summary>As if the package had just arrived.</summary>
    private void Forget(string zip)
    {
        File.Delete(_both.Desk.Folder.DeskFile);
        Directory.EnumerateFiles(_both.Receipts).ToList().ForEach(File.Delete);
        Assert.That(zip, Does.Exist);
    }

    private Dictionary<string, Digest> Delivered() => Directory
        .EnumerateFiles(Path.Combine(_both.Root, "Trademarks"), "*", SearchOption.AllDirectories)
        .ToDictionary(file => file, file => Digest.Of(File.ReadAllBytes(file)));
}
