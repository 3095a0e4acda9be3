using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Ledgers;
using OfficeNode.Host.Journey;
using OfficeNode.Journeys.Keying;

namespace OfficeNode.Journeys.Ledgers;

/// <summary>What tests of ledgers do first: a volume of marks, and rows in it.</summary>
internal static class LedgerOffice
{
    public const string Number = "applicationNumber";
    public const string Date = "filingDate";
    public const string Owner = "parties[applicant].name";
    public const string Sign = "mark.words";
    public const string Nice = "nice";

    /// <summary>What is given when a batch is declared a register of marks.</summary>
    public static NewVolume Marks(BatchId batch) => new()
    {
        Batch = batch,
        Name = "Register of marks, vol. 3",
        Right = Right.Trademark,
        Kind = VolumeKind.Ledger,
        Layout = FolioLayout.Single,
        From = "1231",
        To = "1299",
        FirstLabel = "12",
        Columns = [Number, Date, Owner, Sign, Nice],
    };

    /// <summary>Declares a volume of so many scanned pages.</summary>
    public static async Task<VolumeId> DeclareAsync(Node node, int pages)
    {
        var batch = await KeyingOffice.ScanAsync(node, [.. Enumerable.Range(1, pages).Select(_ => new Paper())]);
        var answer = new LedgerJourney(node, "nadia").Declare(Marks(batch));
        Assert.That(answer.Refused, Is.Empty);
        return answer.Volume ?? throw new InvalidOperationException("It was not refused.");
    }

    /// <summary>A whole row as somebody types it.</summary>
    public static IReadOnlyList<CellChange> Row(int row, string number, string sign = "Zephyr") =>
    [
        new(row, Number, number, ""), new(row, Date, "26.02.1987", ""), new(row, Owner, "Lake Basin Tools Ltd", ""), new(row, Sign, sign, ""), new(row, Nice, "29, 30", ""),
    ];
}
