namespace OfficeNode.Standards.Readers;

/// <summary>Leads from an element of a document of ST.96, ST.66 or ST.36, as a receiver's finding names it, back to the field that it was written from.</summary>
/// <remarks>By the names that this program writes; parts of a list lead to its first item, because a path of elements does not say which one it is.</remarks>
public static class DocumentPlaces
{
    // Lists and whole parts, whose inner elements have names that stand elsewhere too.
    private static readonly Dictionary<string, string> Parts = new(StringComparer.Ordinal)
    {
        ["ApplicantBag"] = "parties[applicant]",
        ["OwnerBag"] = "parties[applicant]",
        ["applicants"] = "parties[applicant]",
        ["InventorBag"] = "parties[inventor]",
        ["inventors"] = "parties[inventor]",
        ["DesignerBag"] = "parties[designer]",
        ["RepresentativeBag"] = "parties[representative]",
        ["RegisteredPractitionerBag"] = "parties[representative]",
        ["agents"] = "parties[representative]",
        ["PriorityBag"] = "priorities",
        ["PriorityClaimBag"] = "priorities",
        ["priority-claims"] = "priorities",
        ["GoodsServicesBag"] = "nice",
        ["ViennaClassificationBag"] = "vienna",
        ["LocarnoClassificationBag"] = "locarno",
        ["IPCRClassificationBag"] = "ipc",
        ["classifications-ipcr"] = "ipc",
        ["InventionTitleBag"] = "titles",
        ["invention-title"] = "titles",
        ["Abstract"] = "abstracts",
        ["abstract"] = "abstracts",
        ["DesignTitleText"] = "designs.products",
        ["LocarnoSubclassProductIndicationText"] = "designs.products",
        ["DesignDescriptionText"] = "designs.descriptions",
        ["MarkVerbalElementText"] = "mark.words",
        ["MarkSignificantVerbalElementText"] = "mark.words",
        ["MarkFeatureCategory"] = "mark.feature",
        ["MarkImageColourClaimedText"] = "mark.colours",
        ["MarkDisclaimerBag"] = "mark.disclaimers",
        ["MarkTransliteration"] = "mark.transliteration",
        ["MarkTranslationText"] = "mark.translations",
        ["ApplicationNumber"] = "applicationNumber",
        ["ApplicationNumberText"] = "applicationNumber",
        ["application-reference"] = "applicationNumber",
        ["ApplicationDate"] = "filingDate",
        ["FilingDate"] = "filingDate",
        ["RegistrationNumber"] = "registrationNumber",
        ["PatentNumber"] = "registrationNumber",
        ["RegistrationDate"] = "registrationDate",
        ["GrantDate"] = "registrationDate",
        ["ExpiryDate"] = "expiryDate",
        ["MarkCurrentStatusCode"] = "status",
        ["DesignCurrentStatusCategory"] = "status",
        ["DesignApplicationCurrentStatusCategory"] = "status",
    };

    private static readonly HashSet<string> Countries = new(StringComparer.Ordinal) { "CountryCode", "NationalityCode", "ResidenceCountryCode", "country", "nationality", "residence" };

    private static readonly HashSet<string> Addresses = new(StringComparer.Ordinal) { "PostalAddressBag", "PostalAddress", "address" };

    /// <summary>The field, as a form names it; null for what is no path of elements, and for elements that no field was written into.</summary>
    /// <param name="path">Names of elements from the root on, with or without prefixes: <c>/TrademarkApplication/com:ApplicantBag/Applicant</c>.</param>
    public static string? Of(string path)
    {
        if (!path.StartsWith('/'))
        {
            return null;
        }

        var names = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(name => name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..]).ToList();
        var place = names.FindIndex(Parts.ContainsKey);
        return place < 0 ? null : Within(Parts[names[place]], names[(place + 1)..]);
    }

    private static string Within(string part, IReadOnlyList<string> names) => part switch
    {
        "priorities" => part + (names.Any(name => name is "PriorityCountryCode" or "IPOfficeCode" or "country") ? ".office" : names.Any(name => name is "PriorityApplicationFilingDate" or "FilingDate" or "date") ? ".date" : ".number"),
        "nice" when names.Contains("GoodsServicesDescriptionText") => "nice.goods",
        _ when !part.StartsWith("parties", StringComparison.Ordinal) => part,
        _ when names.Any(Countries.Contains) => part + ".address.country",
        _ when names.Any(Addresses.Contains) => part + ".address.lines",
        _ => part + ".name",
    };
}
