using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Standards.Codes;

namespace OfficeNode.Standards.Writers;

/// <summary>Writes one design of a design application.</summary>
internal sealed class St96Design
{
    private readonly St96Output _xml;
    private readonly Export _export;
    private readonly Record _record;
    private readonly DesignItem _design;
    private readonly WriterSettings _settings;

    public St96Design(St96Output xml, Export export, DesignItem design, WriterSettings settings)
    {
        _xml = xml;
        _export = export;
        _record = export.Record;
        _design = design;
        _settings = settings;
    }

    /// <param name="path">The design's place in the record.</param>
    public void Write(string path)
    {
        _xml.Start("Design");
        _xml.Own("DesignIdentifier", _design.Number.ToString(CultureInfo.InvariantCulture));
        _xml.ComText("RegistrationNumber", _record.RegistrationNumber?.AsPrinted);
        _xml.ComDate("RegistrationDate", _record.RegistrationDate);
        WriteTitle(path);
        for (var i = 0; i < _design.Descriptions.Count; i++)
        {
            _xml.Localized("DesignDescriptionText", _design.Descriptions[i], string.Create(CultureInfo.InvariantCulture, $"{path}.descriptions[{i}].language"), i + 1);
        }

        _xml.ComDate("ExpiryDate", _record.ExpiryDate);
        _xml.Own("DesignCurrentStatusCategory", _record.Status is { } status ? St96Status.OfDesign(status) : null);
        _xml.OwnDate("DesignCurrentStatusDate", _record.Status?.Date);
        WriteViews();
        WriteClassification(path);
        St96Priorities.Write(_xml, _record.Priorities);
        St96Publications.Write(_xml, _record.Publications);
        St96DesignParties.WriteApplicants(_xml, _record);
        St96Representatives.Write(_xml, _record);
        St96DesignParties.WriteDesigners(_xml, _record);
        WriteEvents();
        _xml.End();
    }

    /// <summary>The schema takes one title: the application's, else the product's; the first language is the official one.</summary>
    private void WriteTitle(string path)
    {
        var titles = _record.Titles.Count > 0 ? _record.Titles : _design.Products;
        if (titles.Count > 0)
        {
            _xml.Localized("DesignTitleText", titles[0], path);
        }

        foreach (var title in _record.Titles.Skip(1))
        {
            _xml.Findings.LeftOut("titles", title.Text, "one title");
        }
    }

    private void WriteViews()
    {
        var first = _record.Designs.Count > 0 ? _record.Designs[0].Number : 1;
        var views = _export.Pages.Where(page => page.Document == DocumentCode.DesignViews && (page.DesignNumber ?? first) == _design.Number).ToList();
        if (views.Count == 0)
        {
            return;
        }

        _xml.Start("DesignRepresentationBag");
        _xml.Start("DesignRepresentation");
        _xml.Start("ViewBag");
        for (var i = 0; i < views.Count; i++)
        {
            _xml.Start("View");
            _xml.ComText("FileName", views[i].FileName);
            _xml.Own("ViewIdentifier", (i + 1).ToString(CultureInfo.InvariantCulture));
            _xml.Own("ViewFileFormatCategory", St96Images.Format(views[i].Facts.Format));
            _xml.ComText("ColourIndicator", St96Images.IsColour(views[i].Facts) ? "true" : "false");
            _xml.Own("RepresentationFormCategory", "Image");
            _xml.Pixels(views[i].Facts);
            _xml.End();
        }

        _xml.End();
        _xml.End();
        _xml.End();
    }

    private void WriteClassification(string path)
    {
        _xml.StartCom("DesignClassificationBag");
        _xml.StartCom("LocarnoClassificationBag");
        _xml.ComToken("LocarnoClassificationEdition", EditionOf(path));
        for (var i = 0; i < _design.Locarno.Count; i++)
        {
            WriteLocarno(_design.Locarno[i].Code, i == 0 ? _design.Products : [], path);
        }

        _xml.End();
        _xml.End();
    }

