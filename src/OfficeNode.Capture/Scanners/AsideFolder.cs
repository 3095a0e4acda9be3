using System.Globalization;
using System.Text;
using OfficeNode.Core.Disk;

namespace OfficeNode.Capture.Scanners;

/// <summary>Moves files out of the way into a folder beside, without ever replacing one that is there (I10).</summary>
internal static class AsideFolder
{
    // Of all common file systems; Linux counts bytes, Windows and macOS UTF-16 units, of which there are never more.
    private const int LongestName = 255;

    /// <summary>Moves a file and makes the move durable; keeps its name, or makes it unique as <c>page (2).tif</c>. Does nothing when the file is gone.</summary>
    public static void Move(IDisk disk, string path, string folder)
    {
        disk.CreateFolder(folder);
        for (var number = 1; File.Exists(path); number++)
        {
            try
            {
                disk.Move(path, Path.Combine(folder, Name(Path.GetFileName(path), number)));
                disk.SyncFolder(folder);
                disk.SyncFolder(Path.GetDirectoryName(path)!);   // the path of a file in a folder
                return;
            }
            catch (StorageException error) when (error.Fault == StorageFault.Exists)
            {
                // The next number.
            }
            catch (StorageException error) when (error.Fault == StorageFault.Missing && !File.Exists(path))
            {
                return;
            }
        }
    }

    internal static string Name(string name, int number)
    {
        if (number == 1)
        {
            return name;
        }

        var ending = string.Create(CultureInfo.InvariantCulture, $" ({number}){Path.GetExtension(name)}");
        var stem = Path.GetFileNameWithoutExtension(name);
        var room = LongestName - Encoding.UTF8.GetByteCount(ending);
        return room > 0 ? Cut(stem, room) + ending : Cut(name, LongestName - 16) + string.Create(CultureInfo.InvariantCulture, $" ({number})");
    }

    /// <summary>The first letters that have room, none of them halved.</summary>
    private static string Cut(string text, int bytes)
    {
        var kept = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            bytes -= rune.Utf8SequenceLength;
            if (bytes < 0)
            {
                break;
            }

            kept.Append(rune);
        }

        return kept.ToString();
    }
}
