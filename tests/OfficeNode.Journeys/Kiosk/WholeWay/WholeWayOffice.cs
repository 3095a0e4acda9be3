using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Journeys.Service;
using OfficeNode.Packaging;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Kiosk.WholeWay;

/// <summary>A fresh node with its paper, a scanner, and a receiver behind a real SFTP server whose desk answers with signed receipts. What is done here is done by commands and by paper, never at a screen.</summary>
internal sealed class WholeWayOffice : IAsyncDisposable
{
    public const string Destination = "patentscope";

    private readonly LoopbackSshServer _server;
    private readonly Desk _desk;

    private WholeWayOffice(TestNode node, LoopbackSshServer server, StackOfPapers papers, ServedNode served, Desk desk)
    {
        Node = node;
        _server = server;
        Papers = papers;
        Served = served;
        _desk = desk;
    }

    public TestNode Node { get; }

    public StackOfPapers Papers { get; }

    public ServedNode Served { get; }

    /// <summary>A node as an administrator leaves it before anybody opens the kiosk: the line to the receiver is set, and the scanner was tried with an empty feeder.</summary>
    /// <param name="folder">Where the papers lie.</param>
    public static async Task<WholeWayOffice> OpenAsync(string language, string folder, CancellationToken cancellation)
    {
        var papers = new StackOfPapers(folder, language);
        var node = await TestNode.CreateAsync(papers.Filings[0].Country, language == "ar" ? "مكتب الملكية الصناعية" : "Industrial Property Office", "--language", language);
        var server = LoopbackSshServer.Start();
        TestNode.MakeReceiverTree(server.Root, "Patents");
        var desk = new Desk(node, Path.Combine(server.Root, "Receipts"));
        await node.DoAsync(
            "destination", "set", Destination, "--sftp", FormattableString.Invariant($"{LoopbackSshServer.User}@127.0.0.1:{server.Port}"), "--root", "", "--key", server.IdentityFile,
            "--host-key", string.Join(' ', server.PublicHostKey.Split(' ').Take(2)), "--acknowledgement", "signed");
        await node.DoAsync("trust", "add", desk.CertificateFile, "--for", Destination);
        var tried = await node.RunAsync("scan", "--source", papers.Source);
        Assert.That(tried.Count("pages"), Is.Zero, tried.Everything);
        return new WholeWayOffice(node, server, papers, await ServedNode.StartAsync(node, node.Time, cancellation), desk);
    }

    /// <summary>Waits until the service has read all pages.</summary>
    public async Task AllIsReadAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (Node.Read(session => session.Readings.AnyWaiting()))
        {
            await timer.WaitForNextTickAsync(cancellation);
        }
    }

    /// <summary>What a dossier is called.</summary>
    public DossierName DossierOf(long id) => Node.Read(session => session.Dossiers.Get(new DossierId(id))).Name;

    /// <summary>The packages that lie at the receiver.</summary>
    public IReadOnlyList<string> Arrived() => [.. Directory.GetFiles(Path.Combine(_server.Root, "Patents", "Updates"), "*.zip").Order(StringComparer.Ordinal)];

    /// <summary>Lays the receiver's signed answer where the node looks for it.</summary>
    public void Answer(string package, params IReadOnlyList<Finding> refusals) => _desk.Answer(package, refusals.Count > 0 ? ReceiptOutcome.Partly : ReceiptOutcome.Accepted, refusals);

    public async ValueTask DisposeAsync()
    {
        await Served.DisposeAsync();
        _desk.Dispose();
        _server.Dispose();
        Node.Dispose();
    }
}
