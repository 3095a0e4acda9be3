using System.Security.Cryptography;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Packaging;
using OfficeNode.Packaging.Signatures;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys;

/// <summary>A receiving desk with a key of its own, whose answers the node trusts once told so.</summary>
internal sealed class Desk : IDisposable
{
    private readonly TestNode _node;
    private readonly string _receipts;
    private readonly NodeKey _key;

    /// <param name="receipts">The folder into which it answers; left out, that of the node's receiver.</param>
    public Desk(TestNode node, string? receipts = null)
    {
        _node = node;
        _receipts = receipts ?? Path.Combine(node.Receiver, "Receipts");
        using var random = RandomNumberGenerator.Create();
        _key = NodeKey.Create(OfficeCode.Parse(Corpus.OfficeCode).Value, "Desk", node.Time, random);
        File.WriteAllBytes(CertificateFile, _key.Certificate.Der.ToArray());
    }

    public string CertificateFile => _node.PathOf("desk.cer");

    /// <summary>Lays a signed receipt for a package where the node looks for it.</summary>
    public void Answer(string package, ReceiptOutcome outcome, params IReadOnlyList<Finding> findings)
    {
        var row = _node.Read(session => session.Packages.Find(PackageName.Parse(package).Value)) ?? throw new InvalidOperationException($"There is no package {package}.");
        var refused = outcome == ReceiptOutcome.Refused ? row.Records ?? 0 : findings.Count;
        var receipt = new Receipt
        {
            Package = row.Name,
            Sha256 = row.Digest ?? throw new InvalidOperationException($"{package} is not sealed."),
            Length = row.Length ?? 0,
            Outcome = outcome,
            Received = _node.Time.GetUtcNow(),
            Desk = "desk",
            RecordsAccepted = (row.Records ?? 0) - refused,
            RecordsRefused = refused,
            Findings = findings,
        };
        new ReceiptWriter(new PhysicalDisk(), _key, PackagingLimits.Default).Write(receipt, _receipts);
    }

    public void Dispose() => _key.Dispose();
}
