using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using OfficeNode.Packaging.Json;

namespace OfficeNode.Packaging;

/// <summary>One line of a member list: a member, a prefix, or neither when it could not be read.</summary>
internal readonly record struct ListLine(long Number, MemberLine? Member, PrefixLine? Prefix);

/// <summary>Reads a member list line by line. Memory does not grow with it.</summary>
internal static class MemberListReader
{
    private static readonly byte[] PrefixStart = Encoding.UTF8.GetBytes("""{"prefix":""");

    /// <summary>Gives the lines in their order; stops after the first that cannot be read.</summary>
    public static async IAsyncEnumerable<ListLine> ReadAsync(
        Stream file, PackagingLimits limits, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(file, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        for (var number = 1L; await NextAsync(reader, limits.MembersLine, cancellationToken) is { Length: > 0 } bytes; number++)
        {
            var line = Parse(number, bytes);
            yield return line;
            if (line is { Member: null, Prefix: null })
            {
                break;
            }
        }

        await reader.CompleteAsync();
    }

    private static ListLine Parse(long number, byte[] bytes)
    {
        if (bytes[^1] != '\n')
        {
            return new ListLine(number, null, null);
        }

        var text = bytes.AsSpan(0, bytes.Length - 1);
        if (text.StartsWith(PrefixStart))
        {
            var prefix = CanonicalJson.Read<PrefixLine>(text);
            return new ListLine(number, null, prefix.Success ? prefix.Value : null);
        }

        var member = CanonicalJson.Read<MemberLine>(text);
        return new ListLine(number, member.Success ? member.Value : null, null);
    }

    /// <summary>Takes the next line with its end; without one when the file or the limit ends before it; nothing at the end.</summary>
    private static async Task<byte[]> NextAsync(PipeReader reader, int longest, CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken);
            var buffer = result.Buffer;
            var end = buffer.PositionOf((byte)'\n');
            if (end is null && !result.IsCompleted && buffer.Length < longest)
            {
                reader.AdvanceTo(buffer.Start, buffer.End);
                continue;
            }

            var line = end is { } position ? buffer.Slice(0, buffer.GetPosition(1, position)) : buffer.Slice(0, Math.Min(buffer.Length, longest));
            var bytes = line.Length > longest ? line.Slice(0, longest).ToArray() : line.ToArray();
            reader.AdvanceTo(line.End);
            return bytes;
        }
    }
}
