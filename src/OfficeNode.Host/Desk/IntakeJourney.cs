using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Journey;
using OfficeNode.Packaging;
using OfficeNode.Packaging.Signatures;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Desk;

/// <summary>The receiving desk: takes in what arrived, judges it and answers with signed receipts.</summary>
/// <remarks>
/// Each package is looked at once: first its receipt is made durable, then the row that says so. A stop between the two is mended by the next
/// run, which recognises the receipt as its own. Nothing in the tree is ever changed or deleted, but for leftovers of an unfinished receipt.
/// </remarks>
public sealed class IntakeJourney : IDisposable
{
    private readonly Node _node;
    private readonly DeskTree _tree;
    private readonly NodeKey _key;
    private readonly PackageVerifier _verifier;
    private readonly PackageRecords _records;
    private readonly DeskReceipts _receipts;
    private readonly DeskLimits _limits;

    /// <param name="root">The folder in which the desk's tree begins.</param>
    /// <exception cref="StorageException">This desk's keys cannot be read.</exception>
    public IntakeJourney(Node node, string root, DeskLimits limits)
    {
        var packaging = PackagingLimits.Default;
        _node = node;
        _limits = limits;
        _tree = new DeskTree(root);
        _key = NodeKey.Load(node.Folder.Keys);
        _verifier = new PackageVerifier(new TrustStore(node.Folder, node.Disk).For(TrustStore.Intake), node.Time, packaging);
        _records = new PackageRecords(new DocumentCheck(InstalledStandards.Open(node.Folder), limits), limits);
        _receipts = new DeskReceipts(_tree.Receipts, node.Disk, _key, node.Time, packaging);
    }

    /// <summary>Works through the tree once.</summary>
    /// <param name="progress">Told how many packages were passed; may be null.</param>
    /// <exception cref="StorageException">Receipts or the desk's database cannot be written; what was answered before stays answered.</exception>
    public async Task<IntakeResult> RunAsync(IProgress<long>? progress, CancellationToken cancellation)
    {
        using var lease = _node.TakeLease("intake");
        using var book = DeskBook.Open(_node.Folder, _node.Time);
        _tree.Create(_node.Disk);
        var contents = _tree.Scan();
        var (taken, unreadable, passed) = (new List<TakenPackage>(), new List<Finding>(), 0L);
        foreach (var package in contents.Arrived)
        {
            var (one, fault) = await TryTakeAsync(package, book, cancellation);
            if (one is not null)
            {
                taken.Add(one);
            }

            if (fault is not null)
            {
                unreadable.Add(fault);
            }

            progress?.Report(++passed);
        }

        return new IntakeResult(taken, contents.Waiting, contents.Arrived.Count - taken.Count - unreadable.Count, contents.Others, unreadable);
    }

    public void Dispose() => _key.Dispose();

    /// <summary>Takes one package; neither a result nor a fault means that it is known. A file that cannot be read is nobody else's trouble (I11).</summary>
    private async Task<(TakenPackage? Taken, Finding? Fault)> TryTakeAsync(ArrivedPackage package, DeskBook book, CancellationToken cancellation)
    {
        var before = book.Read(arrivals => arrivals.Of(package.Name));
        Look look;
        try
        {
            var file = new FileInfo(package.ZipPath);
            if (before.Any(known => known.IsFile(file.Length, file.LastWriteTimeUtc)))
            {
                return (null, null);
            }

            look = new Look(package, await _verifier.VerifyAsync(package.ZipPath, cancellation), file.LastWriteTimeUtc);
        }
        catch (Exception error) when (error is StorageException or IOException or UnauthorizedAccessException)
        {
            return (null, new Finding(DeskFindings.PackageUnreadable, Severity.Error) { File = package.ZipPath, Found = error.Message });
        }

        if (before.Any(known => known.Digest == look.Check.Sha256))
        {
            book.Write(arrivals => arrivals.Touch(package.Name, look.Check.Sha256, look.WrittenAt));
            return (null, null);
        }

        return (before.Count > 0 ? RefuseName(look, book, before[0]) : await AnswerAsync(look, book, cancellation), null);
    }

    /// <summary>A package with what its verification gave.</summary>
    private sealed record Look(ArrivedPackage Package, PackageCheck Check, DateTimeOffset WrittenAt);

