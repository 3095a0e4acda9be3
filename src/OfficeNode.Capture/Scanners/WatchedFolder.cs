using OfficeNode.Capture.Native;

namespace OfficeNode.Capture.Scanners;

/// <summary>What a folder holds now: the files that others saved, as far as they are any of ours to take.</summary>
internal sealed class WatchedFolder
{
    /// <summary>Where files go that are entered.</summary>
    public const string Taken = "taken";

    /// <summary>Where files go that cannot be.</summary>
    public const string Refused = "refused";

    // Names under which programs write before they rename: browsers, copiers, synchronisers.
    private static readonly string[] Unfinished = [".part", ".partial", ".tmp", ".temp", ".crdownload", ".filepart"];

    // The character that stands for bytes that are no text. Such a file cannot be opened by the name that the system gives us.
    private const char Unreadable = '\uFFFD';

    private readonly string _path;

    public WatchedFolder(string path) => _path = Path.GetFullPath(path);

    public string PathOf(string name) => Path.Combine(_path, name);

    /// <summary>All files that are to be taken once they rest, by name.</summary>
    /// <exception cref="ScannerException">The folder is not there, or may not be read.</exception>
    public Dictionary<string, FileState> Look()
    {
        try
        {
            var files = new Dictionary<string, FileState>(StringComparer.Ordinal);
            foreach (var file in new DirectoryInfo(_path).EnumerateFiles())
            {
                if (IsWanted(file) && StateOf(file) is { } state)
                {
                    files[file.Name] = state;
                }
            }

            return files;
        }
        catch (DirectoryNotFoundException error)
        {
            throw new ScannerException(ScannerFault.NotFound, _path, $"{_path}: there is no such folder.", error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new ScannerException(ScannerFault.Denied, _path, error.Message, error);
        }
        catch (IOException error)
        {
            throw new ScannerException(ScannerFault.Gone, _path, error.Message, error);   // a share whose server is switched off
        }
    }

    /// <summary>How a file stands now; null when it is gone.</summary>
    public FileState? StateOf(string name) => StateOf(new FileInfo(PathOf(name)));

    /// <summary>Whether somebody still writes the file, as far as the system tells.</summary>
    public bool IsBeingWritten(string name)
    {
        try
        {
            // Where systems keep count of writers by themselves (Windows), this is refused while there is one.
            using var file = File.OpenHandle(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read);
            return OperatingSystem.IsLinux() && LinuxFiles.HasWriter(file) == true;
        }
        catch (FileNotFoundException)
        {
            return false;   // vanished: it will not be in the next look
        }
        catch (IOException)
        {
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;   // it cannot be read at all: the caller finds that out, and refuses it
        }
    }

    private static FileState? StateOf(FileInfo file)
    {
        try
        {
            file.Refresh();
            return file.Exists ? new(file.Length, file.LastWriteTimeUtc)
                : IsOutOfReach(file) ? new(-1, default)
                : null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private static bool IsWanted(FileInfo file)
    {
        if (file.Name.StartsWith('.') || IsOutOfReach(file))
        {
            return !file.Name.StartsWith('.');
        }

        const FileAttributes NotOurs = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint;
        return (file.Attributes & NotOurs) == 0
            && !Unfinished.Contains(file.Extension.ToLowerInvariant())
            && (!OperatingSystem.IsLinux() || LinuxFiles.IsRegular(file.FullName));
    }

    private static bool IsOutOfReach(FileInfo file) => file.Name.Contains(Unreadable, StringComparison.Ordinal) && !file.Exists;
}

/// <summary>What changes while somebody writes a file.</summary>
/// <param name="Length">Bytes; -1 where the name is no text and the file out of reach.</param>
internal readonly record struct FileState(long Length, DateTime Written)
{
    public bool IsOutOfReach => Length < 0;
}
