using System.Security.Cryptography;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Journeys;

/// <summary>What must hold of a node at every moment at which its power may go, looked at from outside.</summary>
internal static class NodeInvariants
{
    /// <summary>Register whole, log chained, every named master there with its bytes (I1, I2), nothing half written under a final name (I6).</summary>
    public static void Check(TestNode node)
    {
        using var register = Register.Open(node.Folder, node.Time);

        Assert.Multiple(() =>
        {
            Assert.That(register.CheckIntegrity(), Is.Null, "the register's file");
            Assert.That(register.Read(session => session.Audit.FindBreak()), Is.Null, "the first broken entry of the audit log");
            Assert.That(register.Read(Counted), Is.EqualTo(register.Read(Present)), "the counts of dossiers by right and of pages");
            Assert.That(LostMasters(register, node.Folder), Is.Empty, "masters that a row names and the disk has not (I2)");
            Assert.That(FalseNames(node.Folder), Is.Empty, "stored files that do not have the bytes of their name (I1)");
            Assert.That(StrangePackages(register, node.Folder), Is.Empty, "packages under a final name that are neither sealed nor reserved (I6)");
            Assert.That(FalseSeals(register, node.Folder), Is.Empty, "sealed packages without the bytes that were sealed (I5, I6, I8)");
        });
    }

    /// <summary>Once the same command has run again: only sealed packages have files, and nothing is under construction.</summary>
    public static void CheckSwept(TestNode node)
    {
        using var register = Register.Open(node.Folder, node.Time);
        var isSealed = register.Read(session => session.Packages.InState(PackageState.Sealed)).Select(package => package.Name.ZipFile);

        Assert.Multiple(() =>
        {
            Assert.That(Directory.GetFiles(node.Folder.Packages, "*.zip").Select(Path.GetFileName), Is.EquivalentTo(isSealed));
            Assert.That(Directory.GetFiles(node.Folder.Building), Is.Empty);
            Assert.That(register.Read(session => session.Packages.InState(PackageState.Reserved)), Is.Empty);
        });
    }

    private static (string, long) Counted(RegisterSession session) =>
        (string.Join(' ', session.Dossiers.Counts().OrderBy(count => count.Key).Select(count => $"{count.Key}:{count.Value}")), session.Pages.Count());

    private static (string, long) Present(RegisterSession session)
    {
        var dossiers = session.Dossiers.After(default, int.MaxValue);
        return (string.Join(' ', dossiers.CountBy(dossier => dossier.Right).OrderBy(count => count.Key).Select(count => $"{count.Key}:{count.Value}")), dossiers.Sum(dossier => session.Pages.Of(dossier.Id).Count));
    }

    private static List<string> LostMasters(Register register, NodeFolder folder) =>
    [
        .. MastersOf(register)
            .Where(master => DigestOf(folder.MasterFile(master.Digest, master.Extension)) != master.Digest)
            .Select(master => master.Digest.Value),
    ];

    private static List<Master> MastersOf(Register register) => register.Read(session => session.Masters.After("", int.MaxValue).ToList());

    // A file's name is the digest of its bytes: true of masters, sources and derived images, whether a row names them or not. Previews are named by what they show.
    private static List<string> FalseNames(NodeFolder folder) =>
    [
        .. new[] { folder.Masters, folder.Sources, folder.Derived }
            .SelectMany(place => Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories))
            .Where(file => Path.GetDirectoryName(file) != folder.Incoming && !file.StartsWith(folder.Previews, StringComparison.Ordinal) && DigestOf(file)?.Value != Path.GetFileName(file).Split('.')[0]),
    ];

    private static List<string> StrangePackages(Register register, NodeFolder folder)
    {
        var known = register.Read(session => session.Packages.All()).Where(package => package.State != PackageState.Abandoned).Select(package => package.Name.ZipFile).ToHashSet();
        return [.. Directory.EnumerateFiles(folder.Packages, "*.zip").Where(file => !known.Contains(Path.GetFileName(file)))];
    }

    private static List<string> FalseSeals(Register register, NodeFolder folder) =>
    [
        .. register.Read(session => session.Packages.InState(PackageState.Sealed))
            .Where(package => DigestOf(Path.Combine(folder.Packages, package.Name.ZipFile)) != package.Digest)
            .Select(package => package.Name.Value),
    ];

    private static Digest? DigestOf(string file)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        using var stream = File.OpenRead(file);
        return Digest.FromHash(SHA256.HashData(stream));
    }
}
