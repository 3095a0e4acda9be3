using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using NUnit.Framework;
using OfficeNode.Host.Doctor;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Service;

public sealed class DoctorTests : OneNodeTests
{
    [Test]
    public async Task A_good_node_has_no_errors()
    {
        await Node.RunAsync(SampleOffice.ImportOf("trademarks"));

        var run = await Node.RunAsync("doctor", "--deep");

        Assert.That(run.ExitCode, Is.Zero, run.Everything);
    }

    [Test]
    public async Task A_language_that_cannot_be_read_is_named_with_its_package()
    {
        var settings = JsonNode.Parse(await File.ReadAllTextAsync(Node.Folder.SettingsFile))!;   // init wrote it
        settings["reading"] = new JsonObject { ["languages"] = new JsonArray("eng", "xxx") };
        await File.WriteAllTextAsync(Node.Folder.SettingsFile, settings.ToJsonString());

        var run = await Node.RunAsync("doctor");

        var finding = run.Findings.Single(finding => finding.GetProperty("rule").GetString() == DoctorFindings.ReadingLanguages);
        Assert.That((finding.GetProperty("found").GetString(), finding.GetProperty("expected").GetString()), Is.EqualTo(("xxx", "tesseract-ocr-xxx")));
        Assert.That(run.Rules, Does.Contain(DoctorFindings.CodesOk).And.Contains(DoctorFindings.ScannersOk));
    }

    [Test]
    public async Task A_lost_page_image_is_damage_and_its_page_is_listed()
    {
        await Node.RunAsync(SampleOffice.ImportOf("trademarks"));
        File.Delete(AnyMaster());

        var run = await Node.RunAsync("doctor");

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(1));
            Assert.That(run.Rules, Has.One.EqualTo(DoctorFindings.MasterDamaged).And.One.EqualTo(DoctorFindings.PageLost));
            Assert.That(run.Findings.Single(finding => finding.GetProperty("rule").GetString() == DoctorFindings.PageLost).GetProperty("path").GetString(), Is.EqualTo("MRK 1"));
        });
    }

    [Test]
    public async Task A_changed_byte_among_the_newest_is_found_without_being_told_to_look_deep()
    {
        await Node.RunAsync(SampleOffice.ImportOf("trademarks"));
        ChangeByte(AnyMaster());

        var run = await Node.RunAsync("doctor");

        Assert.That(run.Rules, Has.One.EqualTo(DoctorFindings.MasterDamaged));
    }

    [Test]
    public async Task A_page_added_again_heals_what_was_damaged()
    {
        await Node.RunAsync(SampleOffice.ImportOf("patents"));
        var pages = Corpus.Pages()[0];
        string[] add = ["pages", "add", "--dossier", pages.Dossier, "--document", pages.Document, .. pages.Files];
        await Node.DoAsync(add);
        ChangeByte(AnyMaster());
        await Node.RunAsync("doctor");
        await Node.DoAsync(add);

        var run = await Node.RunAsync("doctor");

        Assert.That(run.Rules, Has.None.EqualTo(DoctorFindings.MasterDamaged).And.None.EqualTo(DoctorFindings.PageLost));
    }

    [Test]
    public async Task Files_that_belong_to_no_page_are_counted_and_left()
    {
        var stray = Path.Combine(Node.Folder.Masters, "ab", "stray.tif");
        await File.WriteAllTextAsync(stray, "x");

        var run = await Node.RunAsync("doctor");

        Assert.Multiple(() =>
        {
            Assert.That(run.Rules, Has.One.EqualTo(DoctorFindings.MastersOrphaned));
            Assert.That(File.Exists(stray), Is.True);
        });
    }

    [Test]
    [UnsupportedOSPlatform("windows")]
    [Platform(Exclude = "Win", Reason = "Windows has no file modes.")]
    public async Task A_key_that_others_may_read_is_a_matter_of_the_environment()
    {
        File.SetUnixFileMode(Path.Combine(Node.Folder.Keys, "node.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        var run = await Node.RunAsync("doctor");

        Assert.That((run.ExitCode, run.Rules.Count(rule => rule == DoctorFindings.KeysOpen)), Is.EqualTo((3, 1)));
    }

    [Test]
    public async Task Broken_settings_hide_nothing_else()
    {
        await File.WriteAllTextAsync(Node.Folder.SettingsFile, "{");

        var run = await Node.RunAsync("doctor");

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(3));
            Assert.That(run.Rules, Is.SupersetOf(new[] { DoctorFindings.SettingsUnusable, DoctorFindings.KeysOk, DoctorFindings.SqliteOk }));
        });
    }

    [Test]
    public async Task A_register_that_is_none_is_damage()
    {
        await File.WriteAllBytesAsync(Node.Folder.RegisterFile, new byte[8192].Select((_, i) => (byte)i).ToArray());
        File.Delete(Node.Folder.RegisterFile + "-wal");

        var run = await Node.RunAsync("doctor");

        Assert.That((run.ExitCode, run.Rules.Count(rule => rule == DoctorFindings.RegisterDamaged)), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task A_folder_that_is_no_node_is_said_to_be_none()
    {
        using var folder = new TemporaryFolder();

        var run = await ProgramRun.OfAsync(["doctor", "--json", "--data", folder.Path]);

        Assert.That((run.ExitCode, run.Rules[0]), Is.EqualTo((3, DoctorFindings.FolderMissing)));
    }

    [Test]
    public async Task A_clock_behind_the_newest_entry_is_a_warning()
    {
        Node.Time.Day = new DateOnly(2020, 1, 1);

        var run = await Node.RunAsync("doctor");

        Assert.That(run.Rules, Has.One.EqualTo(DoctorFindings.ClockBehind));
    }

    [Test]
    public async Task A_package_changed_on_its_way_out_is_found_by_the_deep_look()
    {
        await Node.RunAsync([.. SampleOffice.ImportOf("patents"), "--published-collection", "gazette 12/2025 of 2025-06-30 by A. Registrar"]);
        await Node.ReceiveInFolderAsync("patentscope", "Patents");
        await Node.RunAsync("package", "--destination", "patentscope", "--scope", "full");
        ChangeByte(Directory.EnumerateFiles(Node.Folder.Packages, "*.zip").Single());

        var run = await Node.RunAsync("doctor", "--deep");

        Assert.That((run.ExitCode, run.Rules.Count(rule => rule == DoctorFindings.PackageDamaged)), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task What_a_destination_still_lacks_is_said()
    {
        await Node.ReceiveInFolderAsync("patentscope", "Patents", "--acknowledgement", "signed");
        await Node.DoAsync("destination", "set", "brand-database", "--state", "testing", "--sftp", "officenode@127.0.0.1");

        var run = await Node.RunAsync("doctor");

        Assert.That(run.Rules, Is.SupersetOf(new[]
        {
            DoctorFindings.DestinationDesk, DoctorFindings.DestinationHostKey, DoctorFindings.DestinationSchemas, DoctorFindings.DestinationDraft,
        }));
    }

    [Test]
    public async Task People_read_the_verdict_first_and_then_what_to_do()
    {
        await File.WriteAllTextAsync(Node.Folder.SettingsFile, "{");

        var run = await Node.RunPlainAsync("doctor");

        Assert.That(run.Output, Does.Match(@"(?m)^error   The settings cannot be used: .*\n        Correct .*settings\.json"));
    }

    private string AnyMaster() => Directory.EnumerateFiles(Node.Folder.Masters, "*.*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();

    private static void ChangeByte(string file)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);
    }
}
