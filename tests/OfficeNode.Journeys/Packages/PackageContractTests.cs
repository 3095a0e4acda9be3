using System.Security.Cryptography;
using System.Text.Json;
using NUnit.Framework;
using OfficeNode.Packaging;
using OfficeNode.Packaging.Signatures;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Packages;

/// <summary>Packages of the sample office for all three destinations: shapes, contents and delivery.</summary>
[Parallelizable(ParallelScope.Self)]   // nodes of its own, and programs that leave a core free
public sealed class PackageContractTests
{
    private static readonly (string Destination, string Collection)[] Destinations =
        [("patentscope", "Patents"), ("brand-database", "Trademarks"), ("design-database", "Designs")];

    private TestNode _node = null!;   // set before the tests
    private Dictionary<string, ProgramRun> _packages = null!;   // set before the tests

    [OneTimeSetUp]
    public async Task MakePackages()
    {
        _node = await SampleOffice.CreateAsync();
        _packages = [];
        foreach (var (destination, collection) in Destinations)
        {
            await _node.ReceiveInFolderAsync(destination, collection, "--sidecars", "true");
            _packages[destination] = await _node.ProcessAsync("package", "--destination", destination, "--scope", "full");
        }
    }

    [OneTimeTearDown]
    public void RemoveNode() => _node.Dispose();

    [TestCase("patentscope", 12)]
    [TestCase("brand-database", 12)]
    [TestCase("design-database", 6)]
    public void Open_records_without_fault_are_packaged(string destination, int records)
    {
        var run = _packages[destination];

        Assert.That(run.Json.GetProperty("packages").EnumerateArray().Sum(package => package.GetProperty("records").GetInt32()), Is.EqualTo(records), run.Everything);
        Assert.That(run.ExitCode, Is.EqualTo(run.Json.GetProperty("skipped").EnumerateArray().Any(HasErrors) ? 1 : 0));
    }

    [Test]
    public void Packaged_and_skipped_together_are_all_dossiers_of_the_rights()
    {
        var counted = _packages.Values.Sum(run =>
            run.Json.GetProperty("packages").EnumerateArray().Sum(package => package.GetProperty("records").GetInt32()) + run.Json.GetProperty("skipped").GetArrayLength());

        Assert.That(counted, Is.EqualTo(56));
    }

