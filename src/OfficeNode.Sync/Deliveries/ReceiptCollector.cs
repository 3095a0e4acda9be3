using OfficeNode.Packaging;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Sync.Deliveries;

/// <summary>Fetches the signed receipts of delivered packages and brings refusals back to the records.</summary>
/// <remarks>To be run under the lease <c>sync</c>. A receipt that is not from a pinned desk, or for other bytes, changes nothing and is said.</remarks>
public sealed class ReceiptCollector
{
    private readonly Register _register;
    private readonly ITransport _transport;
    private readonly DeliveryTarget _target;
    private readonly ReceiptVerifier _verifier;
    private readonly PackagingLimits _limits;

    public ReceiptCollector(Register register, ITransport transport, DeliveryTarget target, ReceiptVerifier verifier, PackagingLimits limits)
    {
        _register = register;
        _transport = transport;
        _target = target;
        _verifier = verifier;
        _limits = limits;
    }

    /// <summary>Takes in the receipts that are there; a package without one goes on waiting for it.</summary>
    public async Task<SyncRun> RunAsync(CancellationToken cancellation)
    {
        if (_target.Receipts is not { } folder)
        {
            return new SyncRun();
        }

        var run = new SyncRun();
        var before = _transport.Traffic.Total;
        try
        {
            var delivered = _register.Read(session => session.Deliveries.InState(DeliveryState.Delivered))
                .Where(delivery => delivery.Package.Destination == _target.Destination)
                .ToList();
            foreach (var delivery in delivered)
            {
                run = run.Plus(await CollectOneAsync(folder, delivery.Package, cancellation));
            }
        }
        catch (DeliveryException fault)
        {
            run = run with { Findings = [.. run.Findings, fault.ToFinding(_target.Destination)] };
        }

        return run with { BytesOnWire = _transport.Traffic.Total - before };
    }

    /// <summary>One receipt that cannot be fetched as it is never keeps the others away (I11); a fault of the line does.</summary>
    private async Task<SyncRun> CollectOneAsync(RemotePath folder, PackageRow package, CancellationToken cancellation)
    {
        try
        {
            return await CollectAsync(folder, package, cancellation);
        }
        catch (DeliveryException fault) when (fault.Fault is DeliveryFault.Missing or DeliveryFault.TooLarge or DeliveryFault.Refused)
        {
            return new SyncRun { Findings = [fault.ToFinding(_target.Destination)] };
        }
    }

    private async Task<SyncRun> CollectAsync(RemotePath folder, PackageRow package, CancellationToken cancellation)
    {
        await _transport.ConnectAsync(cancellation);
        var receiptPath = folder.Child(Receipt.FileOf(package.Name));
        if (await _transport.StatAsync(receiptPath, cancellation) is null)
        {
            return new SyncRun();
        }

        // A desk writes the receipt last: where it is, its signature is.
        var content = await _transport.DownloadAsync(receiptPath, _limits.Receipt, cancellation);
        var signature = await _transport.DownloadAsync(folder.Child(Receipt.SignatureFileOf(package.Name)), _limits.Signature, cancellation);
        var digest = package.Digest ?? throw new InvalidOperationException($"{package.Name} was delivered and is not sealed.");
        var check = _verifier.Check(content, signature, package.Name, digest, package.Length ?? 0);
        return check is { IsVerified: true, Receipt: { } receipt }
            ? Take(package, receipt, content, signature) with { Findings = check.Findings }
            : new SyncRun { Findings = check.Findings };
    }

    private SyncRun Take(PackageRow package, Receipt receipt, byte[] content, byte[] signature) =>
        _register.Write(new Deed(receipt.Desk, "receipt", $"{package.Name} {receipt.Outcome}"), session =>
        {
            session.Deliveries.KeepReceipt(package.Id, content, signature);
            new Answer(session, package).Take(receipt.Outcome != ReceiptOutcome.Refused, receipt.Findings);
            return receipt.Outcome == ReceiptOutcome.Refused ? new SyncRun { Refused = 1 } : new SyncRun { Accepted = 1 };
        });
}
