using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.TestKit;

/// <summary>Good records of all four rights, invented, in several languages and scripts: each passes every rule with <see cref="PagesOf"/> on <see cref="Today"/>.</summary>
public static class SampleRecords
{
    /// <summary>The office's day for which the records are good.</summary>
    public static DateOnly Today { get; } = new(2026, 9, 1);

    public static OfficeCode Office { get; } = OfficeCode.Parse("XX").Value;

    private static LanguageCode En { get; } = LanguageCode.Parse("en").Value;

    private static LanguageCode Fr { get; } = LanguageCode.Parse("fr").Value;

    private static LanguageCode Ar { get; } = LanguageCode.Parse("ar").Value;

    private static LanguageCode Am { get; } = LanguageCode.Parse("am").Value;

    private static LanguageCode Km { get; } = LanguageCode.Parse("km").Value;

    /// <summary>One of each right.</summary>
    public static IReadOnlyList<Record> All => [Patent(), UtilityModel(), Trademark(), Design()];

    /// <summary>Any number of good records of the four rights in turn; their numbers count from <c>1</c>.</summary>
    public static IEnumerable<Record> Many(int count)
    {
        Func<int, Record>[] makers = [Patent, UtilityModel, Trademark, Design];
        return Enumerable.Range(0, count).Select(i => makers[i % makers.Length](i + 1));
    }

    /// <summary>A granted patent that came by the PCT, published as A1 and B1, in French with an Arabic title.</summary>
    public static Record Patent(int serial = 123) => new()
    {
        Right = Right.Patent,
        Office = Office,
        ApplicationNumber = Number.Of(Text($"P/2022/{serial:D5}"), 2022),
        FilingDate = Day(2022, 2, 26, "26.02.2022"),
        RegistrationNumber = Number.Of(Text($"B{serial:D5}")),
        RegistrationDate = Day(2025, 1, 15),
        ExpiryDate = Day(2042, 2, 26),
        Publications =
        [
            new Publication { Number = Text($"2023{serial:D7}"), Kind = "A1", Date = Day(2023, 9, 1), Gazette = "2023/09", Language = Fr },
            new Publication { Number = Text($"2025{serial:D7}"), Kind = "B1", Date = Day(2025, 2, 3), Gazette = "2025/02", Language = Fr },
        ],
        Status = new RecordStatus { Code = "DELIVRE", Category = StatusCategory.Registered, Date = Day(2025, 1, 15) },
        Language = Fr,
        Route = new Route
        {
            Kind = RouteKind.Pct,
            ApplicationNumber = "PCT/EP2021/051234",
            FilingDate = Day(2021, 8, 27),
            PublicationNumber = "WO2022/043210",
            PublicationDate = Day(2022, 3, 3),
        },
        Titles = [LocalText.Of("Chauffe-eau solaire à vanne thermostatique", Fr), LocalText.Of("سخان مياه بالطاقة الشمسية", Ar)],
        Parties =
        [
            Firm(PartyRole.Applicant, "Énergies du Sahel SARL", "12, rue du Marché", "Nouakchott", "MR"),
            Human(PartyRole.Inventor, "Ayan Şahin", "TR"),
            Human(PartyRole.Inventor, "محمد ولد أحمد", "MR"),
            Firm(PartyRole.Representative, "Cabinet Ndiaye & Associés", "3, place de l'Indépendance", "Dakar", "SN"),
        ],
        Priorities = [new Priority { Office = OfficeCode.Parse("EP").Value, Number = "20192345.6", Date = Day(2020, 8, 28) }],
        Ipc =
        [
            Ipc("F24S 20/40", new DateOnly(2018, 1, 1), 'F'),
            Ipc("F16K 31/64", new DateOnly(2006, 1, 1), 'L'),
        ],
        Abstracts = [LocalText.Of("Un chauffe-eau solaire dont la vanne s'ouvre à une température réglable.", Fr)],
        Descriptions = [LocalText.Of("L'invention concerne un chauffe-eau solaire.\n\nLa vanne 4 est montée sur le réservoir 2.", Fr)],
        Claims = [LocalText.Of("1. Chauffe-eau solaire comprenant un réservoir et une vanne.\n\n2. Chauffe-eau selon la revendication 1.", Fr)],
        Events = [new RecordEvent { Code = "DEP", Date = Day(2022, 2, 26), Text = "Dépôt" }, new RecordEvent { Code = "DEL", Date = Day(2025, 1, 15) }],
    };

