using System.Text.Json;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Core.Json;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Storage;

/// <summary>The stored bytes of a node: masters, imported sources, and images made of masters. Thread-safe.</summary>
/// <remarks>Files only: the rows that name them are the caller's next step, after these methods returned (I2).</remarks>
public sealed class PageStore
{
    private readonly NodeFolder _folder;
    private readonly IDisk _disk;
    private readonly DurableFiles _files;

    public PageStore(NodeFolder folder, IDisk disk)
    {
        _folder = folder;
        _disk = disk;
        _files = new DurableFiles(disk, folder.Incoming);
    }

    /// <summary>Makes bytes durable as a master (I1). The same bytes again give the same master.</summary>
    public async Task<Master> AddMasterAsync(Stream content, string extension, CancellationToken cancellation)
    {
        var facts = await _files.AddAsync(content, digest => _folder.MasterFile(digest, extension), cancellation);
        return new Master { Digest = facts.Digest, Extension = extension, Length = facts.Length, Crc32 = facts.Crc32 };
    }

    /// <summary>Keeps an imported document, once by digest.</summary>
    public Task<ContentFacts> AddSourceAsync(Stream content, string extension, CancellationToken cancellation) =>
        _files.AddAsync(content, digest => Path.Combine(_folder.Sources, $"{digest}.{extension}"), cancellation);

    /// <summary>Keeps an image made of a master.</summary>
    public Task<ContentFacts> AddDerivativeAsync(Stream content, string extension, CancellationToken cancellation) =>
        _files.AddAsync(content, digest => DerivedFile(digest, extension), cancellation);

    /// <summary>Keeps what was read on a page.</summary>
    public async Task<Digest> AddTextAsync(PageText text, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream(PageTextJson.Write(text), writable: false);
        return (await AddDerivativeAsync(bytes, PageTextJson.Extension, cancellation)).Digest;
    }

    /// <summary>What was read on a page; null when its file is gone or damaged, after which the page is to be read again.</summary>
    public PageText? ReadText(Digest digest)
    {
        try
        {
            using var file = File.OpenRead(DerivedFile(digest, PageTextJson.Extension));
            return PageTextJson.Read(file);
        }
        catch (Exception error) when (error is FileNotFoundException or InvalidDataException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Quarter turns to the right by which a page stood upright when it was read; null as for <see cref="ReadText"/>.</summary>
    public int? ReadTurns(Digest digest)
    {
        try
        {
            using var file = File.OpenRead(DerivedFile(digest, PageTextJson.Extension));
            return PageTextJson.ReadTurns(file);
        }
        catch (Exception error) when (error is FileNotFoundException or InvalidDataException or JsonException)
        {
            return null;
        }
    }

    public string PathOf(Master master) => _folder.MasterFile(master.Digest, master.Extension);

    public string PathOf(Derivative derivative) => DerivedFile(derivative.Digest, derivative.Extension);

    /// <summary>Whether a master's file still has the bytes its name promises; one that is gone or on a bad sector has not.</summary>
    /// <exception cref="StorageException">The file may not be read, which says nothing of its bytes.</exception>
    public async Task<bool> IsIntactAsync(Master master, CancellationToken cancellation)
    {
        try
        {
            var found = await DurableFiles.MeasureAsync(PathOf(master), cancellation);
            return found.Digest == master.Digest && found.Length == master.Length;
        }
        catch (StorageException error) when (error.Fault is StorageFault.Missing or StorageFault.Damaged)
        {
            return false;
        }
    }

    /// <summary>Removes what a stop left half written: files that nobody has written to since the given time.</summary>
    public int SweepIncoming(DateTimeOffset untouchedSince)
    {
        var leftovers = Directory.GetFiles(_folder.Incoming)
            .Where(file => File.GetLastWriteTimeUtc(file) < untouchedSince.UtcDateTime)
            .ToList();
        foreach (var leftover in leftovers)
        {
            _disk.Delete(leftover);
        }

        return leftovers.Count;
    }

    private string DerivedFile(Digest digest, string extension) => Path.Combine(_folder.Derived, $"{digest}.{extension}");
}
