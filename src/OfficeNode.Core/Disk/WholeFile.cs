namespace OfficeNode.Core.Disk;

/// <summary>Small files that are there whole or not at all, whatever stops the machine.</summary>
public static class WholeFile
{
    /// <summary>Writes a file beside its final name, makes it durable and puts it in place of what was there.</summary>
    /// <param name="write">Writes the content; runs once.</param>
    /// <exception cref="StorageException">The old file, if there was one, is untouched.</exception>
    public static void Replace(IDisk disk, string path, Action<Stream> write, FileAudience audience = FileAudience.Office)
    {
        var unfinished = path + ".new";
        disk.Delete(unfinished);
        using (var file = disk.CreateFile(unfinished, audience))
        {
            write(file);
            disk.Sync(file);
        }

        disk.Replace(unfinished, path);
        disk.SyncFolder(Path.GetDirectoryName(Path.GetFullPath(path)) ?? path);
    }
}