    /// <summary>A pending utility model filed directly, published as U1, in English with an Amharic title.</summary>
    public static Record UtilityModel(int serial = 45) => new()
    {
        Right = Right.UtilityModel,
        Office = Office,
        ApplicationNumber = Number.Of(Text($"UM/2025/{serial}"), 2025),
        FilingDate = Day(2025, 3, 10, "01.07.2017 (Ethiopian calendar)"),
        Publications = [new Publication { Number = Text($"2025{serial:D7}"), Kind = "U1", Date = Day(2025, 11, 17), Gazette = "44", Language = En }],
        Status = new RecordStatus { Code = "PUB", Category = StatusCategory.Published, Date = Day(2025, 11, 17) },
        Language = En,
        Titles = [LocalText.Of("Hand-driven teff thresher", En), LocalText.Of("በእጅ የሚሠራ የጤፍ መውቂያ", Am)],
        Parties = [Human(PartyRole.Applicant, "Abebe Kebede Tessema", "ET"), Human(PartyRole.Inventor, "Abebe Kebede Tessema", "ET")],
        Ipc = [Ipc("A01F 5/00", new DateOnly(2006, 1, 1), 'F')],
        Abstracts = [LocalText.Of("A thresher with a drum that one person turns by hand.", En)],
    };

    /// <summary>A registered combined mark with colours, words in two scripts and goods in two classes.</summary>
    public static Record Trademark(int serial = 4711) => new()
    {
        Right = Right.Trademark,
        Office = Office,
        ApplicationNumber = Number.Of(Text($"{serial}/2024"), 2024),
        FilingDate = Day(2024, 1, 22),
        RegistrationNumber = Number.Of(Text($"KH/{serial}")),
        RegistrationDate = Day(2024, 10, 7),
        ExpiryDate = Day(2034, 1, 22),
        Publications = [new Publication { Date = Day(2024, 11, 4), Gazette = "118" }],
        Status = new RecordStatus { Code = "REG", Category = StatusCategory.Registered, Date = Day(2024, 10, 7) },
        Language = En,
        Parties =
        [
            Firm(PartyRole.Holder, "Angkor Rice Mills Co., Ltd.", "271 Street 598", "Phnom Penh", "KH") with
            {
                Names = [new PartyName { Text = "Angkor Rice Mills Co., Ltd.", Language = En }, new PartyName { Text = "រោងម៉ាស៊ីនកិនស្រូវអង្គរ", Language = Km }],
            },
        ],
        Priorities = [new Priority { Office = OfficeCode.Parse("TH").Value, Number = "230123456", Date = Day(2023, 9, 1) }],
        Mark = new Mark
        {
            Feature = MarkFeature.Combined,
            Category = "Trademark",
            Words = [LocalText.Of("ANGKOR GOLD", En), LocalText.Of("មាសអង្គរ", Km)],
            Colours = [LocalText.Of("gold, green", En)],
        },
        Nice =
        [
            new NiceClass { Number = "30", Edition = "12-2023", Goods = [LocalText.Of("Rice; rice flour", En)] },
            new NiceClass { Number = "35", Edition = "12-2023", Goods = [LocalText.Of("Retail sale of foodstuffs", En)] },
        ],
        Vienna = [new ViennaClass { Code = "05.07.03", Edition = "9" }],
    };

    /// <summary>A registered word mark of 1998 without a picture.</summary>
    public static Record WordMark(int serial = 98) => Trademark(serial) with
    {
        ApplicationNumber = Number.Of(Text($"{serial}"), 1998),
        FilingDate = Day(1998, 6, 2),
        RegistrationNumber = Number.Of(Text($"R {serial}")),
        RegistrationDate = Day(1999, 2, 1),
        ExpiryDate = Day(2028, 6, 2),
        Publications = [new Publication { Date = Day(1999, 3, 1), Gazette = "7" }],
        Status = new RecordStatus { Code = "REG", Category = StatusCategory.Registered, Date = Day(1999, 2, 1) },
        Priorities = [],
        Mark = new Mark { Feature = MarkFeature.Word, Category = "Trademark", Words = [LocalText.Of("SAMBUK", En)], StandardCharacters = true },
        Nice = [new NiceClass { Number = "29", Edition = "7", Goods = [LocalText.Of("Fish, not live", En)] }],
        Vienna = [],
    };

