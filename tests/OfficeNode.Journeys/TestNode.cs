using NUnit.Framework;
using OfficeNode.Core.Disk;
using OfficeNode.Core.People;
using OfficeNode.Host.Commands;
using OfficeNode.Storage;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys;

/// <summary>A node of its own for one test, worked by its commands: as child processes, or in this process with clock and disk handed in.</summary>
internal sealed class TestNode : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The node's day where a command runs in this process.</summary>
    public OfficeDay Time { get; } = new(2026, 11, 20);

    /// <summary>The disk where a command runs in this process.</summary>
    public IDisk Disk { get; set; } = new PhysicalDisk();

    /// <summary>Standard input where a command runs in this process.</summary>
    public string Input { get; set; } = "";

    /// <summary>Hashing that costs nothing, for tests of what is not about its cost.</summary>
    public static SecretOptions QuickSecrets { get; } = new() { Iterations = 2 };

    public NodeFolder Folder => new(_folder.PathOf("node"));

    /// <summary>The receiver's folder, once <see cref="ReceiveInFolderAsync"/> made it.</summary>
    public string Receiver => _folder.PathOf("receiver");

    /// <summary>A new node of the sample office.</summary>
    public static Task<TestNode> CreateAsync() => CreateAsync(Corpus.OfficeCode, "Tamarelle");

    /// <summary>A new node of any office.</summary>
    public static async Task<TestNode> CreateAsync(string office, string name, params IReadOnlyList<string> more)
    {
        var node = new TestNode();
        await node.DoAsync(["init", "--office", office, "--name", name, .. more]);
        return node;
    }

    /// <summary>Another node with all that lies in and beside this one: the same office with the same keys. Nobody may work here meanwhile.</summary>
    public TestNode Copy()
    {
        var copy = new TestNode();
        foreach (var folder in Directory.EnumerateDirectories(_folder.Path, "*", SearchOption.AllDirectories))
        {
            var made = Directory.CreateDirectory(copy.PathOf(Path.GetRelativePath(_folder.Path, folder)));
            if (!OperatingSystem.IsWindows())
            {
                made.UnixFileMode = File.GetUnixFileMode(folder);
            }
        }

        foreach (var file in Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, copy.PathOf(Path.GetRelativePath(_folder.Path, file)));
        }

        return copy;
    }

    /// <summary>A path beside the node's folder.</summary>
    public string PathOf(string relative) => _folder.PathOf(relative);

    /// <summary>Runs a command in this process, with <c>--json</c>.</summary>
    public Task<ProgramRun> RunAsync(params IReadOnlyList<string> arguments) => RunPlainAsync([.. arguments, "--json"]);

    /// <summary>Runs a command in this process, as a person would.</summary>
    public async Task<ProgramRun> RunPlainAsync(params IReadOnlyList<string> arguments)
    {
        await using var output = new StringWriter();
        await using var messages = new StringWriter();
        using var input = new StringReader(Input);
        var edge = new CommandEdge(Disk, Time, output, messages, terminal: false) { Secrets = SecretInput.Of(input), SecretOptions = QuickSecrets };
        var code = await CommandTree.RunAsync(edge, Line(arguments));
        return new ProgramRun(code, output.ToString(), messages.ToString());
    }

    /// <summary>Runs a command in this process that must succeed.</summary>
    public async Task<ProgramRun> DoAsync(params IReadOnlyList<string> arguments)
    {
        var run = await RunAsync(arguments);
        Assert.That(run.ExitCode, Is.Zero, $"{string.Join(' ', arguments)}: {run.Everything}");
        return run;
    }

    /// <summary>Runs a command as a process of its own, with <c>--json</c>.</summary>
    public Task<ProgramRun> ProcessAsync(params IReadOnlyList<string> arguments) => ProgramRun.OfAsync(Line([.. arguments, "--json"]));

    /// <summary>The command line for this node.</summary>
    public IReadOnlyList<string> Line(IReadOnlyList<string> arguments) => [.. arguments, "--data", Folder.Root];

    /// <summary>Reads the register as another program would see it.</summary>
    public T Read<T>(Func<RegisterSession, T> work)
    {
        using var register = Register.Open(Folder, Time);
        return register.Read(work);
    }

    /// <summary>Brings a destination to the agreed state with a folder as its line and the receiver's tree in it.</summary>
    public async Task ReceiveInFolderAsync(string destination, string collection, params IReadOnlyList<string> more)
    {
        MakeReceiverTree(Receiver, collection);
        await DoAsync(
        [
            "destination", "set", destination, "--state", "agreed", "--reference", "Letter 7", "--date", "2026-01-05", "--by", "A. Registrar", "--folder", Receiver, .. more,
        ]);
    }

    /// <summary>The folders that a receiver keeps for a collection.</summary>
    public static void MakeReceiverTree(string root, string collection)
    {
        foreach (var folder in new[] { "Full_Extraction", "Updates", "Test" })
        {
            Directory.CreateDirectory(Path.Combine(root, collection, folder));
        }

        Directory.CreateDirectory(Path.Combine(root, "Receipts"));
    }

    public void Dispose() => _folder.Dispose();
}
