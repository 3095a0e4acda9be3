using System.Buffers;
using OfficeNode.Core.Disk;

namespace OfficeNode.Packaging.Zip;

/// <summary>Bytes written once and read back: first in a pooled buffer, and beyond it in a temporary file. Can be emptied and used again.</summary>
/// <remarks>Not thread-safe. The file goes with <see cref="Dispose(bool)"/>.</remarks>
internal sealed class SpillFile : Stream
{
    private readonly IDisk _disk;
    private readonly string _path;
    private readonly byte[] _buffer;
    private readonly int _capacity;
    private Stream? _file;
    private long _inFile;
    private int _inBuffer;

    /// <summary>Holds up to <paramref name="capacity"/> bytes in memory.</summary>
    public SpillFile(IDisk disk, string path, int capacity)
    {
        _disk = disk;
        _path = path;
        _capacity = capacity;
        _buffer = ArrayPool<byte>.Shared.Rent(capacity);
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _inFile + _inBuffer;

    public override long Position
    {
        get => Length;
        set => throw new NotSupportedException();
    }

    /// <summary>Forgets what was written.</summary>
    public void Clear() => (_inFile, _inBuffer) = (0, 0);

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            if (_inBuffer == _capacity)
            {
                Spill();
            }

            var taken = Math.Min(buffer.Length, _capacity - _inBuffer);
            buffer[..taken].CopyTo(_buffer.AsSpan(_inBuffer));
            _inBuffer += taken;
            buffer = buffer[taken..];
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override void Flush()
    {
        // What was written is for reading back only.
    }

    /// <summary>Hands all that was written to a sink, piece by piece.</summary>
    public async ValueTask DrainAsync(Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> sink, CancellationToken cancellationToken)
    {
        if (_file is null || _inFile == 0)
        {
            await sink(_buffer.AsMemory(0, _inBuffer), cancellationToken);
            return;
        }

        Spill();
        _file.Position = 0;
        for (var left = _inFile; left > 0;)
        {
            var piece = _buffer.AsMemory(0, (int)Math.Min(left, _capacity));
            await ReadBackAsync(_file, piece, cancellationToken);
            await sink(piece, cancellationToken);
            left -= piece.Length;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            if (_file is not null)
            {
                _file.Dispose();
                _disk.Delete(_path);
            }
        }

        base.Dispose(disposing);
    }

    // The caller takes an IOException for trouble with its own source.
    private async ValueTask ReadBackAsync(Stream file, Memory<byte> piece, CancellationToken cancellationToken)
    {
        try
        {
            await file.ReadExactlyAsync(piece, cancellationToken);
        }
        catch (IOException error)
        {
            throw new StorageException(StorageFault.Other, _path, $"{_path}: {error.Message}", error);
        }
    }

    private void Spill()
    {
        if (_file is null)
        {
            _disk.Delete(_path);        // a leftover of a build that a power cut ended
            _file = _disk.CreateFile(_path);
        }

        _file.Position = _inFile;
        _file.Write(_buffer.AsSpan(0, _inBuffer));
        _inFile += _inBuffer;
        _inBuffer = 0;
    }
}
