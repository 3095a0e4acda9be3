using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>What the words of ST.66 files of several offices mean here.</summary>
internal static class St66Words
{
    // The words of ST.96's list (facts/brand-design-databases.md [V]) and those that EUIPO's open data use beside it.
    private static readonly Dictionary<string, StatusCategory> Statuses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Application filed"] = StatusCategory.Filed,
        ["Filing date accorded"] = StatusCategory.FilingDateAccorded,
        ["Application under examination"] = StatusCategory.Filed,
        ["Classification checked"] = StatusCategory.Classified,
        ["Application accepted"] = StatusCategory.Accepted,
        ["Application published"] = StatusCategory.Published,
        ["Application opposed"] = StatusCategory.Opposed,
        ["Opposition pending"] = StatusCategory.Opposed,
        ["Registration published"] = StatusCategory.Registered,
        ["Registered"] = StatusCategory.Registered,
        ["Registration cancellation pending"] = StatusCategory.Registered,
        ["Application refused"] = StatusCategory.Refused,
        ["Application withdrawn"] = StatusCategory.Withdrawn,
        ["Appeal pending"] = StatusCategory.Appealed,
        ["Appealed"] = StatusCategory.Appealed,
        ["Interruption of proceeding"] = StatusCategory.Interrupted,
        ["Registration cancelled"] = StatusCategory.Cancelled,
        ["Registration surrendered"] = StatusCategory.Surrendered,
        ["Registration expired"] = StatusCategory.Expired,
    };

    // Numbers that the USPTO writes instead of words; what each means stands beside it in MarkCurrentStatusExternalDescriptionText of its own files.
    private static readonly Dictionary<string, StatusCategory> StatusesOfUspto = new(StringComparer.Ordinal)
    {
        ["700"] = StatusCategory.Registered,   // registered
        ["701"] = StatusCategory.Registered,   // a Section 8 declaration was accepted
        ["702"] = StatusCategory.Registered,   // a combined declaration after Sections 8 and 15 was accepted
        ["800"] = StatusCategory.Registered,   // the registration was renewed
    };

    private static readonly Dictionary<string, MarkFeature> Features = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Word"] = MarkFeature.Word,
        ["Stylized characters"] = MarkFeature.StylizedCharacters,
        ["Figurative"] = MarkFeature.Figurative,
        ["Combined"] = MarkFeature.Combined,
        ["3-D"] = MarkFeature.ThreeDimensional,
        ["3D shape"] = MarkFeature.ThreeDimensional,
        ["Three dimensional"] = MarkFeature.ThreeDimensional,
        ["Colour"] = MarkFeature.Colour,
        ["Sound"] = MarkFeature.Sound,
        ["Hologram"] = MarkFeature.Hologram,
        ["Olfactory"] = MarkFeature.Olfactory,
        ["Motion"] = MarkFeature.Motion,
        ["Multimedia"] = MarkFeature.Multimedia,
        ["Position"] = MarkFeature.Position,
        ["Other"] = MarkFeature.Other,
        ["STANDARD CHARACTER MARK"] = MarkFeature.Word,
        ["TYPESET WORD(S) /LETTER(S) /NUMBER(S)"] = MarkFeature.Word,
        ["AN ILLUSTRATION DRAWING WITHOUT ANY WORDS(S)/ LETTER(S)/NUMBER(S)"] = MarkFeature.Figurative,
        ["AN ILLUSTRATION DRAWING WITH WORD(S) /LETTER(S)/ NUMBER(S) INSTYLIZED FORM"] = MarkFeature.StylizedCharacters,
    };

    // KindMark of ST.66 names the owner's kind; ST.96 says "mark" in each of its words.
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Individual"] = "Individual mark",
        ["Collective"] = "Collective mark",
        ["Certificate"] = "Certification mark",
        ["Certification"] = "Certification mark",
        ["Guarantee"] = "Certification mark",
        ["Defensive"] = "Defensive mark",
        ["Service Mark"] = "Service mark",
        ["Trademark, Service Mark"] = "Mark",
    };

    public static StatusCategory Status(string text, OfficeCode office) => office.Value == "US" && StatusesOfUspto.TryGetValue(text, out var category)
        ? category
        : Statuses.GetValueOrDefault(text);

    public static MarkFeature? Feature(string text) => Features.TryGetValue(text, out var feature) ? feature : null;

    public static string Kind(string text) => Kinds.GetValueOrDefault(text, text);
}
