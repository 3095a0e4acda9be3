using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Packaging;
using OfficeNode.Packaging.Json;
using OfficeNode.Packaging.Signatures;

namespace OfficeNode.Host.Desk;

/// <summary>The desk's receipts: written once, never replaced, recognised after a stop.</summary>
internal sealed class DeskReceipts
{
    private readonly string _folder;
    private readonly ReceiptWriter _writer;
    private readonly ReceiptVerifier _own;
    private readonly PackagingLimits _limits;

    public DeskReceipts(string folder, IDisk disk, NodeKey key, TimeProvider time, PackagingLimits limits)
    {
        _folder = folder;
        _limits = limits;
        _writer = new ReceiptWriter(disk, key, limits);
        _own = new ReceiptVerifier([key.Certificate], time, limits);
    }

    public string PathOf(PackageName package) => Path.Combine(_folder, Receipt.FileOf(package));

    /// <summary>Whether something lies where the receipt belongs.</summary>
    public bool Exists(PackageName package) => Path.Exists(PathOf(package));

    /// <summary>The receipt that this desk wrote for these bytes before it was stopped; null when what lies there is another.</summary>
    /// <exception cref="StorageException">It cannot be read.</exception>
    public Receipt? Find(PackageName package, Digest sha256, long length)
    {
        var signaturePath = Path.Combine(_folder, Receipt.SignatureFileOf(package));
        if (!File.Exists(PathOf(package)) || !File.Exists(signaturePath))
        {
            return null;
        }

        var check = _own.Check(ReadStart(PathOf(package), _limits.Receipt), ReadStart(signaturePath, _limits.Signature), package, sha256, length);
        return check.IsVerified ? check.Receipt : null;
    }

    /// <summary>Signs and writes. What the sender must read is never cut: when even that does not fit, the package is refused as a whole.</summary>
    /// <exception cref="StorageException">The disk fails.</exception>
    public Receipt Write(Receipt receipt)
    {
        var fitting = Fit(receipt);
        _writer.Write(fitting, _folder);
        return fitting;
    }

    private Receipt Fit(Receipt receipt)
    {
        if (Fits(receipt))
        {
            return receipt;
        }

        // Without the words of each finding: rule, file and dossier are what the sender acts on.
        var bare = receipt with
        {
            Findings = [.. receipt.Findings.Select(finding => new Finding(finding.Rule, finding.Severity) { File = finding.File, Dossier = finding.Dossier })],
        };
        return Fits(bare) ? bare : receipt with
        {
            Outcome = ReceiptOutcome.Refused,
            RecordsAccepted = 0,
            Findings = [new Finding(DeskFindings.TooManyRefused, Severity.Error) { File = receipt.Package.ZipFile }],
            FindingsLeftOut = receipt.FindingsLeftOut + receipt.Findings.Count,
        };
    }

    private bool Fits(Receipt receipt) => receipt.Findings.Count <= _limits.ReceiptFindings && ReceiptJson.Write(receipt).Length <= _limits.Receipt;

    /// <summary>Reads a file up to one byte beyond what is allowed, which the check then refuses.</summary>
    private static byte[] ReadStart(string path, int most)
    {
        try
        {
            using var file = File.OpenRead(path);
            var bytes = new byte[(int)Math.Min(file.Length, most + 1L)];
            file.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw PhysicalDisk.Describe(path, error);
        }
    }
}
