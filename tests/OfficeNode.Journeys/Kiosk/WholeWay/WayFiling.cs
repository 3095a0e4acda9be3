namespace OfficeNode.Journeys.Kiosk.WholeWay;

/// <summary>What stands on the request form of a patent, as printed.</summary>
internal sealed record WayFiling
{
    public const string Date = "12.05.2026";
    public const string Priority = "US 63/138088 14.07.2025";
    public const string Class = "F24S 10/20";

    /// <summary>The documents of each filing, with how many sheets they have.</summary>
    public static readonly IReadOnlyList<(string Code, int Sheets)> Documents = [("APP", 1), ("DES", 2), ("CLA", 1), ("DRA", 2)];

    public required string Number { get; init; }

    public required string Title { get; init; }

    public required string Applicant { get; init; }

    public required string Address { get; init; }

    public required string Country { get; init; }

    public required string Inventor { get; init; }

    public required string Agent { get; init; }

    /// <summary>The two filings of a morning, with the numbers that the counter gives them.</summary>
    public static IReadOnlyList<WayFiling> Of(string language) => language == "ar" ?
    [
        new()
        {
            Number = "JO/P/2026/000417",
            Title = "سخان مياه شمسي بصمام سيفون",
            Applicant = "شركة الوادي للصناعات",
            Address = "عمان، شارع الملكة رانيا، ص.ب. 1428",
            Country = "JO",
            Inventor = "ليلى يوسف حداد",
            Agent = "محمود سالم العمري",
        },
        new()
        {
            Number = "JO/P/2026/000418",
            Title = "آلة يدوية لتفريط الذرة",
            Applicant = "مؤسسة الزيتون التجارية",
            Address = "إربد، شارع الجامعة، مبنى رقم 17",
            Country = "JO",
            Inventor = "أحمد عبد الله الخطيب",
            Agent = "نورة خالد الزعبي",
        },
    ] :
    [
        new()
        {
            Number = "KE/P/2026/000417",
            Title = "Solar water heater with a siphon valve",
            Applicant = "Lake Basin Tools Ltd",
            Address = "14 Harbour Road, Mombasa 80100",
            Country = "KE",
            Inventor = "Amina Wanjiru Otieno",
            Agent = "Peter K. Mwangi",
        },
        new()
        {
            Number = "KE/P/2026/000418",
            Title = "Hand-operated maize sheller",
            Applicant = "Rift Valley Dairy Co-operative",
            Address = "Plot 7B, Kisumu-Busia Road, Kisumu",
            Country = "KE",
            Inventor = "Samuel Njoroge-Smith",
            Agent = "Grace Achieng O'Hara",
        },
    ];

    /// <summary>What a clerk sees on the paper, or knows of the filing, by the names of the fields on the keying screen.</summary>
    /// <param name="published">The day of publication, as people type it.</param>
    public Dictionary<string, string> FieldsOf(string published)
    {
        var priority = Priority.Split(' ');
        return new Dictionary<string, string>
        {
            ["applicationNumber#0"] = Number,
            ["filingDate#0"] = Date,
            ["priorities.office#0"] = priority[0],
            ["priorities.number#0"] = priority[1],
            ["priorities.date#0"] = priority[2],
            ["ipc#0"] = Class,
            [WayKeying.Title] = Title,
            ["parties[applicant].name#0"] = Applicant,
            ["parties[applicant].address.lines#0"] = Address,
            ["parties[applicant].address.country#0"] = Country,
            ["parties[inventor].name#0"] = Inventor,
            [WayKeying.Agent] = Agent,
            ["publications.kind#0"] = "A1",
            ["publications.date#0"] = published,
        };
    }
}
