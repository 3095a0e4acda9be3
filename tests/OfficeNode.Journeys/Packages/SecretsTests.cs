using System.Runtime.Versioning;
using System.Security.Cryptography;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Packages;

/// <summary>Keys stay with the service: modes on disk, nothing of them in anything the program says or sends.</summary>
public sealed class SecretsTests
{
    private const int ShownBytes = 24;

    [Test]
    [Platform("Linux", Reason = "Windows has no modes: the data directory's access list decides.")]
    [SupportedOSPlatform("linux")]
    public async Task Key_files_are_for_the_service_alone()
    {
        using var node = await WorkedNodeAsync([]);

        var files = Directory.GetFiles(node.Folder.Keys, "*", SearchOption.AllDirectories).Where(file => IsPrivateKey(File.ReadAllBytes(file))).ToList();

        Assert.That(files, Has.Count.EqualTo(2));
        Assert.That(files.Select(File.GetUnixFileMode), Has.All.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.That(File.GetUnixFileMode(node.Folder.Keys), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
    }

    [Test]
    public async Task No_command_shows_and_no_package_holds_any_part_of_a_private_key()
    {
        var runs = new List<ProgramRun>();
        using var node = await WorkedNodeAsync(runs);
        var secrets = Directory.GetFiles(node.Folder.Keys).Select(File.ReadAllBytes).Where(IsPrivateKey).SelectMany(PiecesOf).ToList();

        var said = string.Join('\n', runs.Select(run => run.Everything));
        var sent = Directory.GetFiles(node.Receiver, "*", SearchOption.AllDirectories).Select(File.ReadAllBytes).ToList();

        Assert.That(secrets, Is.Not.Empty);
        Assert.That(sent, Is.Not.Empty);
        Assert.That(said, Does.Not.Contain("PRIVATE KEY"));
        Assert.That(secrets.Where(secret => said.Contains(secret, StringComparison.OrdinalIgnoreCase)), Is.Empty);
        Assert.That(secrets.Where(secret => sent.Any(bytes => bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(secret)) >= 0)), Is.Empty);
    }

    /// <summary>A node that has run every command, faults among them.</summary>
    private static async Task<TestNode> WorkedNodeAsync(List<ProgramRun> runs)
    {
        var node = await GeneratedRecords.OpenMarksAsync(2, 1, "--sidecars", "true");
        IReadOnlyList<string>[] lines =
        [
            ["package", "--destination", "brand-database", "--scope", "full"],
            ["sync", "--once"],
            ["destination", "set", "design-database", "--sftp", "nobody@127.0.0.1:1"],
            ["destination", "list"],
            ["keys", "export"],
            ["keys", "export", "--to", node.PathOf("node.pem")],
            ["trust", "add", node.PathOf("node.pem"), "--for", "intake"],
            ["trust", "add", Path.Combine(node.Folder.Keys, "node.key"), "--for", "intake"],
            ["import", Path.Combine(node.Folder.Keys, "node.key")],
            ["import", Corpus.Office("designs.csv"), "--map", Path.Combine(node.Folder.Keys, "sftp")],
            ["pages", "add", "--dossier", GeneratedRecords.Dossiers(Right.Trademark, 1)[0], "--document", "MRK", Path.Combine(node.Folder.Keys, "sftp")],
            ["validate", "--all"],
            ["status"],
        ];
        foreach (var line in lines)
        {
            runs.Add(await node.RunAsync(line));
            runs.Add(await node.RunPlainAsync(line));
        }

        return node;
    }

    private static bool IsPrivateKey(byte[] bytes)
    {
        if (bytes.AsSpan().IndexOf("PRIVATE KEY"u8) >= 0)
        {
            return true;
        }

        try
        {
            using var key = ECDsa.Create();
            key.ImportPkcs8PrivateKey(bytes, out _);
            return true;
        }
        catch (CryptographicException)
        {
            return false;   // a certificate or a public half
        }
    }

    /// <summary>The key as it might be shown: lines of its text, or its bytes in base64 and hexadecimal.</summary>
    private static IEnumerable<string> PiecesOf(byte[] key)
    {
        var text = System.Text.Encoding.ASCII.GetString(key);
        if (text.Contains("PRIVATE KEY", StringComparison.Ordinal))
        {
            return text.Split('\n').Where(line => line.Length > ShownBytes && !line.Contains('-', StringComparison.Ordinal)).Skip(2);
        }

        // The head of PKCS#8 is the same for every key; the tail of this file is its public half.
        using var parsed = ECDsa.Create();
        parsed.ImportPkcs8PrivateKey(key, out _);
        var secret = parsed.ExportParameters(includePrivateParameters: true).D ?? [];
        return [Convert.ToHexString(secret), Convert.ToBase64String(secret), Convert.ToBase64String(key)[^ShownBytes..]];
    }
}
