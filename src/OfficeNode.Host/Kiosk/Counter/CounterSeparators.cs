using OfficeNode.Capture.Separators;
using OfficeNode.Core;
using OfficeNode.Core.Counter;
using OfficeNode.Core.People;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Kiosk.Permissions;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Kiosk.Counter;

/// <summary>The separator sheets of a filing as a PDF: one for each kind of papers that was received.</summary>
internal static class CounterSeparators
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/counter/{id:long}/separators.pdf", Send)
        .WithMetadata(new RequirePermissionAttribute(Permission.Receive));

    private static IResult Send(long id, OpenNode open, KioskJourneys journeys)
    {
        if (journeys.Counter.Find(new ReceptionId(id)) is not { } reception)
        {
            return Results.NotFound();
        }

        // The sheet's fonts have Latin letters alone: in a language of others its words are English.
        using var language = (SeparatorPrinter.CanPrint(Words.Of("sheet.title")) ? Language.Current : Language.English).Enter();
        var sheets = reception.Facts.Papers.Select(papers => DossierSeparators.SheetOf(CodeOf(open.Node.Settings.Office, reception, papers.Document), open.Node.Settings.Name)).ToList();
        var file = new MemoryStream();
        SeparatorPrinter.Write(file, sheets, SheetSize.A4);
        file.Position = 0;
        return Results.File(file, "application/pdf", $"separators-{reception.Id}.pdf");
    }

    // How many pages follow is not said: sheets were counted, and how many of their sides are scanned is settled at the scanner.
    private static SeparatorCode CodeOf(OfficeCode office, Reception reception, DocumentCode document) => new()
    {
        Office = office,
        Right = reception.Right,
        Year = reception.Number.Year ?? 0,
        Number = reception.Number.AsPrinted,
        Document = document,
    };
}
