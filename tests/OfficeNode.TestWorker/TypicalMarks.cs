using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.TestWorker;

/// <summary>Trademarks as a register of a small office holds them by the ten thousand: two numbers, a holder, two classes, three days.</summary>
public static class TypicalMarks
{
    private static readonly string[] Syllables = ["ka", "lo", "mi", "ta", "ner", "sol", "vi", "dor", "an", "gu", "pe", "ris", "mo", "bel", "zu", "fa"];
    private static readonly OfficeCode Office = OfficeCode.Parse("XX").Value;
    private static readonly LanguageCode English = LanguageCode.Parse("en").Value;
    private static readonly CountryCode Country = CountryCode.Parse("KE").Value;

    /// <summary>The n-th of them, always the same.</summary>
    public static Record Mark(int n)
    {
        var year = 1970 + (n % 55);
        var filed = new DateOnly(year, 1 + (n % 12), 1 + (n % 28));
        return new Record
        {
            Right = Right.Trademark,
            Office = Office,
            ApplicationNumber = Number.Of(Text($"TM/{year}/{n:D6}"), year),
            FilingDate = PrintedDate.Of(filed),
            RegistrationNumber = Number.Of(Text($"R{n:D6}")),
            RegistrationDate = PrintedDate.Of(filed.AddDays(400)),
            ExpiryDate = PrintedDate.Of(filed.AddYears(10)),
            Status = new RecordStatus { Code = "REG", Category = StatusCategory.Registered },
            Language = English,
            Parties =
            [
                new Party
                {
                    Role = PartyRole.Holder,
                    Kind = PartyKind.Organization,
                    Names = [new PartyName { Text = Text($"{Word(n * 7)} {Word(n * 13)} Trading Company Limited") }],
                    Address = new Address { Lines = [Text($"P.O. Box {n % 90000}"), "Industrial Area"], City = "Nairobi", Country = Country },
                },
            ],
            Mark = new Mark { Feature = MarkFeature.Word, Category = "Trademark", Words = [LocalText.Of(Word(n).ToUpperInvariant() + " " + Word(n * 3).ToUpperInvariant(), English)] },
            Nice =
            [
                new NiceClass { Number = Text($"{1 + (n % 34)}"), Goods = [LocalText.Of(Text($"Preparations and articles of {Word(n % 997)}, {Word(n % 499)} and {Word(n % 251)}"), English)] },
                new NiceClass { Number = Text($"{35 + (n % 11)}"), Goods = [LocalText.Of(Text($"Retail and wholesale of {Word(n % 997)} for household use"), English)] },
            ],
        };
    }

    private static string Word(int n)
    {
        var hash = (uint)n * 2654435761u;
        return string.Concat(Enumerable.Range(0, 4).Select(i => Syllables[(int)((hash >> (8 + (4 * i))) & 15)]));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
