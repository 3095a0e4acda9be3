using System.Buffers.Binary;
using System.Globalization;
using OfficeNode.Capture;
using OfficeNode.Core.Checksums;
using OfficeNode.Core.Disk;
using OfficeNode.Storage;

namespace OfficeNode.Host.Journey;

/// <summary>The files of previews in <c>derived/previews</c>, named by what they show: <c>ab/ab….0.thumbnail-1.png</c>. Thread-safe, also between processes.</summary>
/// <remarks>
/// A preview can be made again, so nothing waits for the medium: it is written under another name and renamed. A power cut may then leave the name with
/// no bytes, some of them or zeros in their place. Each file therefore ends with a seal, a mark and the CRC-32 of all bytes before it, behind the end of the image, where browsers do not
/// look: without a true seal a file counts as not there, and is made again in its place.
/// </remarks>
public sealed class PreviewFiles
{
    /// <summary>Begins the name of a file that is being written.</summary>
    internal const string Unfinished = ".";

    private const int SealLength = 8;

    // Behind the name of the size: the number grows when previews are drawn otherwise. Those drawn before are swept as they grow old.
    private const int Drawing = 1;

    private static readonly string[] Extensions = ["png", "jpg"];

    private readonly IDisk _disk;

    public PreviewFiles(NodeFolder folder, IDisk disk)
    {
        Folder = folder.Previews;
        _disk = disk;
    }

    /// <summary>Where they lie, in 256 folders by the first letters of their masters' digests.</summary>
    internal string Folder { get; }

    private static ReadOnlySpan<byte> SealMark => "ONpv"u8;

    /// <summary>Whether a file has the name of this preview, whole or not.</summary>
    public bool Has(WantedPreview wanted) => Array.Exists(Extensions, extension => File.Exists(PathOf(wanted, extension)));

    /// <summary>The preview; null when it is not there or not whole. Reads all of it.</summary>
    public PreviewFile? Find(WantedPreview wanted) =>
        Extensions.Select(extension => Read(PathOf(wanted, extension), extension)).FirstOrDefault(file => file is not null);

    /// <summary>Keeps a preview; one that is there already stays where it is whole.</summary>
    /// <exception cref="StorageException">The disk does not take it; nothing half is under its name.</exception>
    public PreviewFile Keep(WantedPreview wanted, ReadOnlyMemory<byte> image, string extension)
    {
        var path = PathOf(wanted, extension);
        var folder = FolderOf(wanted);
        var unfinished = Path.Combine(folder, Unfinished + Path.GetRandomFileName());
        _disk.CreateFolder(folder);
        var seal = SealOf(image.Span);
        try
        {
            using (var file = _disk.CreateFile(unfinished))
            {
                file.Write(image.Span);
                file.Write(seal);
            }

            return Placed(unfinished, path, extension) ?? FileOf(path, extension, seal);
        }
        catch (StorageException)
        {
            DeleteOrLeave(unfinished);
            throw;
        }
    }

    private static PreviewFile? Read(string path, string extension)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            return bytes.Length > SealLength && bytes.AsSpan(^SealLength..) is var seal && seal.SequenceEqual(SealOf(bytes.AsSpan(..^SealLength))) ? FileOf(path, extension, seal) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Not there, or on a bad sector: it is made again, and where the disk is at fault that says so.
            return null;
        }
    }

    private static byte[] SealOf(ReadOnlySpan<byte> image)
    {
        var seal = new byte[SealLength];
        SealMark.CopyTo(seal);
        BinaryPrimitives.WriteUInt32LittleEndian(seal.AsSpan(SealMark.Length), Crc32.Of(image));
        return seal;
    }

    private static PreviewFile FileOf(string path, string extension, ReadOnlySpan<byte> seal) =>
        new(path, extension == "png" ? "image/png" : "image/jpeg", $"\"{Path.GetFileNameWithoutExtension(path)}.{Convert.ToHexStringLower(seal[SealMark.Length..])}\"");

    /// <summary>Gives a file its name; null unless another process was quicker, whose file is then the preview.</summary>
    private PreviewFile? Placed(string unfinished, string path, string extension)
    {
        try
        {
            _disk.Move(unfinished, path);
            return null;
        }
        catch (StorageException error) when (error.Fault == StorageFault.Exists)
        {
            if (Read(path, extension) is not { } there)
            {
                _disk.Replace(unfinished, path);
                return null;
            }

            DeleteOrLeave(unfinished);
            return there;
        }
    }

    // What cannot be deleted is swept with what a stop left.
    private void DeleteOrLeave(string unfinished)
    {
        try
        {
            _disk.Delete(unfinished);
        }
        catch (StorageException)
        {
            return;
        }
    }

    private string FolderOf(WantedPreview wanted) => Path.Combine(Folder, wanted.Master.Digest.Value[..2]);

    private string PathOf(WantedPreview wanted, string extension)
    {
        var size = wanted.Size switch
        {
            PreviewSize.Thumbnail => "thumbnail",
            PreviewSize.Screen => "screen",
            _ => "full",
        };
        return Path.Combine(FolderOf(wanted), string.Create(CultureInfo.InvariantCulture, $"{wanted.Master.Digest}.{wanted.Frame}.{size}-{Drawing}.{extension}"));
    }
}