    /// <summary>A registered application with two designs: a kettle with two views, a cup with one.</summary>
    public static Record Design(int serial = 7) => new()
    {
        Right = Right.Design,
        Office = Office,
        ApplicationNumber = Number.Of(Text($"DS-2025-{serial:D4}"), 2025),
        FilingDate = Day(2025, 5, 5),
        RegistrationNumber = Number.Of(Text($"D{serial:D6}")),
        RegistrationDate = Day(2025, 8, 18),
        ExpiryDate = Day(2030, 5, 5),
        Publications = [new Publication { Date = Day(2025, 9, 1), Gazette = "2025/09" }],
        Status = new RecordStatus { Code = "R", Category = StatusCategory.Registered, Date = Day(2025, 8, 18) },
        Language = En,
        Titles = [LocalText.Of("Tea service", En)],
        Parties =
        [
            Firm(PartyRole.Holder, "Atelier Tsiory", "Lot II M 45", "Antananarivo", "MG"),
            Human(PartyRole.Designer, "Ольга Соколова", "KZ"),
        ],
        Locarno = [new LocarnoClass { Code = "07-01", Edition = "14" }],
        Designs =
        [
            new DesignItem
            {
                Number = 1,
                Products = [LocalText.Of("Kettle", En)],
                Locarno = [new LocarnoClass { Code = "07-02", Edition = "14" }],
            },
            new DesignItem
            {
                Number = 2,
                Products = [LocalText.Of("Cup", En)],
                Locarno = [new LocarnoClass { Code = "07-01", Edition = "14" }],
                Descriptions = [LocalText.Of("The handle is woven.", En)],
            },
        ],
    };

    /// <summary>The pages that belong to a record: scanned A4 pages for patents, a picture for a mark that needs one, one or two views for each design.</summary>
    public static IReadOnlyList<Page> PagesOf(Record record) => record.Right switch
    {
        Right.Trademark => record.Mark is { NeedsPicture: true } ? [Page(DocumentCode.MarkImage, 1, Picture)] : [],
        Right.Design => [.. record.Designs.SelectMany(Views).Select((design, i) => Page(DocumentCode.DesignViews, i + 1, Picture, design))],
        _ =>
        [
            Page(DocumentCode.FrontPage, 1, Scan), Page(DocumentCode.Description, 1, Scan), Page(DocumentCode.Description, 2, Scan),
            Page(DocumentCode.Claims, 1, Scan), Page(DocumentCode.Drawings, 1, Scan),
        ],
    };

    /// <summary>A bilevel A4 page at 300 dpi.</summary>
    public static ImageFacts Scan { get; } = new()
    {
        Format = ImageFormat.Tiff,
        Width = 2480,
        Height = 3508,
        DpiX = 300,
        DpiY = 300,
        BitsPerSample = 1,
        SamplesPerPixel = 1,
        Compression = ImageCompression.Group4,
        Photometric = Photometric.WhiteIsZero,
        LittleEndian = true,
    };

    /// <summary>A colour JPEG of 8 cm at 300 dpi.</summary>
    public static ImageFacts Picture { get; } = new()
    {
        Format = ImageFormat.Jpeg,
        Width = 945,
        Height = 945,
        DpiX = 300,
        DpiY = 300,
        BitsPerSample = 8,
        SamplesPerPixel = 3,
        Compression = ImageCompression.Jpeg,
        Photometric = Photometric.YCbCr,
    };

    /// <summary>A page with a master of its own, made from document and sequence.</summary>
    public static Page Page(DocumentCode document, int sequence, ImageFacts facts, int? design = null)
    {
        var name = Text($"{document}-{sequence}");
        return new Page
        {
            Id = new PageId(sequence),
            Dossier = new DossierId(1),
            Document = document,
            Sequence = sequence,
            Master = new Master
            {
                Digest = Digest.Of(System.Text.Encoding.UTF8.GetBytes(name)),
                Extension = facts.Format switch { ImageFormat.Jpeg => "jpg", ImageFormat.Png => "png", ImageFormat.Pdf => "pdf", _ => "tif" },
                Length = 40_000,
                Crc32 = 0x5A17,
            },
            Frame = 0,
            Facts = facts,
            Origin = new PageOrigin { Source = name, Time = new DateTimeOffset(2026, 8, 1, 8, 0, 0, TimeSpan.Zero) },
            DesignNumber = design,
        };
    }

    private static IEnumerable<int?> Views(DesignItem design) => Enumerable.Repeat<int?>(design.Number, design.Number == 1 ? 2 : 1);

    private static PrintedDate Day(int year, int month, int day, string? printed = null) => PrintedDate.Of(new DateOnly(year, month, day), printed);

    private static IpcClass Ipc(string symbol, DateOnly version, char position) => new()
    {
        Symbol = symbol,
        Version = version,
        Level = 'A',
        Position = position,
        Value = 'I',
        Status = 'B',
        Source = 'H',
        GeneratingOffice = Office,
    };

    private static Party Firm(PartyRole role, string name, string street, string city, string country) => new()
    {
        Role = role,
        Kind = PartyKind.Organization,
        Names = [new PartyName { Text = name }],
        Address = new Address { Lines = [street], City = city, Country = CountryCode.Parse(country).Value },
        Residence = CountryCode.Parse(country).Value,
    };

    private static Party Human(PartyRole role, string name, string country) => new()
    {
        Role = role,
        Kind = PartyKind.Person,
        Names = [new PartyName { Text = name }],
        Address = new Address { Country = CountryCode.Parse(country).Value },
        Nationality = CountryCode.Parse(country).Value,
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
