using OfficeNode.Core.Disk;

namespace OfficeNode.Sync.Sftp;

/// <summary>The key pair with which this node shows a server who it is.</summary>
public static class SshKey
{
    /// <summary>Makes an Ed25519 key pair without a passphrase (nobody is there at night to type one): <paramref name="path"/> and <c>.pub</c> beside it.</summary>
    /// <remarks>
    /// ssh-keygen makes it (the framework has no Ed25519) beside the final name, in a folder that only the service may enter; the files then go through
    /// <paramref name="disk"/> like every other. Windows' ssh wants a private key that nobody but the service's account may read: the data directory's access list sees to it.
    /// </remarks>
    /// <returns>The public key, to be sent to the receiver.</returns>
    /// <exception cref="StorageException">A key stands there already (<see cref="StorageFault.Exists"/>): it is never replaced, receivers know it.</exception>
    /// <exception cref="DeliveryException"><see cref="DeliveryFault.ProgramMissing"/>.</exception>
    public static async Task<HostKey> CreateAsync(IDisk disk, string path, string comment, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (File.Exists(path))
        {
            throw new StorageException(StorageFault.Exists, path, $"{path}: a key stands there already.");
        }

        var folder = Path.GetDirectoryName(path) ?? throw new ArgumentException("A file in a folder is expected.", nameof(path));
        disk.CreateFolder(folder, FileAudience.Service);
        var made = path + ".new";
        Discard(disk, made);
        await RunKeygenAsync(made, comment, clock, cancellationToken);
        var publicText = await File.ReadAllTextAsync(made + ".pub", cancellationToken);
        await CopyAsync(disk, made + ".pub", path + ".pub", cancellationToken);
        await CopyAsync(disk, made, path, cancellationToken);
        disk.SyncFolder(folder);
        Discard(disk, made);
        return HostKey.Parse(publicText).Value;
    }

    private static async Task CopyAsync(IDisk disk, string from, string to, CancellationToken cancellationToken)
    {
        disk.Delete(to);   // of a try that ended between the public and the private half; the private half was seen to be missing
        await using var file = disk.CreateFile(to, FileAudience.Service);
        await file.WriteAsync(await File.ReadAllBytesAsync(from, cancellationToken), cancellationToken);
        disk.Sync(file);
    }

    private static void Discard(IDisk disk, string made)
    {
        disk.Delete(made);
        disk.Delete(made + ".pub");
    }

    private static async Task RunKeygenAsync(string path, string comment, TimeProvider clock, CancellationToken cancellationToken)
    {
        var made = await SshTool.RunAsync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", comment, "-f", path], clock, cancellationToken);
        if (made.ExitCode != 0)
        {
            throw new StorageException(StorageFault.Other, path, $"{path}: ssh-keygen made no key: {made.Error.Trim()}");
        }
    }
}
