using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>Makes a record of an ST.36 document, whichever form its bibliographic data have.</summary>
internal static class St36Record
{
    public static Record Build(St36Document document, ReadOptions options, EntryFindings findings)
    {
        var root = document.Bibliography ?? throw new InvalidOperationException("A document without bibliographic data is no record.");
        var entry = new XmlEntry(root, findings);
        entry.Attribute(root, "lang");      // said again by the document's root
        entry.Attribute(root, "country");
        var record = root.Name.LocalName == "SDOBI"
            ? new St36Sdobi(entry, document).Read(options.Office)
            : new St36Bibliography(entry, document).Read(options.Office);
        document.Unmapped.AddRange(entry.Unmapped());
        if (record.IdentifyingNumber is null)
        {
            findings.Add(ReaderFindings.NumberMissing, Severity.Error);
        }

        return record with
        {
            Abstracts = [.. record.Abstracts, .. document.Abstracts],
            Descriptions = document.Descriptions,
            Claims = document.Claims,
        };
    }

    /// <summary>Utility models have kind codes of their own (ST.16: U, Y and Z; facts/numbering-and-codes.md [R]).</summary>
    public static Right RightOf(string? kind, string? applicationType) => applicationType switch
    {
        "design" => Right.Design,
        "utility-model" => Right.UtilityModel,
        null when kind is ['U' or 'Y' or 'Z', ..] => Right.UtilityModel,
        _ => Right.Patent,
    };

    /// <summary>Whether the document is the grant itself: the kind's level says so at the two offices whose kinds are known here.</summary>
    public static bool IsGrant(St36Document document, string? kind) => document.Root switch
    {
        "us-patent-grant" => true,
        "ep-patent-document" => kind is ['B' or 'C', ..],
        _ => false,
    };

    public static RecordStatus? StatusOf(St36Document document, string? kind, PrintedDate? published) => kind is null ? null : new()
    {
        Code = kind,
        Category = IsGrant(document, kind) ? StatusCategory.Registered : published is null ? StatusCategory.Unknown : StatusCategory.Published,
        Date = published,
    };
}
