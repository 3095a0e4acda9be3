using System.Text;

namespace OfficeNode.Packaging.Zip;

/// <summary>Which paths a member may have: such that unpacking on any system makes exactly this file below the target folder.</summary>
public static class MemberPath
{
    /// <summary>The most bytes of UTF-8 of one name between slashes: the limit of ext4 and most others.</summary>
    public const int LongestName = 255;

    /// <summary>The most bytes of UTF-8 of the whole path: generous beside the 260 of plain Windows paths.</summary>
    public const int Longest = 1024;

    // What Windows does not allow in names; the backslash also parts folders there, the colon names drives and streams.
    private const string Unfit = "\\:*?\"<>|";

    private static readonly string[] Devices =
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })];

    /// <summary>What a good path would be like, in words; null when this one is good.</summary>
    public static string? Complaint(string path)
    {
        if (path.Length == 0 || Encoding.UTF8.GetByteCount(path) > Longest)
        {
            return $"a path of 1 to {Longest} bytes";
        }

        if (path[0] == '/' || path[^1] == '/')
        {
            return "a relative path of a file";
        }

        foreach (var name in path.AsSpan().Split('/'))
        {
            if (ComplaintOfName(path.AsSpan(name)) is { } complaint)
            {
                return complaint;
            }
        }

        return null;
    }

    /// <summary>The path as file systems compare it that know no case and one normal form: two members with equal keys would be one file.</summary>
    internal static string Key(string path) => (System.Text.Ascii.IsValid(path) ? path : path.Normalize(NormalizationForm.FormC)).ToUpperInvariant();

    private static string? ComplaintOfName(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || Encoding.UTF8.GetByteCount(name) > LongestName)
        {
            return $"names of 1 to {LongestName} bytes between the slashes";
        }

        if (name is "." or ".." || name[^1] is '.' or ' ')
        {
            return "names that do not end with a dot or blank";
        }

        foreach (var letter in name)
        {
            if (char.IsControl(letter) || Unfit.Contains(letter, StringComparison.Ordinal))
            {
                return $"names without control characters and {Unfit}";
            }
        }

        return IsDevice(name) ? "a name that is no device of Windows" : null;
    }

    private static bool IsDevice(ReadOnlySpan<char> name)
    {
        var dot = name.IndexOf('.');
        var stem = (dot < 0 ? name : name[..dot]).TrimEnd(' ');
        foreach (var device in Devices)
        {
            if (stem.Equals(device, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
