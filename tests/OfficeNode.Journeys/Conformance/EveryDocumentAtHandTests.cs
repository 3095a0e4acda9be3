using NUnit.Framework;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Conformance;

/// <summary>Everything that can be read goes through the whole program, and independent programs judge what comes out.</summary>
[Parallelizable(ParallelScope.Self)]   // nodes of its own, and it fills the time in which the killed line rests
public sealed class EveryDocumentAtHandTests
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<CollectionRun> _runs = [];

    private IEnumerable<Exported> Exports => _runs.SelectMany(run => run.Exports);

    [OneTimeSetUp]
    public async Task BringEverythingThrough()
    {
        foreach (var collection in OfficeCollections.All)
        {
            var folder = Directory.CreateDirectory(_folder.PathOf($"{_runs.Count}, {collection}"));
            _runs.Add(await CollectionRun.OfAsync(collection, folder.FullName));
        }
    }

    [OneTimeTearDown]
    public void Clean() => _folder.Dispose();

    [Test]
    public void Each_record_is_written_or_withheld_by_a_rule()
    {
        TestContext.Out.WriteLine("collection | office | destination | read | new | said again | refused | dossiers | written | withheld");
        foreach (var row in _runs.SelectMany(run => run.Rows()))
        {
            TestContext.Out.WriteLine(row);
        }

        Assert.Multiple(() =>
        {
            foreach (var export in Exports)
            {
                Assert.That(export.Written + export.Withheld.Count, Is.EqualTo(export.Dossiers), export.Folder);
                Assert.That(export.Withheld.Where(withheld => withheld.Rules.Count == 0), Is.Empty, export.Folder);
            }
        });
    }

    [Test]
    public void Only_what_the_material_lacks_withholds_a_record() => Assert.Multiple(() =>
    {
        foreach (var export in Exports)
        {
            var unexpected = export.Withheld.Where(withheld => withheld.Rules.Except(export.Asked.MayWithhold).Any());
            Assert.That(unexpected.Select(withheld => $"{withheld.Dossier}: {string.Join(' ', withheld.Rules)}"), Is.Empty, export.Folder);
        }
    });

    [Test]
    public void A_document_refused_as_broken_is_broken_for_xmllint_too()
    {
        var broken = _runs.SelectMany(run => run.Broken).ToList();

        var judged = broken.ConvertAll(file => Tool.Run("xmllint", "libxml2-utils", "--noout", "--nonet", file).ExitCode);

        Assert.That(judged, Is.Not.Empty.And.All.EqualTo(1));
    }

    [TestCase("patentscope", "PatentPublication_V6_0.xsd")]
    [TestCase("brand-database", "TrademarkApplication_V6_0.xsd")]
    [TestCase("design-database", "DesignApplication_V6_0.xsd")]
    public void Every_ST96_document_is_valid_for_xmllint(string destination, string schema)
    {
        var official = Path.Combine(SharedMaterial.Require("standards/st96/V6_0/schema"), schema);
        var documents = Exports.Where(export => export.Asked.Destination == destination && export.Asked.Standard.StartsWith("ST.96", StringComparison.Ordinal))
            .SelectMany(export => export.Documents).ToList();

        var judged = Tool.Run("xmllint", "libxml2-utils", ["--noout", "--nonet", "--schema", official, .. documents]);

        TestContext.Out.WriteLine($"{documents.Count} documents judged by {schema}");
        Assert.That(documents, Is.Not.Empty);
        Assert.That(judged.ExitCode, Is.Zero, Faults(judged));
    }

    [Test]
    public void Every_ST36_document_is_valid_for_xmllint()
    {
        var dtd = SharedMaterial.Require("standards/st36/ep/dtd/ep-patent-document-v1-5.dtd");
        var documents = Exports.Where(export => export.Asked.Standard.StartsWith("ST.36", StringComparison.Ordinal)).SelectMany(export => export.Documents).ToList();

        var judged = Tool.Run("xmllint", "libxml2-utils", ["--noout", "--nonet", "--dtdvalid", dtd, .. documents]);

        TestContext.Out.WriteLine($"{documents.Count} documents judged by {Path.GetFileName(dtd)}");
        Assert.That(documents, Is.Not.Empty);
        Assert.That(judged.ExitCode, Is.Zero, Faults(judged));
    }

    [Test]
    public void Every_page_image_of_a_patent_has_the_profile_for_tiffinfo()
    {
        var images = Exports.Where(export => export.Asked.Destination == "patentscope").SelectMany(export => export.Tiffs).ToList();

        var faults = TiffInfo.Faults(images);

        TestContext.Out.WriteLine($"{images.Count} TIFF files judged by tiffinfo");
        Assert.That(images, Is.Not.Empty);
        Assert.That(faults, Is.Empty);
    }

    [Test]
    public void Every_package_opens_in_unzip_bsdtar_Python_and_Java()
    {
        var zips = Exports.SelectMany(export => export.Zips).ToList();

        var java = JavaZipReader.Run(zips);
        var python = Tool.Run("python3", "python3", ["-c", "import sys, zipfile\nfor f in sys.argv[1:]: print(zipfile.ZipFile(f).testzip())", .. zips]);

        TestContext.Out.WriteLine($"{zips.Count} packages opened by four readers");
        Assert.Multiple(() =>
        {
            Assert.That(zips.Where(zip => Tool.Run("unzip", "unzip", "-tqq", zip).ExitCode != 0), Is.Empty);
            Assert.That(zips.Where(zip => Tool.Run("bsdtar", "libarchive-tools", "-xOf", zip).ExitCode != 0), Is.Empty);
            Assert.That(python.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(zips.Count).And.All.EqualTo("None"), python.Error);
            Assert.That(java.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(line => line.Split(' ').Distinct().Count() == 1), Is.EqualTo(zips.Count), java.Error);
        });
    }

    /// <summary>What xmllint said, without its lines about documents that are valid and DTDs that lie elsewhere.</summary>
    private static string Faults(ToolResult judged) =>
        string.Join('\n', judged.Error.Split('\n').Where(line => line.Contains("error", StringComparison.Ordinal)).Take(20));
}
