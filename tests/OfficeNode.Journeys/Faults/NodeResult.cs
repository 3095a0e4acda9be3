using OfficeNode.Core;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Journeys.Faults;

/// <summary>What a node has in the end, without what may differ between two runs: keys, times, and the numbers of packages.</summary>
internal sealed record NodeResult(IReadOnlyList<string> Records, IReadOnlyList<string> Pages, IReadOnlyDictionary<string, string> Members, IReadOnlyList<string> Delivered)
{
    public static NodeResult Of(TestNode node, string receiver) => node.Read(session =>
    {
        var dossiers = session.Dossiers.After(new DossierId(0), int.MaxValue);
        return new NodeResult(
            [.. dossiers.Select(dossier => $"{dossier.Name} {Digest.Of(Core.Json.RecordJson.Write(session.Revisions.Get(dossier.Revision).Record))}").Order(StringComparer.Ordinal)],
            [.. dossiers.SelectMany(dossier => session.Pages.Of(dossier.Id).Select(page => $"{dossier.Name} {page.Document} {page.Sequence} {page.Frame} {page.Master.Digest}")).Order(StringComparer.Ordinal)],
            PackageContents.DigestsOf(session.Packages.InState(PackageState.Sealed).Select(package => Path.Combine(node.Folder.Packages, package.Name.ZipFile))),
            [.. Arrived(receiver)]);
    });

    /// <summary>The members of all packages that lie whole at the receiver.</summary>
    private static IEnumerable<string> Arrived(string receiver) => PackageContents
        .DigestsOf(Directory.EnumerateFiles(receiver, "*.zip", SearchOption.AllDirectories).Where(file => !Path.GetFileName(file).StartsWith('.')))
        .Select(member => $"{member.Key} {member.Value}");
}
