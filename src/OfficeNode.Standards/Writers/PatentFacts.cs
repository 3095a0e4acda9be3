using OfficeNode.Core;

namespace OfficeNode.Standards.Writers;

/// <summary>What the patent writers of both standards read out of a record in the same way.</summary>
internal static class PatentFacts
{
    /// <summary>The publication that the document is: the latest; of several on one day the last.</summary>
    public static Publication? MainPublication(Record record) =>
        record.Publications.Count == 0 ? null : record.Publications.Index().MaxBy(entry => (entry.Item.Date?.Date ?? DateOnly.MinValue, entry.Index)).Item;

    /// <summary>The part that a publication lacks to be identified: <c>number</c>, <c>kind</c> or <c>date</c>; null when it has all.</summary>
    /// <remarks>WIPO ST.1 (facts/numbering-and-codes.md [V]). Where the office publishes under the application number, that number serves.</remarks>
    public static string? MissingIdentity(Publication publication, Record record) =>
        string.IsNullOrWhiteSpace(publication.Number) && record.ApplicationNumber is null ? "number"
        : string.IsNullOrWhiteSpace(publication.Kind) ? "kind"
        : publication.Date is null ? "date"
        : null;

    /// <summary>The language the document is in: of its publication, else of the filing, else of the first title; null when nothing says so.</summary>
    public static LanguageCode? LanguageOf(Record record) =>
        MainPublication(record)?.Language ?? record.Language ?? record.Titles.Select(title => title.Language).FirstOrDefault(language => language is not null);

    /// <summary>The application number; where the register has none, the registration number takes its place, because both standards demand one.</summary>
    public static string NumberOf(Record record, ExportFindings findings)
    {
        if (record.ApplicationNumber is null)
        {
            findings.Warning(WriterFindings.NumberSubstituted, "applicationNumber", record.RegistrationNumber?.AsPrinted);
        }

        return record.IdentifyingNumber?.AsPrinted ?? "";
    }

    /// <summary>Of texts where the standard takes one, the one in the document's language, else the first. The others are said to be left out.</summary>
    public static LocalText? OneOf(IReadOnlyList<LocalText> texts, LanguageCode? language, string path, ExportFindings findings)
    {
        var one = texts.FirstOrDefault(text => text.Language == language) ?? (texts.Count > 0 ? texts[0] : null);
        foreach (var other in texts.Where(text => !ReferenceEquals(text, one)))
        {
            findings.LeftOut(path, other.Text, "one language");
        }

        return one;
    }

    /// <summary>What neither standard can write of a patent.</summary>
    public static void Refuse(Export export, ExportFindings findings)
    {
        var record = export.Record;
        if (export.Operation == Operation.Delete)
        {
            findings.Error(WriterFindings.DeleteImpossible, "operation");
        }

        if (record.IdentifyingNumber is null)
        {
            findings.Error(WriterFindings.NumberMissing, "applicationNumber");
        }

        if (record.Titles.Count == 0)
        {
            findings.Error(WriterFindings.TitleMissing, "titles");
        }

        if (!record.Parties.Any(party => party.Role is PartyRole.Applicant or PartyRole.Holder or PartyRole.Inventor))
        {
            findings.Error(WriterFindings.PartyMissing, "parties");
        }
    }
}