    private TakenPackage RefuseName(Look look, DeskBook book, Arrival first)
    {
        var finding = new Finding(DeskFindings.NameReused, Severity.Error)
        {
            File = look.Package.Name.ZipFile,
            Found = look.Check.Sha256.Value,
            Expected = first.Digest.Value,
        };
        book.Write(arrivals => arrivals.Enter(RowOf(look) with { Outcome = ArrivalOutcome.Refused, IsAnswered = false }));
        return new TakenPackage(look.Package.Name.Value, look.Package.Folder, ReceiptOutcome.Refused, 0, 0, null, [finding]);
    }

    private async Task<TakenPackage> AnswerAsync(Look look, DeskBook book, CancellationToken cancellation)
    {
        var receipt = _receipts.Find(look.Package.Name, look.Check.Sha256, look.Check.Length);
        if (receipt is null && _receipts.Exists(look.Package.Name))
        {
            var finding = new Finding(DeskFindings.ReceiptForeign, Severity.Error) { File = _receipts.PathOf(look.Package.Name) };
            return new TakenPackage(look.Package.Name.Value, look.Package.Folder, ReceiptOutcome.Refused, 0, 0, null, [finding]);
        }

        receipt ??= _receipts.Write((await JudgeAsync(look, cancellation))
            .ToReceipt(look.Package.Name, look.Check, _node.Time.GetUtcNow(), $"{_node.Settings.Office} {_node.Settings.Name}"));
        book.Write(arrivals => arrivals.Enter(RowOf(look) with
        {
            Outcome = OutcomeOf(receipt.Outcome),
            Accepted = receipt.RecordsAccepted,
            Refused = receipt.RecordsRefused,
        }));
        return new TakenPackage(
            look.Package.Name.Value, look.Package.Folder, receipt.Outcome, receipt.RecordsAccepted + receipt.RecordsRefused, receipt.RecordsRefused,
            _receipts.PathOf(look.Package.Name), receipt.Findings);
    }

    private async Task<DeskVerdict> JudgeAsync(Look look, CancellationToken cancellation)
    {
        var (check, verdict) = (look.Check, new DeskVerdict(_limits));
        var against = check.Findings.Concat(OutOfPlace(look)).ToList();
        if (!check.IsValid || check.Manifest is not { } manifest || against.Exists(finding => finding.Severity == Severity.Error))
        {
            verdict.RefuseAll(against);
            return verdict;
        }

        verdict.Add(against);
        try
        {
            using var package = new PackageReader(look.Package.ZipPath, manifest, PackagingLimits.Default);
            await _records.JudgeAsync(package, manifest, verdict, cancellation);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or PackageException { Fault: PackageFault.Changed })
        {
            verdict.RefuseAll([new Finding(DeskFindings.Changed, Severity.Error) { File = look.Package.Name.ZipFile, Found = error.Message }]);
        }

        if (verdict.IsFull)
        {
            verdict.RefuseAll([verdict.TooMany(look.Package.Name)]);
        }

        return verdict;
    }

    /// <summary>What is wrong with a package here, though its signature may be right.</summary>
    private static IEnumerable<Finding> OutOfPlace(Look look)
    {
        if (look.Check is not { Manifest: { } manifest, Signer: { } signer })
        {
            yield break;
        }

        // A certificate that a node made opens with its office: whoever pinned it meant that office and no other.
        var owner = signer.Name.Split(' ')[0];
        if (OfficeCode.Parse(owner).Success && owner != manifest.Office.Value)
        {
            yield return new Finding(DeskFindings.PackageOffice, Severity.Error) { File = manifest.Package.ZipFile, Found = manifest.Office.Value, Expected = owner };
        }

        if (manifest.Scope != look.Package.Scope)
        {
            yield return new Finding(DeskFindings.PackageFolder, Severity.Error)
            {
                File = manifest.Package.ZipFile,
                Found = look.Package.Folder,
                Expected = manifest.Scope.ToString().ToLowerInvariant(),
            };
        }
    }

    private Arrival RowOf(Look look) => new()
    {
        Package = look.Package.Name,
        Digest = look.Check.Sha256,
        Length = look.Check.Length,
        WrittenAt = look.WrittenAt,
        Sender = look.Check.Signer?.Fingerprint,
        Office = look.Check.IsValid ? look.Check.Manifest?.Office.Value : null,
        Outcome = ArrivalOutcome.Refused,
        IsAnswered = true,
        Accepted = 0,
        Refused = 0,
        TakenAt = _node.Time.GetUtcNow(),
    };

    private static ArrivalOutcome OutcomeOf(ReceiptOutcome outcome) => outcome switch
    {
        ReceiptOutcome.Accepted => ArrivalOutcome.Accepted,
        ReceiptOutcome.Partly => ArrivalOutcome.Partly,
        _ => ArrivalOutcome.Refused,
    };
}
