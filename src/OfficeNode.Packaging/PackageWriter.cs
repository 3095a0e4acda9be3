using System.IO.Pipelines;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Packaging.Json;
using OfficeNode.Packaging.Signatures;
using OfficeNode.Packaging.Zip;

namespace OfficeNode.Packaging;

/// <summary>Builds packages: the ZIP, the member list, the manifest and its signature.</summary>
/// <remarks>
/// Equal members in equal order give equal bytes of the ZIP, whatever the system and the day (the sidecars hold time and signature). Memory
/// does not grow with the package. Thread-safe for packages of different names.
/// </remarks>
public sealed class PackageWriter
{
    // Between the two threads lies at most this much, enough to ride over a slow write.
    private const int PipeCapacity = 4 * 1024 * 1024;
    private const int SegmentSize = 256 * 1024;

    private readonly IDisk _disk;
    private readonly NodeKey _key;

    public PackageWriter(IDisk disk, NodeKey key)
    {
        _disk = disk;
        _key = key;
    }

    /// <summary>Builds a package in the building folder, replacing what an earlier attempt at this name left there.</summary>
    /// <returns>What was built, synced with its folder. <see cref="Place"/> moves it out.</returns>
    /// <exception cref="PackageException">
    /// A member is damaged or has a bad name; <see cref="PackageException.Member"/> says which. What was written is deleted. For a damaged
    /// member the caller marks its master and builds again without the record.
    /// </exception>
    /// <exception cref="StorageException">The disk is full or fails. What was written is deleted as far as the disk allows.</exception>
    public async Task<SealedPackage> WriteAsync(
        PackageOrder order, IAsyncEnumerable<PackageMember> members, string buildingFolder, CancellationToken cancellationToken)
    {
        DeleteAll(order.Name, buildingFolder);
        try
        {
            return await BuildAsync(order, members, buildingFolder, cancellationToken);
        }
        catch (Exception)
        {
            DeleteWhatCanBe(order.Name, buildingFolder);
            throw;
        }
    }

    /// <summary>Moves a package into a folder of the same file system, the ZIP last, and syncs both folders (I6).</summary>
    /// <exception cref="StorageException">A file of that name is there, or the disk fails. Where the ZIP is, its sidecars are.</exception>
    public SealedPackage Place(SealedPackage package, string folder)
    {
        foreach (var file in SealedPackage.FilesOf(package.Name))
        {
            _disk.Move(Path.Combine(package.Folder, file), Path.Combine(folder, file));
        }

        _disk.SyncFolder(folder);
        _disk.SyncFolder(package.Folder);
        return package with { Folder = folder };
    }

    private async Task<SealedPackage> BuildAsync(
        PackageOrder order, IAsyncEnumerable<PackageMember> members, string folder, CancellationToken cancellationToken)
    {
        using var list = new MemberList(_disk, Path.Combine(folder, order.Name.MembersFile));
        using var sink = new PackageSink(_disk, Path.Combine(folder, order.Name.ZipFile));
        var count = await WriteZipAsync(members, list, sink, Path.Combine(folder, order.Name.Value), cancellationToken);
        foreach (var prefix in sink.Prefixes)
        {
            list.Add(prefix);
        }

        var zip = new ManifestFile(order.Name.ZipFile, sink.Length, sink.Sha256);
        var manifest = Describe(order, zip, list.Finish(order.Name.MembersFile), list.Counts().Append(KeyValuePair.Create("members", count)));
        Sign(order.Name, manifest, folder);
        _disk.SyncFolder(folder);
        return new SealedPackage(order.Name, folder, zip.Length, zip.Sha256, count, manifest);
    }

    private async Task<long> WriteZipAsync(
        IAsyncEnumerable<PackageMember> members, MemberList list, PackageSink sink, string workPath, CancellationToken cancellationToken)
    {
        var pipe = new Pipe(new PipeOptions(
            pauseWriterThreshold: PipeCapacity, resumeWriterThreshold: PipeCapacity / 2, minimumSegmentSize: SegmentSize, useSynchronizationContext: false));
        var taking = Task.Run(() => sink.RunAsync(pipe.Reader, cancellationToken), CancellationToken.None);
        var filling = FillAsync(pipe.Writer, members, list, workPath, cancellationToken);
        await Task.WhenAll(filling, taking);        // whichever fails first ends the other with its own error
        return await filling;
    }

    private async Task<long> FillAsync(
        PipeWriter output, IAsyncEnumerable<PackageMember> members, MemberList list, string workPath, CancellationToken cancellationToken)
    {
        try
        {
            await using var zip = new ZipWriter(output, _disk, workPath);
            await foreach (var member in members.WithCancellation(cancellationToken))
            {
                list.Add(member, await zip.AddAsync(member.Path, member.Content, cancellationToken));
            }

            await zip.CompleteAsync(cancellationToken);
            await output.CompleteAsync();
            return zip.Count;
        }
        catch (Exception error)
        {
            await output.CompleteAsync(error);
            throw;
        }
    }

    private static Manifest Describe(PackageOrder order, ManifestFile zip, ManifestFile members, IEnumerable<KeyValuePair<string, long>> counts) => new()
    {
        Package = order.Name,
        Scope = order.Scope,
        Destination = order.Destination,
        Office = order.Office,
        Created = order.Created.ToUniversalTime(),
        Zip = zip,
        Members = members,
        Counts = new SortedDictionary<string, long>(order.Counts.Concat(counts).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal),
        Standards = order.Standards,
        SchemaValidated = order.NotValidatedBecause is null,
        NotValidatedBecause = order.NotValidatedBecause,
        AuditHead = order.AuditHead,
        Codec = order.Codec,
    };

    private void Sign(PackageName name, Manifest manifest, string folder)
    {
        var json = ManifestJson.Write(manifest);
        var most = PackagingLimits.Default.Manifest;
        if (json.Length > most)
        {
            throw new PackageException(PackageFault.TooLarge, name.Value, $"The manifest of {name} has {json.Length} bytes: expected at most {most}.");
        }

        WriteFile(Path.Combine(folder, name.ManifestFile), json);
        WriteFile(Path.Combine(folder, name.SignatureFile), _key.Sign(json));
    }

    private void WriteFile(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = _disk.CreateFile(path);
        file.Write(bytes);
        _disk.Sync(file);
    }

    private void DeleteAll(PackageName name, string folder)
    {
        foreach (var file in SealedPackage.FilesOf(name))
        {
            _disk.Delete(Path.Combine(folder, file));
        }
    }

    // The failure that ended the build is the one to report; what cannot be deleted now is no package and is swept with the other orphans (I6).
    private void DeleteWhatCanBe(PackageName name, string folder)
    {
        foreach (var file in SealedPackage.FilesOf(name))
        {
            try
            {
                _disk.Delete(Path.Combine(folder, file));
            }
            catch (StorageException)
            {
                continue;
            }
        }
    }
}