    /// <summary>The schema has one edition for all classes of a design: that of the first class which has one, else the setting's.</summary>
    private string EditionOf(string path)
    {
        var edition = _design.Locarno.Select(code => code.Edition).FirstOrDefault(edition => edition is not null);
        if (edition is null)
        {
            _xml.Findings.Info(WriterFindings.LocarnoEditionAssumed, path + ".locarno", expected: _settings.LocarnoEdition);
            return _settings.LocarnoEdition;
        }

        foreach (var other in _design.Locarno.Where(code => code.Edition is not null && code.Edition != edition))
        {
            _xml.Findings.LeftOut(path + ".locarno", other.Edition, "one edition for all classes of a design");
        }

        return edition;
    }

    private void WriteLocarno(string code, IReadOnlyList<LocalText> products, string path)
    {
        var parts = LocarnoSymbol.Parse(code) is { Success: true, Value: { Subclass: not null } symbol } ? symbol.ToString().Split('-') : [];
        if (parts.Length == 0)
        {
            _xml.ComText("LocarnoClassificationText", code);
            foreach (var product in products)
            {
                _xml.Findings.LeftOut(path + ".products", product.Text, "a Locarno class as 06-01");
            }

            return;
        }

        _xml.StartCom("LocarnoClassification");
        _xml.ComText("LocarnoClass", parts[0]);
        for (var i = 0; i < Math.Max(1, products.Count); i++)
        {
            // The indication of the product stands in the subclass, and each subclass takes one text: further languages repeat it.
            _xml.StartCom("LocarnoSubclassBag");
            _xml.ComText("LocarnoSubclass", parts[1]);
            if (products.Count > 0)
            {
                _xml.Localized(St96Namespace.Com, "LocarnoSubclassProductIndicationText", products[i], path + ".products");
            }

            _xml.End();
        }

        _xml.End();
    }

    private void WriteEvents()
    {
        if (_record.Events.Count == 0)
        {
            return;
        }

        _xml.Start("DesignEventBag");
        foreach (var entry in _record.Events)
        {
            // The list has three outcomes and "Undefined"; an office's own event is not forced into them.
            _xml.Start("DesignEvent");
            _xml.Own("DesignEventCategory", "Undefined");
            _xml.ComText("CommentText", entry.Text is null ? entry.Code : $"{entry.Code}: {entry.Text}");
            _xml.OwnDate("DesignEventDate", entry.Date);
            _xml.End();
        }

        _xml.End();
    }
}

/// <summary>Writes the parties of a design, in the application and in each design alike.</summary>
internal static class St96DesignParties
{
    private static readonly PartyRole[] Applicants = [PartyRole.Applicant, PartyRole.Holder];

    public static bool HasApplicant(Record record) => St96Parties.With(record, Applicants).Any() || St96Parties.With(record, PartyRole.Designer).Any();

    /// <summary>Applicants and holders; the designers where nobody else is named, because the schema demands an applicant and they are entitled.</summary>
    public static void WriteApplicants(St96Output xml, Record record)
    {
        var applicants = St96Parties.With(record, Applicants).ToList();
        xml.Start("ApplicantBag");
        WriteAll(xml, "Applicant", applicants.Count > 0 ? applicants : St96Parties.With(record, PartyRole.Designer));
        xml.End();
    }

    public static void WriteDesigners(St96Output xml, Record record)
    {
        var designers = St96Parties.With(record, PartyRole.Designer).ToList();
        if (designers.Count > 0)
        {
            xml.Start("DesignerBag");
            WriteAll(xml, "Designer", designers);
            xml.End();
        }
    }

    private static void WriteAll(St96Output xml, string element, IEnumerable<(Party Party, string Path)> parties)
    {
        var sequence = 0;
        foreach (var (party, path) in parties)
        {
            xml.Start(element);
            xml.Attribute("sequenceNumber", (++sequence).ToString(CultureInfo.InvariantCulture));
            xml.ComCountry("NationalityCode", party.Nationality, path + ".nationality");
            xml.ComText("CommentText", party.Role == PartyRole.Holder ? "Holder" : null);
            St96Parties.Contact(xml, party, path);
            xml.End();
        }
    }
}
