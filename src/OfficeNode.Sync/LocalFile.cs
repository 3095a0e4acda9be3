using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using OfficeNode.Core;

namespace OfficeNode.Sync;

/// <summary>A sealed file of this machine that is being sent; its bytes were checked against its digest when it was opened.</summary>
internal sealed class LocalFile : IDisposable
{
    private const int CheckedAtOnce = 1024 * 1024;

    private readonly SafeFileHandle _handle;
    private readonly string _path;

    private LocalFile(SafeFileHandle handle, string path)
    {
        _handle = handle;
        _path = path;
        Length = RandomAccess.GetLength(handle);
    }

    public long Length { get; }

    /// <summary>Opens the file and hashes it: two hours of a slow line are dearer than one second of reading.</summary>
    /// <exception cref="DeliveryException"><see cref="DeliveryFault.SourceDamaged"/>.</exception>
    public static async Task<LocalFile> OpenAsync(Upload upload, CancellationToken cancellationToken)
    {
        var file = Open(upload);
        var isSound = false;
        try
        {
            var found = await file.DigestAsync(cancellationToken);
            isSound = found == upload.Digest;
            return isSound ? file : throw Damaged(upload, found.Value, null);
        }
        catch (IOException error)
        {
            throw Damaged(upload, error.Message, error);
        }
        finally
        {
            if (!isSound)
            {
                file.Dispose();
            }
        }
    }

    /// <summary>Reads exactly the asked bytes.</summary>
    public async ValueTask ReadAsync(Memory<byte> target, long offset, CancellationToken cancellationToken)
    {
        while (target.Length > 0)
        {
            var read = await RandomAccess.ReadAsync(_handle, target, offset, cancellationToken);
            if (read == 0)
            {
                throw new DeliveryException(DeliveryFault.SourceDamaged, $"{_path} became shorter while it was sent: it ends at {offset}.")
                {
                    Path = _path,
                    Found = $"{offset} bytes",
                    Expected = $"{Length} bytes",
                };
            }

            target = target[read..];
            offset += read;
        }
    }

    public void Dispose() => _handle.Dispose();

    private static LocalFile Open(Upload upload)
    {
        try
        {
            return new LocalFile(File.OpenHandle(upload.LocalFile, options: FileOptions.Asynchronous), upload.LocalFile);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Damaged(upload, error.Message, error);
        }
    }

    private static DeliveryException Damaged(Upload upload, string found, Exception? inner) =>
        new(DeliveryFault.SourceDamaged, $"{upload.LocalFile} is not what was sealed: found {found}, expected {upload.Digest}.", inner)
        {
            Path = upload.LocalFile,
            Found = found,
            Expected = upload.Digest.Value,
        };

    private async Task<Digest> DigestAsync(CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[(int)Math.Clamp(Length, 1, CheckedAtOnce)];
        for (long offset = 0; offset < Length;)
        {
            var part = buffer.AsMemory(0, (int)Math.Min(buffer.Length, Length - offset));
            await ReadAsync(part, offset, cancellationToken);
            hash.AppendData(part.Span);
            offset += part.Length;
        }

        return Digest.FromHash(hash.GetHashAndReset());
    }
}
