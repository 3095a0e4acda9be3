using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Texts;
using OfficeNode.Storage;

namespace OfficeNode.Host.Doctor;

/// <summary>The data directory: there, writable, whose, with room, without leftovers.</summary>
internal sealed class FolderCheck
{
    private readonly NodeFolder _folder;
    private readonly IDisk _disk;

    public FolderCheck(NodeFolder folder, IDisk disk)
    {
        _folder = folder;
        _disk = disk;
    }

    public IEnumerable<Finding> Run()
    {
        if (!Directory.Exists(_folder.Root) || !Directory.Exists(_folder.Locks))
        {
            yield return new Finding(DoctorFindings.FolderMissing, Severity.Error) { File = _folder.Root };
            yield break;
        }

        yield return Writable();
        if (OperatingSystem.IsLinux() && LinuxOwner.Of(_folder.Root) is { } owner && owner != LinuxOwner.Self)
        {
            yield return new Finding(DoctorFindings.FolderOwner, Severity.Warning)
            {
                File = _folder.Root,
                Found = LinuxOwner.Self.ToString(CultureInfo.InvariantCulture),
                Expected = owner.ToString(CultureInfo.InvariantCulture),
            };
        }

        yield return Room();
        if (Leftovers() is > 0 and var count)
        {
            yield return new Finding(DoctorFindings.Leftovers, Severity.Info) { Found = count.ToString(CultureInfo.InvariantCulture) };
        }
    }

    private Finding Writable()
    {
        var probe = Path.Combine(_folder.Locks, "doctor.probe");
        try
        {
            _disk.Delete(probe);
            _disk.CreateFile(probe).Dispose();
            _disk.Delete(probe);
            return new Finding(DoctorFindings.FolderOk, Severity.Info) { File = _folder.Root, Found = Environment.UserName };
        }
        catch (StorageException error)
        {
            return new Finding(DoctorFindings.FolderNotWritable, Severity.Error) { File = _folder.Root, Found = error.Message, Expected = Environment.UserName };
        }
    }

    private Finding Room()
    {
        var free = _disk.FreeBytes(_folder.Root);
        return new Finding(
            free < DiskRoom.Low ? DoctorFindings.DiskLow : DoctorFindings.DiskOk,
            free < DiskRoom.Short ? Severity.Error : free < DiskRoom.Low ? Severity.Warning : Severity.Info)
        {
            Found = StatusWords.Size(free),
            Expected = StatusWords.Size(DiskRoom.Low),
        };
    }

    private int Leftovers() => Directory.EnumerateFiles(_folder.Incoming).Count() + Directory.EnumerateFiles(_folder.Building).Count();
}
