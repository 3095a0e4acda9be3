using OfficeNode.Core;

namespace OfficeNode.Host.Kiosk.Register;

/// <summary>The codes by which printed registers mark their data in every language: ST.9 for patents and utility models, ST.60 for marks, ST.80 for designs.</summary>
/// <remarks>facts/numbering-and-codes.md, "INID codes" [R, V]. What the fact sheet gives no code for has none here.</remarks>
internal static class InidCodes
{
    private static readonly Dictionary<string, string> Patents = new()
    {
        ["applicationNumber"] = "21",
        ["filingDate"] = "22",
        ["registrationNumber"] = "11",
        ["language"] = "25",
        ["publications"] = "40",
        ["route"] = "86",
        ["titles"] = "54",
        ["priorities"] = "30",
        ["ipc"] = "51",
        ["abstracts"] = "57",
        ["Applicant"] = "71",
        ["Inventor"] = "72",
        ["Holder"] = "73",
        ["Representative"] = "74",
    };

    private static readonly Dictionary<string, string> Marks = new()
    {
        ["applicationNumber"] = "210",
        ["filingDate"] = "220",
        ["registrationNumber"] = "111",
        ["registrationDate"] = "151",
        ["expiryDate"] = "180",
        ["language"] = "270",
        ["mark.words"] = "541",
        ["mark.feature"] = "550",
        ["mark.colours"] = "591",
        ["mark.disclaimers"] = "526",
        ["nice"] = "511",
        ["vienna"] = "531",
        ["priorities"] = "320",
        ["Applicant"] = "730",
        ["Holder"] = "730",
        ["Representative"] = "740",
    };

    private static readonly Dictionary<string, string> Designs = new()
    {
        ["applicationNumber"] = "21",
        ["filingDate"] = "22",
        ["registrationNumber"] = "11",
        ["registrationDate"] = "15",
        ["expiryDate"] = "18",
        ["publications"] = "45",
        ["titles"] = "54",
        ["designs.products"] = "54",
        ["designs.descriptions"] = "57",
        ["locarno"] = "51",
        ["designs.locarno"] = "51",
        ["priorities"] = "30",
        ["Applicant"] = "71",
        ["Designer"] = "72",
        ["Holder"] = "73",
        ["Representative"] = "74",
    };

    /// <summary>The code of a part of a record, or of somebody's part in it; null where there is none.</summary>
    public static string? Of(Right right, string part) => (right switch
    {
        Right.Trademark => Marks,
        Right.Design => Designs,
        _ => Patents,
    }).GetValueOrDefault(part);
}
