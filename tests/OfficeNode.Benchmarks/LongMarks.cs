using System.Globalization;
using OfficeNode.Core;
using OfficeNode.TestKit;

namespace OfficeNode.Benchmarks;

/// <summary>Trademarks whose ST.96 document has 8 KB on average, from 3 to 15 KB: good records of the test kit with longer lists of goods.</summary>
/// <remarks>The n-th is always the same. Word marks: images lie in a package as they are and would only hide what the documents cost.</remarks>
internal static class LongMarks
{
    private static readonly LanguageCode English = LanguageCode.Parse("en").Value;

    // Headings as they stand in lists of goods: real words, so that they compress as real lists do.
    private static readonly string[] Goods =
    [
        "chemicals for use in industry", "unprocessed plastics", "paints and varnishes", "raw natural resins", "non-medicated soaps", "essential oils", "industrial greases",
        "candles and wicks for lighting", "pharmaceutical preparations", "dietetic food for babies", "plasters and bandages", "common metals and their alloys", "small items of metal hardware",
        "machine tools, other than hand-operated", "incubators for eggs", "hand-operated implements", "cutlery and razors", "apparatus for recording sound and images", "computers and computer peripheral devices",
        "fire-extinguishing apparatus", "surgical instruments", "artificial limbs and teeth", "apparatus for lighting, heating and cooking", "vehicles for locomotion by land", "fireworks", "precious metals",
        "horological instruments", "musical instruments", "paper and cardboard", "bookbinding material", "artists' drawing materials", "rubber, gutta-percha and gum", "flexible pipes, not of metal",
        "leather and imitations of leather", "umbrellas and parasols", "building materials, not of metal", "furniture and mirrors", "household utensils and containers", "ropes, nets and tarpaulins",
        "yarns and threads for textile use", "textiles and their substitutes", "clothing, footwear and headgear", "lace, braid and embroidery", "carpets, rugs and mats", "games, toys and playthings",
        "meat, fish and poultry", "preserved, frozen and dried fruits", "coffee, tea and cocoa", "flour and preparations made from cereals", "raw agricultural and horticultural products", "beers and mineral waters",
        "alcoholic beverages, except beers", "tobacco and articles for smokers",
    ];

    public static Record Mark(int n) => SampleRecords.WordMark(n) with
    {
        Parties = SampleRecords.Trademark().Parties,
        Mark = new Mark { Feature = MarkFeature.Word, Category = "Trademark", Words = [LocalText.Of(Name(n), English)], StandardCharacters = true },
        Nice = [.. Enumerable.Range(0, 1 + (n % 7)).Select(position => Class(n, position))],
    };

    /// <summary>One opening act for a whole collection.</summary>
    public static PublicationAct CollectionAct { get; } = new()
    {
        Kind = OpeningPoint.Gazette,
        Date = new DateOnly(2000, 1, 1),
        Person = "A. Registrar",
        Gazette = "1/2000",
        Opens = [DocumentCode.MarkImage],
    };

    private static NiceClass Class(int n, int position) => new()
    {
        Number = (1 + (((n * 11) + (position * 6)) % 45)).ToString(CultureInfo.InvariantCulture),
        Edition = "7",
        Goods = [LocalText.Of(string.Join("; ", Enumerable.Range(0, 6 + (n % 43)).Select(i => Goods[((n * 17) + (position * 29) + (i * 7)) % Goods.Length])), English)],
    };

    private static string Name(int n) => string.Create(CultureInfo.InvariantCulture, $"SAMBUK {n:X}");
}
