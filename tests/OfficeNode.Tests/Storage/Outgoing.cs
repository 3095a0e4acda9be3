using OfficeNode.Core;
using OfficeNode.Storage.Tables;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Storage;

/// <summary>A node with records and the packages that carry them, one step of their way at a time.</summary>
internal sealed class Outgoing : IDisposable
{
    public const string Destination = "brand-database";

    public Outgoing() => Dossiers = [.. Enumerable.Range(1, 3).Select(serial => Node.Save(SampleRecords.Trademark(serial)))];

    public TestNode Node { get; } = new();

    public IReadOnlyList<DossierId> Dossiers { get; }

    public long Reserve(PackageScope scope = PackageScope.Full) => Node.Register.Note(session =>
    {
        var sequence = session.Packages.NextSequence(Destination);
        return session.Packages.Reserve(PackageName.Parse($"XX-marks-{sequence:D4}").Value, Destination, scope, sequence, """{"name":"brand-database"}""");
    });

    /// <summary>Lists records in a reserved package.</summary>
    public void Fill(long package, string content, int operation, params IReadOnlyList<DossierId> dossiers) => Node.Register.Note(session =>
    {
        foreach (var dossier in dossiers)
        {
            session.Packages.AddContent(package, ContentOf(session.Dossiers.Get(dossier), content, operation));
        }
    });

    public void Seal(long package) => Node.Register.Note(session => session.Packages.Seal(package, 1000, Digest.Of("zip"u8), 7, 3));

    /// <summary>A sealed package with these records in the outbox.</summary>
    public long Send(string content, params IReadOnlyList<DossierId> dossiers) => Send(content, 0, PackageScope.Full, dossiers);

    public long Send(string content, int operation, PackageScope scope, params IReadOnlyList<DossierId> dossiers)
    {
        var package = Reserve(scope);
        Fill(package, content, operation, dossiers);
        Seal(package);
        Node.Register.Note(session =>
        {
            session.Deliveries.Queue(package);
            session.Exports.QueueContents(package, Destination);
        });
        return package;
    }

    public ExportState? StateOf(DossierId dossier) => Node.Read(session => session.Exports.Of(dossier, Destination));

    public void Dispose() => Node.Dispose();

    private static PackageContent ContentOf(Dossier dossier, string content, int operation) => new()
    {
        Ordinal = (int)dossier.Id.Value,
        Dossier = dossier.Id,
        Revision = dossier.Revision,
        Operation = operation,
        Twin = 1,
        Content = Digest.Of(System.Text.Encoding.UTF8.GetBytes(content)),
        Opened = [DocumentCode.MarkImage],
        Pages = [new PackagedPage { Document = DocumentCode.MarkImage, Sequence = 1, Master = Digest.Of("m"u8), Frame = 0, Profile = "png/1", Path = "a/b.png" }],
    };
}
