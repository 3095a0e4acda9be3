using OfficeNode.Core;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>Clears what a stop left of packages (I6): under a name that was only reserved nothing may lie. To be run under the lease <c>package</c>.</summary>
internal sealed class PackageSweep
{
    private readonly Node _node;

    public PackageSweep(Node node) => _node = node;

    public void Run()
    {
        foreach (var file in Directory.EnumerateFiles(_node.Folder.Building))
        {
            _node.Disk.Delete(file);
        }

        foreach (var package in _node.Register.Read(session => session.Packages.InState(PackageState.Reserved)))
        {
            foreach (var file in FilesOf(package.Name))
            {
                _node.Disk.Delete(Path.Combine(_node.Folder.Packages, file));
            }

            _node.Register.Note(session => session.Packages.Abandon(package.Id));
        }
    }

    private static IEnumerable<string> FilesOf(PackageName name) => [name.ZipFile, name.ManifestFile, name.SignatureFile, name.MembersFile];
}
