using OfficeNode.Core;

namespace OfficeNode.Packaging.Json;

/// <summary>The canonical JSON of a receipt: what the desk signs. Thread-safe.</summary>
public static class ReceiptJson
{
    /// <summary>The number of the format written today, the only one read.</summary>
    public const int Format = 1;

    public static byte[] Write(Receipt receipt) => CanonicalJson.Write(new StoredReceipt { Format = Format, Receipt = receipt });

    public static ParseResult<Receipt> Read(ReadOnlySpan<byte> json, PackagingLimits limits)
    {
        if (json.Length > limits.Receipt)
        {
            return ParseResult<Receipt>.Refuse($"at most {limits.Receipt} bytes");
        }

        var stored = CanonicalJson.Read<StoredReceipt>(json);
        if (!stored.Success)
        {
            return ParseResult<Receipt>.Refuse(stored.Expected!);    // set whenever Success is false
        }

        var receipt = stored.Value.Receipt;
        return stored.Value.Format != Format ? ParseResult<Receipt>.Refuse($"a receipt of format {Format}")
            : receipt.Findings.Count > limits.ReceiptFindings ? ParseResult<Receipt>.Refuse($"at most {limits.ReceiptFindings} findings")
            : receipt.RecordsAccepted < 0 || receipt.RecordsRefused < 0 || receipt.FindingsLeftOut < 0 ? ParseResult<Receipt>.Refuse("counts of 0 or more")
            : !FitsOutcome(receipt) ? ParseResult<Receipt>.Refuse("counts that fit the outcome")
            : ParseResult<Receipt>.Read(receipt);
    }

    private static bool FitsOutcome(Receipt receipt) => receipt.Outcome switch
    {
        ReceiptOutcome.Accepted => receipt.RecordsRefused == 0,
        ReceiptOutcome.Refused => receipt.RecordsAccepted == 0,
        ReceiptOutcome.Partly => receipt.RecordsAccepted > 0 && receipt.RecordsRefused > 0,
        _ => false,
    };
}

/// <summary>A receipt with the number of its format.</summary>
internal sealed class StoredReceipt
{
    public required int Format { get; init; }

    public required Receipt Receipt { get; init; }
}
