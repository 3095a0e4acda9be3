using OfficeNode.Core.Disk;
using OfficeNode.Packaging.Json;
using OfficeNode.Packaging.Signatures;

namespace OfficeNode.Packaging;

/// <summary>The desk's side of receipts: signs one and puts it where the office will look. Thread-safe for receipts of different packages.</summary>
public sealed class ReceiptWriter
{
    private readonly IDisk _disk;
    private readonly NodeKey _key;
    private readonly PackagingLimits _limits;

    public ReceiptWriter(IDisk disk, NodeKey key, PackagingLimits limits)
    {
        _disk = disk;
        _key = key;
        _limits = limits;
    }

    /// <summary>Writes receipt and signature into a folder, the receipt last: where it is, its signature is. Too many findings are cut and counted.</summary>
    /// <exception cref="StorageException">A receipt of that name is there already, or the disk fails.</exception>
    public void Write(Receipt receipt, string folder)
    {
        var json = ReceiptJson.Write(Shorten(receipt));
        var path = Path.Combine(folder, Receipt.FileOf(receipt.Package));
        var signaturePath = Path.Combine(folder, Receipt.SignatureFileOf(receipt.Package));
        if (!File.Exists(path))
        {
            _disk.Delete(signaturePath);    // left by a stop between the two; without its receipt it is no answer
        }

        Put(signaturePath, _key.Sign(json));
        Put(path, json);
        _disk.SyncFolder(folder);
    }

    /// <summary>Cuts the findings until number and bytes keep to the limits that the node has.</summary>
    private Receipt Shorten(Receipt receipt)
    {
        var kept = Math.Min(receipt.Findings.Count, _limits.ReceiptFindings);
        var shorter = Cut(receipt, kept);
        while (kept > 0 && ReceiptJson.Write(shorter).Length > _limits.Receipt)
        {
            kept /= 2;
            shorter = Cut(receipt, kept);
        }

        return shorter;
    }

    private static Receipt Cut(Receipt receipt, int kept) => kept == receipt.Findings.Count
        ? receipt
        : receipt with { Findings = [.. receipt.Findings.Take(kept)], FindingsLeftOut = receipt.FindingsLeftOut + receipt.Findings.Count - kept };

    private void Put(string path, ReadOnlySpan<byte> bytes)
    {
        var temporary = path + ".tmp";
        _disk.Delete(temporary);
        using (var file = _disk.CreateFile(temporary))
        {
            file.Write(bytes);
            _disk.Sync(file);
        }

        _disk.Move(temporary, path);
    }
}
