using OfficeNode.Core;
using OfficeNode.Core.Disk;

namespace OfficeNode.Capture.Scanners;

/// <summary>Sources of pages as commands and settings name them: <c>sane:NAME?option=value</c> (<see cref="SaneAddress"/>) or <c>folder:PATH</c>.</summary>
public static class ScannerSource
{
    private const string Expected = "sane:NAME or folder:PATH";

    /// <summary>The scanner that a source names. Whether it is there shows when it is asked to scan.</summary>
    public static ParseResult<IScanner> Open(string source, ScannerOptions options, IDisk disk, TimeProvider time)
    {
        var parts = source.Split(':', 2);
        return (parts[0], parts.Length == 1 ? "" : parts[1]) switch
        {
            ("sane", var name) => SaneAddress.Parse(name) is { Success: true } address
                ? ParseResult<IScanner>.Read(new SaneScanner(address.Value, options, disk, time))
                : ParseResult<IScanner>.Refuse(SaneAddress.Parse(name).Expected!),   // not read: it says what was expected
            ("folder", var path) when IsPath(path) => ParseResult<IScanner>.Read(new FolderScanner(path, options, disk, time)),
            _ => ParseResult<IScanner>.Refuse(Expected),
        };
    }

    /// <summary>The one name of a source: of a folder its full path, whatever the folder it is asked from and however it is spelt.</summary>
    public static string Canonical(string source) => source.Split(':', 2) is ["folder", var path] && IsPath(path)
        ? "folder:" + Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))
        : source;

    /// <summary>The source that names a SANE device.</summary>
    public static string OfDevice(string device) =>
        "sane:" + device.Replace("%", "%25", StringComparison.Ordinal).Replace("?", "%3F", StringComparison.Ordinal);

    private static bool IsPath(string path) => !string.IsNullOrWhiteSpace(path) && !path.Contains('\0', StringComparison.Ordinal);
}
