using System.Security.Cryptography;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;
using OfficeNode.Packaging.Signatures;
using OfficeNode.Storage;

namespace OfficeNode.Benchmarks;

/// <summary>Makes a node as <c>init</c> does, on the real disk.</summary>
internal static class BenchmarkNode
{
    public static OfficeCode Office { get; } = OfficeCode.Parse("XX").Value;

    public static Node Create(string root)
    {
        var disk = new PhysicalDisk();
        var folder = new NodeFolder(root);
        folder.Create(disk);
        using var random = RandomNumberGenerator.Create();
        using var key = NodeKey.Create(Office, "benchmark", TimeProvider.System, random);
        key.Save(disk, folder.Keys);
        new SettingsStore(folder, disk).Save(NodeSettings.New(Office, "benchmark"));
        return Node.Open(root, disk, TimeProvider.System);
    }
}
