using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Writers;

/// <summary>Writes patents and utility models as ST.36 publication folders after the ep-patent-document DTD.</summary>
/// <remarks>
/// <para>
/// A folder per record, as in the example of ST.36 (facts/patentscope.md [V]): <c>DOC00001.xml</c> with the bibliographic data, the open texts, drawings
/// and search report pages; <c>toc.xml</c>, the list of the files. The DTD lets <c>doc-page</c> stand only for the whole document, instead of
/// bibliographic data, or in a search report: so the page images of the whole document are a second document of the same folder, <c>DOC00002.xml</c>,
/// where the example has a PDF (docs/decisions: page images in ST.36).
/// </para>
/// <para>The DOCTYPE names the DTD by public and relative system identifier, as the example does; the DTD itself is not sent.</para>
/// </remarks>
public sealed class St36PatentWriter : IRecordWriter
{
    /// <summary>The DTD's version, by its own name.</summary>
    public const string Dtd15 = "ep-patent-document-v1-5";

    internal const string DataFile = "DOC00001.xml";
    internal const string FacsimileFile = "DOC00002.xml";
    internal const string ContentsFile = "toc.xml";

    /// <exception cref="ArgumentException">The version is not one that this program writes.</exception>
    public St36PatentWriter(string version) => Version = version == Dtd15
        ? version
        : throw new ArgumentException($"ST.36 {version} is not written here: the version is {Dtd15}.", nameof(version));

    public string Standard => "ST.36";

    public string Version { get; }

    public IReadOnlyList<Right> Rights { get; } = [Right.Patent, Right.UtilityModel];

    public ExportNames Name(Record record, int twin, IReadOnlyList<PagePlace> pages)
    {
        WriterMisuse.ThrowUnlessTaken(this, record.Right);
        var dtd = Version + ".dtd";
        var files = new List<RecordFile> { new(RecordFileKind.Data, DataFile, dtd) };
        if (pages.Count > 0)
        {
            files.Add(new RecordFile(RecordFileKind.Facsimile, FacsimileFile, dtd));
        }

        files.Add(new RecordFile(RecordFileKind.Contents, ContentsFile, null));
        return new ExportNames { Folder = NumberName.Of(record, twin), Files = files, Pages = NamePages(pages) };
    }

    public IReadOnlyList<Finding> Write(Export export, RecordFile file, Stream destination)
    {
        WriterMisuse.ThrowUnlessTaken(this, export.Record.Right);
        var findings = new ExportFindings();
        PatentFacts.Refuse(export, findings);
        RefuseImages(export, findings);
        if (findings.HasErrors)
        {
            return findings.Findings;
        }

        using var writer = XmlOutput.Open(destination);
        var xml = new St36Output(writer, findings);
        switch (file.Kind)
        {
            case RecordFileKind.Data:
                new St36Document(xml, export, Version).WriteData(file.Name);
                break;
            case RecordFileKind.Facsimile:
                new St36Document(xml, export, Version).WriteFacsimile(file.Name);
                break;
            default:
                St36Contents.Write(xml, export, Version);
                break;
        }

        writer.WriteEndDocument();
        return findings.Findings;
    }

    /// <summary>Drawings and search report pages as the example names them, the rest in its manner: four letters, four digits.</summary>
    private static List<string> NamePages(IReadOnlyList<PagePlace> pages)
    {
        var counts = new Dictionary<DocumentCode, int>();
        var names = new List<string>(pages.Count);
        foreach (var page in pages)
        {
            var count = counts[page.Document] = counts.GetValueOrDefault(page.Document) + 1;
            names.Add(string.Create(CultureInfo.InvariantCulture, $"{PrefixOf(page.Document)}{count:D4}{ImageExtension.Of(page.Format)}"));
        }

        return names;
    }

    private static string PrefixOf(DocumentCode document) => document.Value switch
    {
        "DRA" => "imgf",
        "SRP" => "srep",
        "FRO" => "fron",
        "ABS" => "abst",
        "DES" => "desc",
        "CLA" => "clms",
        var other => "p" + other.ToLowerInvariant(),
    };

    private static void RefuseImages(Export export, ExportFindings findings)
    {
        for (var i = 0; i < export.Pages.Count; i++)
        {
            var format = export.Pages[i].Facts.Format;
            var isDrawing = export.Pages[i].Document == DocumentCode.Drawings;
            if (format == ImageFormat.Png || (isDrawing && format == ImageFormat.Pdf))
            {
                findings.Error(WriterFindings.ImageFormat, string.Create(CultureInfo.InvariantCulture, $"pages[{i}]"), format.ToString(), "TIFF or JPEG");
            }
        }
    }
}
