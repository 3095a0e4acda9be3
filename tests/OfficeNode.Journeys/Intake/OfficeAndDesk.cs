using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Desk;
using OfficeNode.Host.Journey;
using OfficeNode.Packaging;
using OfficeNode.Packaging.Signatures;

namespace OfficeNode.Journeys.Intake;

/// <summary>An office with a published mark and a receiving desk, each a node of its own, who have exchanged their certificates.</summary>
internal sealed class OfficeAndDesk : IDisposable
{
    /// <summary>A word mark of the sample office and one with a picture.</summary>
    public static readonly IReadOnlyList<string> Marks = ["T-2015-2015/0007", "T-2017-2017/0002"];

    private readonly IReadOnlyList<string> _published;
    private bool _isFilled;

    private OfficeAndDesk(TestNode office, IReadOnlyList<string> published) => (Office, _published) = (office, published);

    public TestNode Office { get; }

    public TestNode Desk { get; } = new();

    /// <summary>The folder that the office delivers into and the desk reads from.</summary>
    public string Root => Office.Receiver;

    public string Receipts => Path.Combine(Root, "Receipts");

    /// <summary>Makes both.</summary>
    /// <param name="published">The marks of the sample office that are open.</param>
    public static async Task<OfficeAndDesk> CreateAsync(params IReadOnlyList<string> published)
    {
        var both = new OfficeAndDesk(await TestNode.CreateAsync(), published);
        await both.Desk.DoAsync("init", "--office", "WO", "--name", "Desk");
        await both.ExchangeCertificatesAsync();
        await both.Office.ReceiveInFolderAsync("brand-database", "Trademarks", "--acknowledgement", "signed", "--sidecars", "true");
        return both;
    }

    /// <summary>Packages and delivers; gives the path of the ZIP where the desk finds it.</summary>
    public async Task<string> SendAsync(string scope = "full")
    {
        await FillAsync();
        var run = await Office.DoAsync("package", "--destination", "brand-database", "--scope", scope);
        await Office.DoAsync("sync", "--once");
        var name = run.Json.GetProperty("packages")[0].GetProperty("name").GetString();
        return Directory.EnumerateFiles(Root, name + ".zip", SearchOption.AllDirectories).Single();
    }

    public Task<ProgramRun> IntakeAsync() => Desk.RunAsync("intake", "--root", Root);

    /// <summary>An intake of which the limits or the disk are chosen.</summary>
    public async Task<IntakeResult> IntakeAsync(DeskLimits limits, IDisk disk)
    {
        using var node = Node.Open(Desk.Folder.Root, disk, Desk.Time);
        using var journey = new IntakeJourney(node, Root, limits);
        return await journey.RunAsync(null, CancellationToken.None);
    }

    /// <summary>Builds a package by hand with the office's key, lays it into a folder of the tree and gives the path of the ZIP.</summary>
    public async Task<string> BuildAsync(string name, IEnumerable<PackageMember> members, string folder = "Trademarks/Full_Extraction", string office = "XX")
    {
        using var key = NodeKey.Load(Office.Folder.Keys);
        return await BuildAsync(key, name, members, folder, office);
    }

    /// <summary>Builds a package with any key.</summary>
    public async Task<string> BuildAsync(NodeKey key, string name, IEnumerable<PackageMember> members, string folder, string office)
    {
        var order = new PackageOrder
        {
            Name = PackageName.Parse(name).Value,
            Destination = "brand-database",
            Scope = PackageScope.Full,
            Office = OfficeCode.Parse(office).Value,
            Standards = [new StandardVersion("ST.96", "V6_0")],
            NotValidatedBecause = "made by hand",
            Created = Office.Time.GetUtcNow(),
            Codec = "deflate",
        };
        var target = Path.Combine(Root, folder);
        var built = await new PackageWriter(new PhysicalDisk(), key).WriteAsync(order, members.ToAsyncEnumerable(), target, CancellationToken.None);
        return built.ZipPath;
    }

    /// <summary>The four files of a package.</summary>
    public static IReadOnlyList<string> FilesOf(string zip) =>
        [zip, Path.ChangeExtension(zip, ".members.jsonl"), Path.ChangeExtension(zip, ".manifest.json"), Path.ChangeExtension(zip, ".manifest.json.p7s")];

    /// <summary>Where the receipt of a package belongs.</summary>
    public string ReceiptOf(string zip) => Path.Combine(Receipts, Path.GetFileNameWithoutExtension(zip) + ".receipt.json");

    public void Dispose()
    {
        Office.Dispose();
        Desk.Dispose();
    }

    // Only where something is sent: most tests lay packages of their own into the tree.
    private async Task FillAsync()
    {
        if (_isFilled)
        {
            return;
        }

        await Office.RunAsync(SampleOffice.ImportOf("trademarks"));
        foreach (var mark in _published)
        {
            await Office.DoAsync("publish", mark, "--act", "registration", "--date", "2018-01-01", "--by", "A. Registrar", "--gazette", "2018-01");
        }

        _isFilled = true;
    }

    private async Task ExchangeCertificatesAsync()
    {
        await Office.DoAsync("keys", "export", "--to", Office.PathOf("office.cer"));
        await Desk.DoAsync("keys", "export", "--to", Desk.PathOf("desk.cer"));
        await Office.DoAsync("trust", "add", Desk.PathOf("desk.cer"), "--for", "brand-database");
        await Desk.DoAsync("trust", "add", Office.PathOf("office.cer"), "--for", "intake");
    }
}
