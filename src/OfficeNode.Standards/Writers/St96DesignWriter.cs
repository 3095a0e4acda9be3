using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Writers;

/// <summary>Writes industrial designs as ST.96 <c>DesignApplication</c> documents, one <c>Design</c> per design of the application.</summary>
/// <remarks>
/// Element order and cardinalities: ST.96 V6_0, DesignApplication_V6_0.xsd. Every design repeats the data of the application that the schema hangs on
/// it: registration, classification, priorities, parties. What has no place: the kinds of views, termination, residence, the dates of a Hague registration.
/// </remarks>
public sealed class St96DesignWriter : IRecordWriter
{
    private readonly St96Codes _codes;
    private readonly WriterSettings _settings;

    /// <exception cref="ArgumentException">The version is not one that this program writes.</exception>
    public St96DesignWriter(string version, WriterSettings settings)
    {
        _codes = St96Version.CodesOf(version);
        _settings = settings;
        Version = version;
    }

    public string Standard => St96Version.Standard;

    public string Version { get; }

    public IReadOnlyList<Right> Rights { get; } = [Right.Design];

    public ExportNames Name(Record record, int twin, IReadOnlyList<PagePlace> pages) => St96Version.Names(this, record, twin, pages, $"DesignApplication_{Version}.xsd");

    public IReadOnlyList<Finding> Write(Export export, RecordFile file, Stream destination)
    {
        WriterMisuse.ThrowUnlessTaken(this, export.Record.Right);
        var findings = new ExportFindings();
        var designs = DesignsOf(export.Record);
        Refuse(export.Record, designs, findings);
        if (findings.HasErrors)
        {
            return findings.Findings;
        }

        using var writer = XmlOutput.Open(destination);
        var xml = new St96Output(writer, St96Namespace.Dgn, _codes, findings);
        xml.StartDocument("DesignApplication", Version);
        xml.Attribute("operationCategory", export.Operation.ToString());
        WriteApplication(xml, export.Record, designs.Count);
        xml.Start("DesignBag");
        for (var i = 0; i < designs.Count; i++)
        {
            new St96Design(xml, export, designs[i], _settings).Write(string.Create(CultureInfo.InvariantCulture, $"designs[{i}]"));
        }

        xml.End();
        St96DesignParties.WriteApplicants(xml, export.Record);
        St96Representatives.Write(xml, export.Record);
        xml.ComDate("ApplicationDate", export.Record.FilingDate);
        writer.WriteEndDocument();
        SayWhichViewsAreLost(export, designs, findings);
        return findings.Findings;
    }

    /// <summary>The designs with a classification each: their own, else the application's. An application without designs is one design.</summary>
    private static List<DesignItem> DesignsOf(Record record)
    {
        IReadOnlyList<DesignItem> designs = record.Designs.Count > 0 ? record.Designs : [new DesignItem { Number = 1 }];
        return [.. designs.Select(design => design.Locarno.Count > 0 ? design : design with { Locarno = record.Locarno })];
    }

    private void Refuse(Record record, List<DesignItem> designs, ExportFindings findings)
    {
        if (record.IdentifyingNumber is null)
        {
            findings.Error(WriterFindings.NumberMissing, "applicationNumber");
        }

        if (!_codes.Offices.Contains(record.Office.Value))
        {
            findings.Error(WriterFindings.OfficeUnlisted, "office", record.Office.Value);
        }

        if (!St96DesignParties.HasApplicant(record))
        {
            findings.Error(WriterFindings.PartyMissing, "parties");
        }

        for (var i = 0; i < designs.Count; i++)
        {
            if (designs[i].Locarno.Count == 0)
            {
                findings.Error(WriterFindings.LocarnoMissing, string.Create(CultureInfo.InvariantCulture, $"designs[{i}].locarno"));
            }
        }
    }

    private static void WriteApplication(St96Output xml, Record record, int designs)
    {
        xml.ComText("RegistrationOfficeCode", record.Office.Value);
        xml.ApplicationNumber(record.Office, record.ApplicationNumber?.AsPrinted, "office");
        xml.ComText("InternationalRegistrationNumber", record.Route is { Kind: RouteKind.Hague } route ? route.RegistrationNumber : null);
        xml.OwnLanguage("DesignApplicationLanguageCode", record.Language, "language");
        xml.Own("DesignTotalQuantity", designs.ToString(CultureInfo.InvariantCulture));
        var status = record.Status is { } known ? St96Status.OfDesignApplication(known) : null;
        xml.Own("DesignApplicationCurrentStatusCategory", status);
        xml.OwnDate("DesignApplicationCurrentStatusDate", status is null ? null : record.Status?.Date);
    }

    private static void SayWhichViewsAreLost(Export export, List<DesignItem> designs, ExportFindings findings)
    {
        foreach (var page in export.Pages.Where(page => page.Document == DocumentCode.DesignViews))
        {
            if (!designs.Exists(design => design.Number == (page.DesignNumber ?? designs[0].Number)))
            {
                findings.LeftOut("designs", page.FileName, "a view of one of the application's designs");
            }
        }
    }
}