    [TestCase("patentscope")]
    [TestCase("brand-database")]
    [TestCase("design-database")]
    public void The_result_names_the_file_its_bytes_and_its_digest(string destination)
    {
        foreach (var package in _packages[destination].Json.GetProperty("packages").EnumerateArray())
        {
            var path = package.GetProperty("path").GetString() ?? "";

            Assert.That(package.GetProperty("bytes").GetInt64(), Is.EqualTo(new FileInfo(path).Length));
            Assert.That(package.GetProperty("sha256").GetString(), Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))));
            Assert.That(package.GetProperty("members").GetInt32(), Is.EqualTo(PackageContents.Of(path).Count));
            Assert.That(Path.GetFileNameWithoutExtension(path), Is.EqualTo(package.GetProperty("name").GetString()));
        }
    }

    [TestCase("patentscope")]
    [TestCase("brand-database")]
    [TestCase("design-database")]
    public async Task A_package_verifies_against_the_nodes_exported_certificate(string destination)
    {
        var exported = await _node.ProcessAsync("keys", "export");
        var certificate = TrustedCertificate.Parse(System.Text.Encoding.ASCII.GetBytes(exported.Json.GetProperty("certificate").GetString() ?? ""));
        var verifier = new PackageVerifier([certificate.Value], _node.Time, PackagingLimits.Default);
        var path = _packages[destination].Json.GetProperty("packages")[0].GetProperty("path").GetString() ?? "";

        var check = await verifier.VerifyAsync(path, CancellationToken.None);

        Assert.That((check.IsValid, check.Kind), Is.EqualTo((true, PackageKind.Signed)), string.Join('\n', check.Findings));
    }

    [Test]
    public void Closed_documents_of_open_dossiers_stay_in_the_house()
    {
        var members = _packages["patentscope"].Json.GetProperty("packages").EnumerateArray()
            .SelectMany(package => PackageContents.Of(package.GetProperty("path").GetString() ?? ""))
            .ToDictionary();
        var closed = Corpus.Pages().Where(pages => pages.Expected == "kept-closed").SelectMany(pages => pages.Files).Select(File.ReadAllBytes).ToList();

        Assert.That(closed, Is.Not.Empty);
        Assert.That(members.Values.Where(member => closed.Any(member.SequenceEqual)), Is.Empty);
        Assert.That(members.Keys, Has.None.Contain("POA").And.None.Contain("APP"));
    }

    [Test]
    public async Task Sync_delivers_all_of_them_whole_into_their_folders()
    {
        var sync = await _node.ProcessAsync("sync", "--once");

        Assert.That((sync.ExitCode, sync.Count("delivered"), sync.Count("waiting")), Is.EqualTo((0, 3L, 0L)), sync.Everything);
        foreach (var (destination, collection) in Destinations)
        {
            var path = _packages[destination].Json.GetProperty("packages")[0].GetProperty("path").GetString() ?? "";
            var delivered = Path.Combine(_node.Receiver, collection, "Full_Extraction", Path.GetFileName(path));
            Assert.That(await File.ReadAllBytesAsync(delivered), Is.EqualTo(await File.ReadAllBytesAsync(path)));
            Assert.That(File.Exists(Path.ChangeExtension(delivered, ".manifest.json.p7s")), Is.True);
        }

        var outbox = (await _node.ProcessAsync("status")).Json.GetProperty("outbox").EnumerateArray().ToList();
        Assert.That(outbox.Select(entry => entry.GetProperty("state").GetString()), Is.EqualTo(new[] { "delivered", "delivered", "delivered" }));
        Assert.That(outbox, Has.All.Matches<JsonElement>(entry => entry.TryGetProperty("package", out _) && entry.TryGetProperty("since", out _)));
    }

    [Test]
    public async Task A_draft_destination_takes_nothing_and_a_testing_one_test_packages_alone()
    {
        using var node = await TestNode.CreateAsync();
        await node.RunAsync(SampleOffice.ImportOf("designs"));

        var draft = await node.RunAsync("package", "--destination", "design-database", "--scope", "test");
        await node.DoAsync("destination", "set", "design-database", "--state", "testing");
        var testing = await node.RunAsync("package", "--destination", "design-database", "--scope", "test");
        var full = await node.RunAsync("package", "--destination", "design-database", "--scope", "full");

        Assert.That((draft.ExitCode, testing.ExitCode, full.ExitCode), Is.EqualTo((2, 0, 2)));
    }

    [Test]
    public async Task Documents_are_valid_by_the_official_schemas_where_the_office_installed_them()
    {
        using var node = await SampleOffice.CreateAsync();
        await node.DoAsync("standards", "add", SharedMaterial.Require("standards"));
        foreach (var (destination, collection) in Destinations)
        {
            await node.ReceiveInFolderAsync(destination, collection);

            var run = await node.RunAsync("package", "--destination", destination, "--scope", "full");

            var packages = run.Json.GetProperty("packages").EnumerateArray().ToList();
            var manifest = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.ChangeExtension(packages[0].GetProperty("path").GetString() ?? "", ".manifest.json")));
            Assert.That(manifest.RootElement.GetProperty("manifest").GetProperty("schemaValidated").GetBoolean(), Is.True, destination);
            Assert.That(packages.Sum(package => package.GetProperty("records").GetInt32()), Is.EqualTo(destination == "design-database" ? 6 : 12), run.Everything);
        }
    }

    private static bool HasErrors(JsonElement skipped) =>
        skipped.GetProperty("findings").EnumerateArray().Any(finding => finding.GetProperty("severity").GetString() == "error");
}
