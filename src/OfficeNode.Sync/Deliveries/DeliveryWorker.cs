using OfficeNode.Core;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Sync.Deliveries;

/// <summary>Brings the waiting packages of one destination to it, one after the other, and notes what the transport proved (I7).</summary>
/// <remarks>
/// To be run under the lease <c>sync</c>. Whatever ends it, the next run goes on: what arrived is found there, what was cut is resumed. A package
/// that cannot be delivered never holds up its neighbours (I11), but a destination that cannot be reached is not tried for each of them.
/// </remarks>
public sealed class DeliveryWorker
{
    private readonly Register _register;
    private readonly string _packages;
    private readonly ITransport _transport;
    private readonly DeliveryTarget _target;
    private readonly DeliveryRetry _retry;

    /// <param name="packages">The folder of sealed packages.</param>
    public DeliveryWorker(Register register, string packages, ITransport transport, DeliveryTarget target, DeliveryRetry retry)
    {
        _register = register;
        _packages = packages;
        _transport = transport;
        _target = target;
        _retry = retry;
    }

    /// <summary>Asked before each package: false leaves it and those after it in the outbox. Default null: all go.</summary>
    public Func<bool>? MayStart { get; init; }

    /// <summary>Delivers what waits.</summary>
    /// <param name="progress">Told the bytes of the current package that the receiver holds; may be null.</param>
    public async Task<SyncRun> RunAsync(IProgress<long>? progress, CancellationToken cancellation)
    {
        var run = new SyncRun();
        var waiting = _register.Read(session => session.Deliveries.InState(DeliveryState.Waiting))
            .Where(delivery => delivery.Package.Destination == _target.Destination)
            .ToList();
        var reachable = true;
        foreach (var delivery in waiting)
        {
            if (!StillWaits(delivery.Package))
            {
                continue;
            }

            if (!reachable || MayStart?.Invoke() == false)
            {
                run = run with { Waiting = run.Waiting + 1 };
                continue;
            }

            var one = await DeliverAsync(delivery.Package, progress, cancellation);
            reachable = one.Fault is not (DeliveryFault.Unreachable or DeliveryFault.HostKeyUnknown or DeliveryFault.HostKeyChanged
                or DeliveryFault.AuthenticationFailed or DeliveryFault.ProgramMissing or DeliveryFault.BudgetSpent);
            run = run.Plus(one.Run);
        }

        return run;
    }

    // While one was sent, a person may have stopped another.
    private bool StillWaits(PackageRow package) => _register.Read(session => session.Deliveries.Of(package.Id)) is { State: DeliveryState.Waiting };

    private async Task<(SyncRun Run, DeliveryFault? Fault)> DeliverAsync(PackageRow package, IProgress<long>? progress, CancellationToken cancellation)
    {
        var before = _transport.Traffic;
        try
        {
            var proof = await SendAsync(package, progress, cancellation);
            var sent = Since(before);
            _register.Note(session =>
            {
                session.Deliveries.MarkDelivered(package.Id, StoredForm(proof), sent.Sent, sent.Resent);
                if (_target.DeliveredIsConfirmed)
                {
                    session.Exports.Confirm(package.Id);
                }
            });
            return (new SyncRun { Sent = 1, Delivered = 1, BytesOnWire = sent.Total, BytesResent = sent.Resent }, null);
        }
        catch (DeliveryException fault)
        {
            var sent = Since(before);
            var finding = fault.ToFinding(_target.Destination) with { File = package.Name.ZipFile };
            _register.Note(session => session.Deliveries.NoteAttempt(package.Id, finding, null, sent.Sent, sent.Resent));
            return (new SyncRun { Sent = sent.Acknowledged > 0 ? 1 : 0, Waiting = 1, BytesOnWire = sent.Total, BytesResent = sent.Resent, Findings = [finding] }, fault.Fault);
        }
    }

    /// <summary>Sends the ZIP first and the signature last: whoever sees the signature sees all that it covers.</summary>
    private async Task<Proof> SendAsync(PackageRow package, IProgress<long>? progress, CancellationToken cancellation)
    {
        var digest = package.Digest ?? throw new InvalidOperationException($"{package.Name} is in the outbox and not sealed.");
        var proof = await UploadAsync(package, package.Name.ZipFile, digest, progress, cancellation);
        if (_target.Sidecars)
        {
            foreach (var sidecar in new[] { package.Name.MembersFile, package.Name.ManifestFile, package.Name.SignatureFile })
            {
                await UploadAsync(package, sidecar, await DigestOfAsync(sidecar, cancellation), null, cancellation);
            }
        }

        return proof;
    }

    private Task<Proof> UploadAsync(PackageRow package, string file, Digest digest, IProgress<long>? progress, CancellationToken cancellation) =>
        _retry.UploadAsync(
            _transport,
            new Upload { LocalFile = Path.Combine(_packages, file), Digest = digest, Folder = _target.FolderOf(package.Scope), Name = file },
            progress,
            cancellation);

    private async Task<Digest> DigestOfAsync(string file, CancellationToken cancellation)
    {
        var path = Path.Combine(_packages, file);
        try
        {
            return Digest.Of(await File.ReadAllBytesAsync(path, cancellation));
        }
        catch (IOException error)
        {
            throw new DeliveryException(DeliveryFault.SourceDamaged, $"{path} cannot be read: {error.Message}", error) { Path = path };
        }
    }

    private Traffic Since(Traffic before) => _transport.Traffic.Since(before);

    private static DeliveryProof StoredForm(Proof proof) => new()
    {
        Kind = proof.Kind == ProofKind.Digest ? "digest" : "length and tail",
        Length = proof.Length,
        Place = proof.Path.Value,
    };
}
