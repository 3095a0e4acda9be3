using OfficeNode.Core;

namespace OfficeNode.Host.Kiosk.Openings;

/// <summary>What people call a dossier besides its number: the title, the words of the mark, what the design is of.</summary>
internal static class DossierTitle
{
    public static string Of(Record record) => record.Titles
        .Concat(record.Mark?.Words ?? [])
        .Concat(record.Designs.SelectMany(design => design.Products))
        .Select(text => text.Text)
        .FirstOrDefault() ?? "";
}
