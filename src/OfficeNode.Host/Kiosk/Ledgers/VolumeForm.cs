using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Ledgers;
using OfficeNode.Host.Journey;

namespace OfficeNode.Host.Kiosk.Ledgers;

/// <summary>What is given when a batch is declared a volume.</summary>
public sealed class VolumeForm
{
    public string? Batch { get; set; }

    public string? Name { get; set; }

    public Right Right { get; set; } = Right.Trademark;

    public VolumeKind Kind { get; set; }

    public FolioLayout Layout { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public string? FirstLabel { get; set; }

    /// <summary>Paths of fields; empty ones are left out.</summary>
    public List<string?> Columns { get; set; } = [];

    internal NewVolume Volume => new()
    {
        Batch = BatchId.Parse(Batch ?? "") is { Success: true } batch ? batch.Value : default,
        Name = Name ?? "",
        Right = Right,
        Kind = Kind,
        Layout = Layout,
        From = From ?? "",
        To = To ?? "",
        FirstLabel = FirstLabel ?? "",
        Columns = [.. Columns.OfType<string>().Where(path => path.Length > 0)],
    };

    /// <summary>What registers have in columns nearly everywhere.</summary>
    internal static List<string?> UsualColumns(Right right) => right switch
    {
        Right.Trademark => ["applicationNumber", "filingDate", "parties[applicant].name", "parties[applicant].address.country", "mark.words", "nice"],
        Right.Design => ["applicationNumber", "filingDate", "parties[applicant].name", "parties[applicant].address.country", "designs.products", "locarno"],
        _ => ["applicationNumber", "filingDate", "parties[applicant].name", "parties[applicant].address.country", "titles", "ipc"],
    };
}
