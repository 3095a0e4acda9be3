using System.Globalization;
using System.Runtime.CompilerServices;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Disk;

namespace OfficeNode.Capture.Scanners;

/// <summary>A scanner that SANE knows, by <c>scanimage</c> in a process of its own.</summary>
/// <remarks>
/// <para>Sides are yielded when they are written in full; of a sheet scanned on both sides, front and back together, so that what was yielded is always
/// whole sheets. scanimage may run ahead of the caller, at most by what lies in the feeder, onto the disk: memory does not grow.</para>
/// <para>Sides that an earlier run left in the spool come first; a scanimage that outlived its service is ended before. A side of a sheet below
/// <see cref="ScanOrder.FirstSheet"/> may be among them when the caller entered it and was stopped before it could settle it: sheet and side say so.</para>
/// </remarks>
public sealed class SaneScanner : IScanner
{
    // Less than any page takes: who finds so little room left has the reason why a side is cut short.
    private const long NoRoom = 256 << 10;

    private readonly SaneAddress _address;
    private readonly ScannerOptions _options;
    private readonly IDisk _disk;
    private readonly TimeProvider _time;
    private SideSpool? _spool;

    public SaneScanner(SaneAddress address, ScannerOptions options, IDisk disk, TimeProvider time)
    {
        _address = address;
        _options = options;
        _disk = disk;
        _time = time;
    }

    private SideSpool Spool => _spool ?? throw new InvalidOperationException("Nothing was scanned yet.");

    public int? NextSheet(ScanOrder order) => SpoolOf(order).Survey(order.FirstSheet).NextSheet;

    /// <exception cref="StorageException"><see cref="StorageFault.Full"/>: the disk has no room for a side; those before it were yielded.</exception>
    public async IAsyncEnumerable<ScannedSide> ScanAsync(ScanOrder order, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var sheet = order.FirstSheet;
        await foreach (var side in LeftAsync(order, cancellation))
        {
            sheet = Math.Max(sheet, side.Sheet + 1);
            yield return side;
        }

        var device = await new Scanimage(_options, _time).DescribeAsync(_address.Device, cancellation);
        var plan = ScanPlan.Of(_address, device, order);
        foreach (var run in plan.Runs.Skip(RunsDone(plan, order, sheet)))
        {
            await foreach (var side in RunAsync(Arguments(plan, run, Spool, sheet), plan.IsDuplex, Spool, cancellation))
            {
                sheet = side.Sheet + 1;
                yield return side;
            }
        }
    }

    public async IAsyncEnumerable<ScannedSide> LeftAsync(ScanOrder order, [EnumeratorCancellation] CancellationToken cancellation)
    {
        _spool = SpoolOf(order);
        await ScanimageLeftovers.EndAsync(Spool, _address.Device, _options, _time, cancellation);
        var sides = Spool.Recover(order.FirstSheet).Sides;
        for (var i = 0; i < sides.Count; i++)
        {
            yield return sides[i] with { BackFollows = i + 1 < sides.Count && sides[i + 1].Sheet == sides[i].Sheet };
        }
    }

    public void Take(ScannedSide side) => Spool.Take(side);

    public void Refuse(ScannedSide side) => Spool.Refuse(side);

    private SideSpool SpoolOf(ScanOrder order) => new(order.Spool, _options.Limits, _disk);

    /// <summary>How many runs of an order that was stopped brought their sheet. How many a feeder brings in one run nobody knows: it is asked for all of them.</summary>
    private static int RunsDone(ScanPlan plan, ScanOrder order, int nextSheet) => plan.HasFeeder || order.BeganWith is not { } began ? 0 : nextSheet - began;

    private List<string> Arguments(ScanPlan plan, IReadOnlyList<string> run, SideSpool spool, int sheet)
    {
        // Without a feeder nothing tells scanimage to stop: it would scan the same page for ever.
        var sides = plan.HasFeeder ? [] : new[] { plan.IsDuplex ? "--batch-count=2" : "--batch-count=1" };
        return
        [
            "--device-name=" + _address.Device,
            .. run,
            "--format=tiff",   // PNG fails with scanners that do not know the length of a sheet beforehand (scanimage 1.2.1)
            spool.BatchArgument(plan.IsDuplex),
            "--batch-start=" + SideSpool.FirstNumber(sheet, plan.IsDuplex).ToString(CultureInfo.InvariantCulture),
            "--batch-print",
            .. sides,
        ];
    }

    /// <summary>One run of scanimage; fronts are held until their backs are there.</summary>
    private async IAsyncEnumerable<ScannedSide> RunAsync(
        List<string> arguments, bool duplex, SideSpool spool, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ScannedSide? front = null;
        await foreach (var side in SidesAsync(arguments, spool, cancellation))
        {
            if (duplex && side.Side == Side.Front)
            {
                front = side;
                continue;
            }

            if (front is not null)
            {
                yield return front with { BackFollows = true };
                front = null;
            }

            yield return side;
        }

        if (front is not null)
        {
            yield return front;   // the feeder ended well with an odd side: a driver that gives no back for the last sheet
        }
    }

    private async IAsyncEnumerable<ScannedSide> SidesAsync(
        List<string> arguments, SideSpool spool, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var process = ScanimageProcess.Start(_address.Device, arguments, _options, _time);
        var sides = 0;
        while (await NextSideAsync(process, spool, cancellation) is { } side)
        {
            sides++;
            yield return side;
        }

        var end = await process.EndAsync(cancellation);
        if (!ScanimageFaults.IsEndOfPaper(end, sides))
        {
            throw ScanimageFaults.Of(end, _address.Device);
        }
    }

    private async Task<ScannedSide?> NextSideAsync(ScanimageProcess process, SideSpool spool, CancellationToken cancellation)
    {
        while (await process.NextLineAsync(_options.PageTime, cancellation) is { } line)
        {
            if (spool.SideOf(line) is { } side)
            {
                return spool.IsWhole(side) ? side : throw CutShort(side);
            }
        }

        return null;
    }

    private Exception CutShort(ScannedSide side)
    {
        var message = $"{side.Path}: the side is cut short.";
        return _disk.FreeBytes(Path.GetDirectoryName(side.Path)!) < NoRoom   // a side lies in the spool
            ? new StorageException(StorageFault.Full, side.Path, message)
            : new ScannerException(ScannerFault.Other, _address.Device, message);
    }
}
