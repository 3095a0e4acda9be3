using OfficeNode.Core;
using OfficeNode.Core.Disk;

namespace OfficeNode.Host.Desk;

/// <summary>A package that lies in the desk's tree with all its sidecars.</summary>
/// <param name="Scope">What the folder it lies in is for.</param>
/// <param name="Folder">Relative to the tree's root, as <c>Patents/Updates</c>.</param>
public sealed record ArrivedPackage(PackageName Name, string ZipPath, PackageScope Scope, string Folder);

/// <summary>A package that has not arrived completely.</summary>
public sealed record WaitingPackage(string Package, string Folder, IReadOnlyList<string> Missing);

/// <summary>What lies in the desk's tree.</summary>
/// <param name="Others">Files that are no packages and no parts of one, relative to the root.</param>
public sealed record TreeContents(IReadOnlyList<ArrivedPackage> Arrived, IReadOnlyList<WaitingPackage> Waiting, IReadOnlyList<string> Others);

/// <summary>The folders of a receiving desk: a folder per collection with one per scope in it, and one for receipts.</summary>
/// <remarks>The tree is WIPO's (facts/patentscope.md [V]). Senders write into it; the desk only reads, makes missing folders and writes receipts.</remarks>
public sealed class DeskTree
{
    private static readonly string[] Collections = ["Patents", "Trademarks", "Designs"];

    private static readonly (string Folder, PackageScope Scope)[] Scopes =
        [("Full_Extraction", PackageScope.Full), ("Updates", PackageScope.Updates), ("Test", PackageScope.Test)];

    // The order in which they are looked for; the signature comes last because senders write it last.
    private static readonly string[] Endings = [".zip", ".members.jsonl", ".manifest.json", ".manifest.json.p7s"];

    private readonly string _root;

    public DeskTree(string root) => _root = root;

    public string Receipts => Path.Combine(_root, "Receipts");

    /// <summary>Makes the folders that are not there: senders make none.</summary>
    /// <exception cref="StorageException">The root is not writable.</exception>
    public void Create(IDisk disk)
    {
        foreach (var folder in Collections.SelectMany(collection => Scopes.Select(scope => Path.Combine(_root, collection, scope.Folder))).Append(Receipts))
        {
            disk.CreateFolder(folder);
        }
    }

    /// <summary>Looks through all folders, in name order within each.</summary>
    public TreeContents Scan()
    {
        var (arrived, waiting, others) = (new List<ArrivedPackage>(), new List<WaitingPackage>(), new List<string>());
        foreach (var collection in Collections)
        {
            foreach (var (name, scope) in Scopes)
            {
                var folder = $"{collection}/{name}";
                foreach (var (stem, files) in Stems(folder, others))
                {
                    Sort(stem, files, folder, scope, arrived, waiting, others);
                }
            }
        }

        return new TreeContents(arrived, waiting, others);
    }

    /// <summary>The names in a folder that have one of a package's endings, with the endings each has.</summary>
    private SortedDictionary<string, HashSet<string>> Stems(string folder, List<string> others)
    {
        var stems = new SortedDictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var entry in new DirectoryInfo(Path.Combine(_root, folder)).EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            // A link leads to what its maker could not have put here himself.
            var ending = entry is FileInfo { LinkTarget: null } ? Endings.FirstOrDefault(known => entry.Name.EndsWith(known, StringComparison.Ordinal)) : null;
            if (ending is null)
            {
                others.Add($"{folder}/{entry.Name}");
                continue;
            }

            var stem = entry.Name[..^ending.Length];
            (stems.TryGetValue(stem, out var endings) ? endings : stems[stem] = new HashSet<string>(StringComparer.Ordinal)).Add(ending);
        }

        return stems;
    }

    private void Sort(
        string stem, HashSet<string> files, string folder, PackageScope scope, List<ArrivedPackage> arrived, List<WaitingPackage> waiting, List<string> others)
    {
        var name = PackageName.Parse(stem);
        if (!name.Success)
        {
            others.AddRange(files.Select(ending => $"{folder}/{stem}{ending}"));
        }
        else if (files.Count == Endings.Length)
        {
            arrived.Add(new ArrivedPackage(name.Value, Path.Combine(_root, folder, name.Value.ZipFile), scope, folder));
        }
        else
        {
            waiting.Add(new WaitingPackage(stem, folder, [.. Endings.Where(ending => !files.Contains(ending)).Select(ending => stem + ending)]));
        }
    }
}
