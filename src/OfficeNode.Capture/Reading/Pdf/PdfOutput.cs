using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace OfficeNode.Capture.Reading.Pdf;

/// <summary>A PDF file being written from front to back: objects, where each stands, and at last the table that says so. Not thread-safe.</summary>
/// <remarks>Source: ISO 32000-1, 7.3 and 7.5. Memory grows by eight bytes an object; everything else goes out page by page.</remarks>
internal sealed class PdfOutput : IDisposable
{
    private const int CopyLength = 1 << 16;

    private readonly Stream _output;
    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly MemoryStream _waiting = new();
    private readonly List<long> _offsets = [];   // of object n at n - 1; 0 while it is not written
    private long _written;

    public PdfOutput(Stream output)
    {
        _output = output;

        // The second line, of bytes above 127, tells programs that copy the file that it is not text.
        Put("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
    }

    /// <summary>A number for an object that is written later.</summary>
    public int Reserve()
    {
        _offsets.Add(0);
        return _offsets.Count;
    }

    public void Object(int number, string body)
    {
        Begin(number);
        Put(body);
        Put("\nendobj\n");
    }

    /// <summary>An object with bytes, compressed here.</summary>
    /// <param name="entries">Of its dictionary, beside length and filter.</param>
    public void Compressed(int number, string entries, ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        BeginStream(number, $"{entries} /Filter /FlateDecode", packed.Length);
        packed.WriteTo(_waiting);
        EndStream();
    }

    /// <summary>An object with bytes that are compressed already.</summary>
    /// <exception cref="EndOfStreamException">There are fewer bytes than promised.</exception>
    public async Task CopyAsync(int number, string entries, Stream bytes, long length, CancellationToken cancellationToken)
    {
        BeginStream(number, entries, length);
        await FlushAsync(cancellationToken);
        var buffer = new byte[Math.Min(length, CopyLength)];
        for (var left = length; left > 0;)
        {
            var part = buffer.AsMemory(0, (int)Math.Min(left, buffer.Length));
            await bytes.ReadExactlyAsync(part, cancellationToken);
            await WriteAsync(part, cancellationToken);
            left -= part.Length;
        }

        EndStream();
    }

    /// <summary>Writes out what waits in memory.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await WriteAsync(_waiting.GetBuffer().AsMemory(0, (int)_waiting.Length), cancellationToken);
        _waiting.SetLength(0);
    }

    /// <summary>Ends the file. Its identity is the digest of its content.</summary>
    public async Task EndAsync(int catalog, int information, CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        var id = Convert.ToHexString(_digest.GetCurrentHash().AsSpan(0, 16));
        var table = _written;
        Put(Invariant($"xref\n0 {_offsets.Count + 1}\n0000000000 65535 f \n"));
        foreach (var offset in _offsets)
        {
            Put(Invariant($"{offset:D10} 00000 n \n"));
        }

        Put(Invariant($"trailer\n<< /Size {_offsets.Count + 1} /Root {catalog} 0 R /Info {information} 0 R /ID [<{id}> <{id}>] >>\nstartxref\n{table}\n%%EOF\n"));
        await FlushAsync(cancellationToken);
    }

    public void Dispose()
    {
        _digest.Dispose();
        _waiting.Dispose();
    }

    public static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>A text of people: UTF-16 with its mark, in hexadecimal digits.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private void BeginStream(int number, string entries, long length)
    {
        Begin(number);
        Put(Invariant($"<< {entries} /Length {length} >>\nstream\n"));
    }

    private void EndStream() => Put("\nendstream\nendobj\n");

    private void Begin(int number)
    {
        _offsets[number - 1] = _written + _waiting.Length;
        Put(Invariant($"{number} 0 obj\n"));
    }

    private void Put(string text) => _waiting.Write(Encoding.Latin1.GetBytes(text));

    private async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        _digest.AppendData(bytes.Span);
        await _output.WriteAsync(bytes, cancellationToken);
        _written += bytes.Length;
    }
}
