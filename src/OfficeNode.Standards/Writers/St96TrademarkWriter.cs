using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Writers;

/// <summary>Writes trademarks as ST.96 <c>TrademarkApplication</c> documents with one <c>Trademark</c> each.</summary>
/// <remarks>
/// Element order and cardinalities: ST.96 V6_0, TrademarkApplication_V6_0.xsd. Applicants and holders share ApplicantBag, the only one that the version
/// has; holders carry the comment "Holder". What has no place: the dates of a Madrid registration, the kind code of a publication, residence.
/// </remarks>
public sealed class St96TrademarkWriter : IRecordWriter
{
    private readonly St96Codes _codes;

    /// <exception cref="ArgumentException">The version is not one that this program writes.</exception>
    public St96TrademarkWriter(string version)
    {
        _codes = St96Version.CodesOf(version);
        Version = version;
    }

    public string Standard => St96Version.Standard;

    public string Version { get; }

    public IReadOnlyList<Right> Rights { get; } = [Right.Trademark];

    public ExportNames Name(Record record, int twin, IReadOnlyList<PagePlace> pages) => St96Version.Names(this, record, twin, pages, $"TrademarkApplication_{Version}.xsd");

    public IReadOnlyList<Finding> Write(Export export, RecordFile file, Stream destination)
    {
        WriterMisuse.ThrowUnlessTaken(this, export.Record.Right);
        var findings = new ExportFindings();
        if (export.Record.IdentifyingNumber is null)
        {
            findings.Error(WriterFindings.NumberMissing, "applicationNumber");
            return findings.Findings;
        }

        using var writer = XmlOutput.Open(destination);
        var xml = new St96Output(writer, St96Namespace.Tmk, _codes, findings);
        xml.StartDocument("TrademarkApplication", Version);
        xml.Start("TrademarkBag");
        xml.Start("Trademark");
        xml.Attribute("operationCategory", export.Operation.ToString());
        WriteNumbers(xml, export.Record);
        WriteStatus(xml, export.Record);
        new St96MarkSign(xml, export).Write();
        WriteGoods(xml, export.Record.Nice);
        St96Priorities.Write(xml, export.Record.Priorities);
        St96Publications.Write(xml, export.Record.Publications);
        WriteParties(xml, export.Record);
        WriteEvents(xml, export.Record.Events);
        writer.WriteEndDocument();
        return findings.Findings;
    }

    private static void WriteNumbers(St96Output xml, Record record)
    {
        if (xml.IsListedOffice(record.Office, "office"))
        {
            xml.ComText("RegistrationOfficeCode", record.Office.Value);
        }

        xml.ApplicationNumber(record.Office, record.ApplicationNumber?.AsPrinted, "office");
        xml.ComText("RegistrationNumber", record.RegistrationNumber?.AsPrinted);
        xml.ComDate("ApplicationDate", record.FilingDate);
        xml.ComDate("RegistrationDate", record.RegistrationDate);
        xml.ComLanguage("ApplicationLanguageCode", record.Language, "language");
        xml.ComDate("ExpiryDate", record.ExpiryDate);
        xml.OwnDate("TerminationDate", record.TerminationDate);
    }

    private static void WriteStatus(St96Output xml, Record record)
    {
        xml.OwnToken("MarkCurrentStatusCode", record.Status is { } status ? St96Status.OfMark(status) : null);
        xml.OwnDate("MarkCurrentStatusDate", record.Status?.Date);
        if (record.Route is { Kind: RouteKind.Madrid } route && (route.RegistrationNumber ?? route.ApplicationNumber) is { } international)
        {
            xml.Start("InternationalMarkIdentifierBag");
            xml.OwnToken("InternationalMarkIdentifier", international);
            xml.End();
        }
    }

    private static void WriteGoods(St96Output xml, IReadOnlyList<NiceClass> classes)
    {
        if (classes.Count == 0)
        {
            return;
        }

        xml.Start("GoodsServicesBag");
        for (var i = 0; i < classes.Count; i++)
        {
            WriteClass(xml, classes[i], string.Create(CultureInfo.InvariantCulture, $"nice[{i}]"));
        }

        xml.End();
    }

    private static void WriteClass(St96Output xml, NiceClass nice, string path)
    {
        var national = !int.TryParse(nice.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 45;
        xml.Start("GoodsServices");
        xml.Start("GoodsServicesClassificationBag");
        xml.Start("GoodsServicesClassification");
        xml.Own("ClassificationKindCode", national ? "Domestic" : "Nice");
        xml.ComText("ClassificationVersion", nice.Edition);
        xml.Own(national ? "NationalClassNumber" : "ClassNumber", nice.Number);
        xml.End();
        xml.End();
        if (nice.Goods.Count > 0)
        {
            xml.Start("ClassDescriptionBag");
            xml.Start("ClassDescription");
            xml.Own("ClassNumber", nice.Number);
            for (var i = 0; i < nice.Goods.Count; i++)
            {
                xml.Localized("GoodsServicesDescriptionText", nice.Goods[i], string.Create(CultureInfo.InvariantCulture, $"{path}.goods[{i}].language"), i + 1);
            }

            xml.End();
            xml.End();
        }

        xml.End();
    }

    private static void WriteParties(St96Output xml, Record record)
    {
        var sequence = 0;
        foreach (var (party, path) in St96Parties.With(record, PartyRole.Applicant, PartyRole.Holder))
        {
            if (sequence++ == 0)
            {
                xml.Start("ApplicantBag");
            }

            xml.Start("Applicant");
            xml.Attribute("sequenceNumber", sequence.ToString(CultureInfo.InvariantCulture));
            St96Parties.Contact(xml, party, path);
            xml.ComCountry("NationalityCode", party.Nationality, path + ".nationality");
            xml.ComText("CommentText", party.Role == PartyRole.Holder ? "Holder" : null);
            xml.End();
        }

        if (sequence > 0)
        {
            xml.End();
        }

        St96Representatives.Write(xml, record);
    }

    private static void WriteEvents(St96Output xml, IReadOnlyList<RecordEvent> events)
    {
        if (events.Count == 0)
        {
            return;
        }

        xml.Start("MarkEventBag");
        foreach (var entry in events)
        {
            // The office's own events are history entries: mapping them to the list's proceedings would assert more than the register says.
            xml.Start("MarkEvent");
            xml.Own("MarkEventCategory", "National prosecution history entry");
            xml.Start("NationalMarkEvent");
            xml.OwnToken("MarkEventCode", entry.Code);
            xml.Own("MarkEventDescriptionText", entry.Text ?? entry.Code);
            xml.End();
            xml.OwnDate("MarkEventDate", entry.Date);
            xml.End();
        }

        xml.End();
    }
}
