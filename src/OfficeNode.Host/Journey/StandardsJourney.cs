using System.IO.Compression;
using OfficeNode.Core;
using OfficeNode.Core.Disk;

namespace OfficeNode.Host.Journey;

/// <summary>Installs official schema sets, as the office got them from WIPO: a folder or a ZIP file with <c>.xsd</c> and <c>.dtd</c> files.</summary>
public sealed class StandardsJourney
{
    /// <summary>More than the largest official set (ST.96: 69 files, 12 MB) by far, less than what could fill a disk.</summary>
    private const int MostFiles = 5_000;
    private const long MostBytes = 500_000_000;

    private static readonly string[] Extensions = [".xsd", ".dtd", ".ent", ".mod", ".elements"];

    private readonly Node _node;

    public StandardsJourney(Node node) => _node = node;

    /// <summary>Installs all files below a folder or inside a ZIP; each folder that holds schemas becomes one set.</summary>
    /// <returns>The names of the files installed, by set; empty when the source holds no schemas.</returns>
    /// <exception cref="InvalidDataException">The ZIP is broken, or the source is larger than any official set.</exception>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Add(string source)
    {
        var files = Directory.Exists(source) ? OfFolder(source) : OfZip(source);
        var sets = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var group in files.GroupBy(file => Path.GetDirectoryName(file.Path) ?? "").OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var set = SetName(source, group.Key);
            Install(Path.Combine(_node.Folder.Standards, set), [.. group]);
            sets[set] = [.. group.Select(file => Path.GetFileName(file.Path)).Order(StringComparer.Ordinal)];
        }

        return sets;
    }

    private sealed record SchemaFile(string Path, Func<byte[]> Read);

    private static List<SchemaFile> OfFolder(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(IsSchema)
            .Select(file => new FileInfo(file))
            .ToList();
        DemandBounds(files.Count, files.Sum(file => file.Length));
        return [.. files.Select(file => new SchemaFile(Path.GetRelativePath(folder, file.FullName), () => File.ReadAllBytes(file.FullName)))];
    }

    private static List<SchemaFile> OfZip(string file)
    {
        using var zip = ZipFile.OpenRead(file);
        var entries = zip.Entries.Where(entry => IsSchema(entry.FullName)).ToList();
        DemandBounds(entries.Count, entries.Sum(entry => entry.Length));
        return [.. entries.Select(entry =>
        {
            var bytes = ReadEntry(entry);
            return new SchemaFile(entry.FullName.Replace('\\', '/'), () => bytes);
        })];
    }

    private static byte[] ReadEntry(ZipArchiveEntry entry)
    {
        // The directory's length was checked against the bounds; an entry that holds more is lying.
        var bytes = new byte[entry.Length];
        using var stream = entry.Open();
        stream.ReadExactly(bytes);
        return stream.ReadByte() < 0 ? bytes : throw new InvalidDataException($"{entry.FullName} is longer than its directory says.");
    }

    private static bool IsSchema(string path) => Extensions.Contains(Path.GetExtension(path).ToLowerInvariant());

    private static void DemandBounds(int files, long bytes)
    {
        if (files > MostFiles || bytes > MostBytes)
        {
            throw new InvalidDataException($"{files} files with {bytes} bytes are more than any official schema set: at most {MostFiles} files, {MostBytes} bytes.");
        }
    }

    /// <summary>A name that two different folders never share, made of words a person recognises.</summary>
    private static string SetName(string source, string folder)
    {
        var words = string.Concat($"{Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(source))}-{folder}"
            .Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')).Trim('-');
        var digest = Digest.Of(System.Text.Encoding.UTF8.GetBytes(Path.GetFullPath(source) + "\n" + folder)).Value[..8];
        return $"{words}-{digest}";
    }

    private void Install(string set, IReadOnlyList<SchemaFile> files)
    {
        _node.Disk.CreateFolder(set);
        foreach (var file in files)
        {
            WholeFile.Replace(_node.Disk, Path.Combine(set, Path.GetFileName(file.Path)), stream => stream.Write(file.Read()));
        }

        _node.Disk.SyncFolder(_node.Folder.Standards);
    }
}
