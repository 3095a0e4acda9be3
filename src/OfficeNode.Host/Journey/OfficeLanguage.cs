using OfficeNode.Core;

namespace OfficeNode.Host.Journey;

/// <summary>Gives the office's own language to records and texts whose source names none; what a source says stays.</summary>
/// <remarks>The words of a mark keep theirs open: a sign need not be in any language.</remarks>
internal static class OfficeLanguage
{
    /// <param name="language">As <see cref="Settings.NodeSettings.Language"/>; null leaves everything open.</param>
    public static Record Fill(Record record, LanguageCode? language) => language is not { } own ? record : record with
    {
        Language = record.Language ?? own,
        Titles = Fill(record.Titles, own),
        Abstracts = Fill(record.Abstracts, own),
        Descriptions = Fill(record.Descriptions, own),
        Claims = Fill(record.Claims, own),
        Mark = record.Mark is { } mark ? Fill(mark, own) : null,
        Nice = [.. record.Nice.Select(nice => nice with { Goods = Fill(nice.Goods, own) })],
        Designs = [.. record.Designs.Select(design => design with { Products = Fill(design.Products, own), Descriptions = Fill(design.Descriptions, own) })],
    };

    private static Mark Fill(Mark mark, LanguageCode language) => mark with
    {
        Colours = Fill(mark.Colours, language),
        Disclaimers = Fill(mark.Disclaimers, language),
        Descriptions = Fill(mark.Descriptions, language),
    };

    private static IReadOnlyList<LocalText> Fill(IReadOnlyList<LocalText> texts, LanguageCode language) =>
        [.. texts.Select(text => text.Language is null ? text with { Language = language } : text)];
}
