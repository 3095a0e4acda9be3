using System.Buffers;
using System.IO.Pipelines;

namespace OfficeNode.Packaging.Zip;

/// <summary>Takes bytes off a pipe and counts them.</summary>
internal sealed class ZipInput(PipeReader reader)
{
    /// <summary>Bytes taken so far: the offset of the next.</summary>
    public long Position { get; private set; }

    /// <summary>Fills the target; false when the input ends before, and then nothing is left to read.</summary>
    public async ValueTask<bool> FillAsync(Memory<byte> target, CancellationToken cancellationToken)
    {
        while (!target.IsEmpty)
        {
            var taken = await ReadAsync(target, cancellationToken);
            if (taken == 0)
            {
                return false;
            }

            target = target[taken..];
        }

        return true;
    }

    /// <summary>Takes what is at hand, at most what the target holds; 0 at the end.</summary>
    public async ValueTask<int> ReadAsync(Memory<byte> target, CancellationToken cancellationToken)
    {
        var result = await reader.ReadAsync(cancellationToken);
        var taken = result.Buffer.Slice(0, Math.Min(result.Buffer.Length, target.Length));
        try
        {
            taken.CopyTo(target.Span);
            Position += taken.Length;
            return (int)taken.Length;
        }
        finally
        {
            reader.AdvanceTo(taken.End);
        }
    }

    /// <summary>Shows the next bytes to a visitor piece by piece, without copying; gives how many there were when the input ends before.</summary>
    public async ValueTask<long> VisitAsync(long count, Action<ReadOnlySpan<byte>>? visitor, CancellationToken cancellationToken)
    {
        var left = count;
        while (left > 0)
        {
            var result = await reader.ReadAsync(cancellationToken);
            var taken = result.Buffer.Slice(0, Math.Min(result.Buffer.Length, left));
            try
            {
                Visit(taken, visitor);
            }
            finally
            {
                reader.AdvanceTo(taken.End);
            }

            left -= taken.Length;
            Position += taken.Length;
            if (taken.IsEmpty && result.IsCompleted)
            {
                break;
            }
        }

        return count - left;
    }

    private static void Visit(ReadOnlySequence<byte> bytes, Action<ReadOnlySpan<byte>>? visitor)
    {
        if (visitor is null)
        {
            return;
        }

        foreach (var piece in bytes)
        {
            visitor(piece.Span);
        }
    }
}
