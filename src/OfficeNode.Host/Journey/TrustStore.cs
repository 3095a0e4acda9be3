using OfficeNode.Core.Disk;
using OfficeNode.Packaging.Signatures;
using OfficeNode.Storage;

namespace OfficeNode.Host.Journey;

/// <summary>The certificates that this node pins: the desk of a destination, or the offices whose packages this desk takes in.</summary>
/// <remarks>One DER file per certificate below <c>keys/trusted/USE</c>, named by its fingerprint.</remarks>
public sealed class TrustStore
{
    /// <summary>The use of certificates of offices whose packages <c>intake</c> accepts.</summary>
    public const string Intake = "intake";

    private readonly NodeFolder _folder;
    private readonly IDisk _disk;

    public TrustStore(NodeFolder folder, IDisk disk)
    {
        _folder = folder;
        _disk = disk;
    }

    /// <summary>The certificates pinned for a use; none when nobody pinned any.</summary>
    public IReadOnlyList<TrustedCertificate> For(string use) => !Directory.Exists(PathOf(use)) ? [] :
    [
        .. Directory.EnumerateFiles(PathOf(use), "*.cer").Order(StringComparer.Ordinal)
            .Select(file => TrustedCertificate.Parse(File.ReadAllBytes(file)))
            .Where(parsed => parsed.Success)
            .Select(parsed => parsed.Value),
    ];

    /// <summary>Pins a certificate for a use; does nothing when it is pinned already.</summary>
    public void Add(string use, TrustedCertificate certificate)
    {
        var file = Path.Combine(PathOf(use), certificate.Fingerprint + ".cer");
        if (File.Exists(file))
        {
            return;
        }

        _disk.CreateFolder(PathOf(use), FileAudience.Service);
        WholeFile.Replace(_disk, file, stream => stream.Write(certificate.Der.Span), FileAudience.Service);
    }

    private string PathOf(string use) => Path.Combine(_folder.Keys, "trusted", use);
}
