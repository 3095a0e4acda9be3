using OfficeNode.Standards.Schemas;
using OfficeNode.Storage;

namespace OfficeNode.Host.Journey;

/// <summary>The official schema sets that the office installed; each lies in its own folder below <c>standards/</c>.</summary>
public static class InstalledStandards
{
    /// <summary>Schemas by file name, from whichever set has it; sets in name order. Schemas that name their parts in subfolders find them: each folder became a set.</summary>
    public static SchemaSet Open(NodeFolder folder)
    {
        var sets = Directory.Exists(folder.Standards) ? Directory.GetDirectories(folder.Standards).Order(StringComparer.Ordinal).ToArray() : [];
        return new SchemaSet(name => sets.Select(set => Path.Combine(set, name[(name.LastIndexOf('/') + 1)..])).FirstOrDefault(File.Exists) is { } file ? File.OpenRead(file) : null);
    }
}
