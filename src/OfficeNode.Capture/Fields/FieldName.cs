using System.Collections.Frozen;

namespace OfficeNode.Capture.Fields;

/// <summary>The names of fields, as drafts and scripts know them, and the two that rules use beside them.</summary>
internal static class FieldName
{
    public const string ApplicationNumber = "application_number";
    public const string FilingDate = "filing_date";
    public const string Priority = "priority";
    public const string Classification = "classification";
    public const string Title = "title";
    public const string Applicant = "applicant";
    public const string Address = "address";
    public const string Inventor = "inventor";
    public const string Agent = "agent";

    /// <summary>A heading that ends a value and is no field of a draft: signature, telephone, fee.</summary>
    public const string Other = "other";

    /// <summary>The name of the person whose heading stands above.</summary>
    public const string Name = "name";

    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.Ordinal, ApplicationNumber, FilingDate, Priority, Classification, Title, Applicant, Address, Inventor, Agent, Other, Name);

    public static bool IsKnown(string field) => Known.Contains(field);

    public static bool IsParty(string field) => field is Applicant or Inventor or Agent;

    public static string All() => string.Join(' ', Known.Order(StringComparer.Ordinal));
}
