using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Writers;

/// <summary>Writes patents and utility models as ST.96 <c>PatentPublication</c> documents.</summary>
/// <remarks>
/// Element order and cardinalities: ST.96 V6_0, PatentPublication_V6_0.xsd. The document is the latest publication; the schema takes one. It has no
/// operation, so an update is the same document again and a deletion cannot be written (facts/patentscope.md [V]). What has no place: status, expiry,
/// termination, gazettes.
/// </remarks>
public sealed class St96PatentWriter : IRecordWriter
{
    private readonly St96Codes _codes;

    /// <exception cref="ArgumentException">The version is not one that this program writes.</exception>
    public St96PatentWriter(string version)
    {
        _codes = St96Version.CodesOf(version);
        Version = version;
    }

    public string Standard => St96Version.Standard;

    public string Version { get; }

    public IReadOnlyList<Right> Rights { get; } = [Right.Patent, Right.UtilityModel];

    public ExportNames Name(Record record, int twin, IReadOnlyList<PagePlace> pages) => St96Version.Names(this, record, twin, pages, $"PatentPublication_{Version}.xsd");

    public IReadOnlyList<Finding> Write(Export export, RecordFile file, Stream destination)
    {
        WriterMisuse.ThrowUnlessTaken(this, export.Record.Right);
        var findings = new ExportFindings();
        Refuse(export, findings);
        if (findings.HasErrors)
        {
            return findings.Findings;
        }

        using var writer = XmlOutput.Open(destination);
        var xml = new St96Output(writer, St96Namespace.Pat, _codes, findings);
        var publication = PatentFacts.MainPublication(export.Record);
        xml.StartDocument("PatentPublication", Version);
        xml.Attribute("languageCode", PatentFacts.LanguageOf(export.Record)?.Value);
        xml.Attribute("documentFileName", file.Name);
        xml.Attribute("documentPublicationDate", publication?.Date?.Iso);
        xml.ComText("IPOfficeCode", export.Record.Office.Value);
        new St96PatentBibliography(xml, export.Record, Version).Write();
        new St96PatentText(xml, export).Write();
        writer.WriteEndDocument();
        return findings.Findings;
    }

    private void Refuse(Export export, ExportFindings findings)
    {
        PatentFacts.Refuse(export, findings);
        if (!_codes.Offices.Contains(export.Record.Office.Value))
        {
            findings.Error(WriterFindings.OfficeUnlisted, "office", export.Record.Office.Value);
        }

        if (PatentFacts.LanguageOf(export.Record) is not { } language || !_codes.Languages.Contains(language.Value))
        {
            findings.Error(WriterFindings.LanguageMissing, "language", PatentFacts.LanguageOf(export.Record)?.Value);
        }

        for (var i = 0; i < export.Pages.Count; i++)
        {
            if (St96Images.Format(export.Pages[i].Facts.Format) is null)
            {
                findings.Error(WriterFindings.ImageFormat, string.Create(CultureInfo.InvariantCulture, $"pages[{i}]"), export.Pages[i].Facts.Format.ToString(), "TIFF, JPEG or PNG");
            }
        }
    }
}
