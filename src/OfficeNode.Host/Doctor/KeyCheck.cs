using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Kiosk;
using OfficeNode.Packaging.Signatures;
using OfficeNode.Storage;

namespace OfficeNode.Host.Doctor;

/// <summary>The node's keys: a pair that fits, and private halves that nobody else may read.</summary>
internal sealed class KeyCheck
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private readonly NodeFolder _folder;

    public KeyCheck(NodeFolder folder) => _folder = folder;

    public IEnumerable<Finding> Run()
    {
        yield return Pair();
        if (OperatingSystem.IsWindows())
        {
            yield break;   // there the data directory's access list decides
        }

        string[] secrets = [Path.Combine(_folder.Keys, NodeKey.KeyFile), LineKeys.PrivateKey(_folder), KioskCertificate.PathIn(_folder)];
        foreach (var file in secrets.Where(File.Exists))
        {
            if ((File.GetUnixFileMode(file) & Others) is not UnixFileMode.None and var open)
            {
                yield return new Finding(DoctorFindings.KeysOpen, Severity.Error) { File = file, Found = open.ToString(), Expected = "0600" };
            }
        }
    }

    private Finding Pair()
    {
        try
        {
            using var key = NodeKey.Load(_folder.Keys);
            return new Finding(DoctorFindings.KeysOk, Severity.Info) { Found = key.Certificate.Fingerprint.Value };
        }
        catch (StorageException error)
        {
            return new Finding(DoctorFindings.KeysUnusable, Severity.Error) { File = error.Path, Found = error.Message };
        }
    }
}
