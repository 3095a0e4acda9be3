using OfficeNode.TestKit;
using static OfficeNode.Journeys.Conformance.OfficeCollection;

namespace OfficeNode.Journeys.Conformance;

/// <summary>Every readable ST.36 and ST.66 document of the shared material by office, and the sample office.</summary>
internal static class OfficeCollections
{
    /// <summary>Each goes through a node of its own; patents go through two, one for each standard that the destination may be set to.</summary>
    public static IReadOnlyList<OfficeCollection> All =>
    [
        EpoPatents with { Exports = [Export.PatentsSt36()] },
        EpoPatents with { Exports = [Export.PatentsSt96()] },
        UsptoPatents with { Exports = [Export.PatentsSt36()] },
        UsptoPatents with { Exports = [Export.PatentsSt96()] },
        CnipaPatents with { Exports = [Export.PatentsSt36()] },
        CnipaPatents with { Exports = [Export.PatentsSt96()] },
        new()
        {
            Name = "USPTO, marks",
            Office = "US",
            Language = "en",
            Imports = _ => [Import([.. UsptoMarks])],
            Exports = [Export.Marks("ACC-EXPIRY", "ACC-MARK-IMAGE")],   // TSDR gives neither the day of expiry nor the picture
        },
        new()
        {
            Name = "USPTO, marks, completed",
            Office = "US",
            Language = "en",
            Imports = folder => [Import(CompletedMarks.Make(UsptoMarks, folder))],
            Exports = [Export.Marks()],
        },
        new()
        {
            Name = "EUIPO, marks",
            Office = "EM",
            Imports = folder => [Import(EuipoMarks(folder), SharedMaterial.Require("samples/biblio/euipo-tm-xml"))],
            // The open data name applicants by keys into a file that is not at hand, and pictures likewise; one application has no filing date yet.
            Exports = [Export.Marks("ACC-HOLDER", "ACC-MARK-IMAGE", "ACC-MARK-SIGN", "ACC-DATES")],
        },
        new()
        {
            Name = "EUIPO, marks, completed",
            Office = "EM",
            Imports = folder => [Import(CompletedMarks.Make(Directory.GetFiles(EuipoMarks(folder), "*.xml"), Path.Combine(folder, "completed")))],
            Exports = [Export.Marks("ACC-DATES")],
        },
        new()
        {
            Name = "sample office",
            Office = Corpus.OfficeCode,
            Act = null,
            Imports = _ => [.. SampleOffice.Tables.Select(SampleOffice.ImportOf), SampleOffice.ImportOfDocuments],
            More = [.. Corpus.Pages().Select(AddPages), .. Corpus.Acts().Select(SampleOffice.CommandOf)],
            // Its faults on purpose, and dossiers that no act of the past opens.
            Exports =
            [
                Export.PatentsSt36("ACC-PATENT-TITLE", "GATE-CLOSED"),
                Export.Marks("ACC-MARK-IMAGE", "ACC-MARK-SIGN", "ACC-STATUS", "GATE-CLOSED"),
                Export.Designs("ACC-DESIGN-CLASS", "GATE-CLOSED"),
            ],
        },
        new()
        {
            Name = "sample office, all declared published",
            Office = Corpus.OfficeCode,
            Imports = _ => [SampleOffice.ImportOf("patents"), SampleOffice.ImportOf("utility-models"), Import(Corpus.Office("patent-301.xml"), Corpus.Office("patent-302.xml"))],
            More = [.. SomePages()],
            // Applications that were never published have no publication number, whatever the office declares; one act of its own lies in the future.
            Exports = [Export.PatentsSt96("ACC-PATENT-TITLE", "ACC-PATENT-PUBLICATION", "GATE-CLOSED")],
        },
    ];

    private static OfficeCollection EpoPatents { get; } = new()
    {
        Name = "EPO, patents",
        Office = "EP",
        Imports = _ =>
        [
            Import(
                SharedMaterial.Require("samples/biblio/epo-ep-documents"),
                SharedMaterial.Require("standards/st36/ep/instances"),
                SharedMaterial.Require("standards/st36/ep/wipo-st36a-example/DOC00001.xml")),
        ],
        Exports = [],
    };

    private static OfficeCollection UsptoPatents { get; } = new()
    {
        Name = "USPTO, patents",
        Office = "US",
        Imports = _ =>
        [
            Import(
            [
                .. Xml("samples/biblio/uspto-patents-xml", "v4*.xml"),
                .. Xml("samples/biblio/uspto-ppd-samples", "US*.xml"),
                SharedMaterial.Require("standards/st36/us/instances/xml2004"),
                SharedMaterial.Require("standards/st36/us/instances/xml2014"),
                SharedMaterial.Require("standards/st36/us/instances/xmlApp2004"),
            ]),
        ],
        Exports = [],
    };

    private static OfficeCollection CnipaPatents { get; } = new()
    {
        Name = "CNIPA, patents",
        Office = "CN",
        Imports = _ => [Import(SharedMaterial.Require("standards/st36/non-latin/cn_old4.xml"))],
        Exports = [],
    };

    private static IEnumerable<string> UsptoMarks =>
        Xml("samples/biblio/uspto-tsdr-st96-st66", "*ST66.xml").Concat(Xml("standards/st66/uspto-tsdr", "*.xml"));

    private static IReadOnlyList<string> Import(params IReadOnlyList<string> paths) => ["import", .. paths];

    private static IEnumerable<string> Xml(string folder, string pattern) =>
        Directory.GetFiles(SharedMaterial.Require(folder), pattern).Order(StringComparer.Ordinal);

    /// <summary>The pack of 413 transactions, unpacked into one folder.</summary>
    private static string EuipoMarks(string folder)
    {
        var unpacked = Directory.CreateDirectory(Path.Combine(folder, "euipo")).FullName;
        var run = Tool.Run("tar", "tar", "xJf", SharedMaterial.Require("samples/biblio/packs/euipo-tm-xml.tar.xz"), "-C", unpacked, "--transform", "s,.*/,,");
        return run.ExitCode == 0 ? unpacked : throw new InvalidOperationException(run.Error);
    }

    private static IReadOnlyList<string> AddPages(SamplePages pages) =>
        ["pages", "add", "--dossier", pages.Dossier, "--document", pages.Document, .. pages.Files];

    /// <summary>Pages for each patent and utility model, in every form they were scanned in.</summary>
    private static IEnumerable<IReadOnlyList<string>> SomePages() => Corpus.Pages()
        .Where(pages => pages.Expected == "kept" && pages.Dossier is ['P' or 'U', ..])
        .GroupBy(pages => pages.Dossier)
        .SelectMany(group => group.DistinctBy(pages => pages.Form))
        .Select(AddPages);
}
