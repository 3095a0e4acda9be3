using System.Globalization;
using System.Text.RegularExpressions;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Disk;

namespace OfficeNode.Capture.Scanners;

/// <summary>The folder where <c>scanimage</c> writes sides, and what the names and the bytes in it say after any stop.</summary>
/// <remarks>
/// <para><c>simplex-000007.tif</c> is the front of sheet 7; <c>duplex-000013.tif</c> and <c>duplex-000014.tif</c> are its front and back. While a side is
/// written its name ends in <c>.part</c>; scanimage renames it then.</para>
/// <para>The name alone proves nothing: on a full disk scanimage 1.2.1 renames the side that it could not write and goes on as if all were well, and
/// after a power cut a name may be there without its bytes. So each side's header is read before anybody believes in it.</para>
/// </remarks>
internal sealed partial class SideSpool
{
    private const string UnfinishedFolder = "unfinished";
    private const string RefusedFolder = "refused";
    private const string PartEnding = ".part";

    // What a file that was cut short, or never written, looks like; other faults are the page's own and for the caller to judge.
    private static readonly string[] CutShort = [CaptureFindings.Empty, CaptureFindings.Truncated, CaptureFindings.UnknownFormat];

    private readonly string _folder;
    private readonly ImageLimits _limits;
    private readonly IDisk _disk;

    public SideSpool(string folder, ImageLimits limits, IDisk disk)
    {
        _folder = Path.GetFullPath(folder);
        _limits = limits;
        _disk = disk;
    }

    // A percent sign would be taken for the place of the number.
    private string BatchPrefix => "--batch=" + _folder.Replace("%", "%%", StringComparison.Ordinal) + Path.DirectorySeparatorChar;

    /// <summary>The argument that has sides written into this folder.</summary>
    public string BatchArgument(bool duplex) => $"{BatchPrefix}{(duplex ? "duplex" : "simplex")}-%06d.tif";

    public bool IsBatchArgument(string argument) => argument.StartsWith(BatchPrefix, StringComparison.Ordinal);

    /// <summary>The number in the name of a sheet's first side.</summary>
    public static int FirstNumber(int sheet, bool duplex) => duplex ? (2 * sheet) - 1 : sheet;

    /// <summary>The side that a file name stands for; null for other files.</summary>
    public ScannedSide? SideOf(string name)
    {
        var match = SideName().Match(Path.GetFileName(name));
        if (!match.Success)
        {
            return null;
        }

        var number = int.Parse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var duplex = match.Groups["kind"].ValueSpan is "duplex";
        return new(
            duplex ? (number + 1) / 2 : number,
            duplex && number % 2 == 0 ? Side.Back : Side.Front,
            Path.Combine(_folder, Path.GetFileName(name)),
            null);
    }

    /// <summary>Whether all of a side's bytes are there.</summary>
    public bool IsWhole(ScannedSide side)
    {
        try
        {
            using var file = System.IO.File.OpenRead(side.Path);
            return !ImageHeaderReader.Read(file, null, _limits).Findings.Any(finding => CutShort.Contains(finding.Rule));
        }
        catch (FileNotFoundException)
        {
            return false;   // the scan that is under way has just taken it
        }
    }

    /// <summary>What is left from a run that was stopped, as it stands; changes nothing.</summary>
    /// <param name="firstSheet">The sheet after the last that the caller has entered.</param>
    public SpoolLeftovers Survey(int firstSheet)
    {
        var files = Directory.EnumerateFiles(_folder).ToList();
        var sides = files.Select(SideOf).OfType<ScannedSide>().OrderBy(side => side.Sheet).ThenBy(side => side.Side).ToList();
        var broken = sides.Where(side => !IsWhole(side)).ToHashSet();

        // Paper goes through in order: behind a sheet that must be scanned again nothing can be kept without getting pages out of order.
        var again = sides.Where(side => side.Sheet >= firstSheet && (broken.Contains(side) || LacksBack(side, sides)))
            .Select(side => (int?)side.Sheet)
            .FirstOrDefault();
        var whole = sides.Where(side => !broken.Contains(side)).ToList();
        var kept = whole.Where(side => again is null || side.Sheet < again).ToList();
        var parts = files.Where(file => file.EndsWith(PartEnding, StringComparison.Ordinal) && SideOf(file[..^PartEnding.Length]) is not null);
        return new(
            kept,
            [.. whole.Except(kept)],
            [.. parts, .. broken.Select(side => side.Path)],
            again ?? Math.Max(firstSheet, kept.Count == 0 ? 1 : kept[^1].Sheet + 1));
    }

    /// <summary>Clears away what is unfinished and gives the sides that are whole.</summary>
    public SpoolLeftovers Recover(int firstSheet)
    {
        var left = Survey(firstSheet);
        foreach (var scrap in left.Scraps)
        {
            _disk.Delete(scrap);
        }

        foreach (var side in left.Behind)
        {
            AsideFolder.Move(_disk, side.Path, Path.Combine(_folder, UnfinishedFolder));
        }

        return left;
    }

    public void Take(ScannedSide side) => _disk.Delete(side.Path);

    public void Refuse(ScannedSide side) => AsideFolder.Move(_disk, side.Path, Path.Combine(_folder, RefusedFolder));

    // The run was stopped between the two sides of the last sheet. In the middle of the list a back that is not there was settled.
    private static bool LacksBack(ScannedSide side, List<ScannedSide> sides) =>
        side.Side == Side.Front && side == sides[^1] && Path.GetFileName(side.Path).StartsWith("duplex", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?<kind>simplex|duplex)-(?<number>[0-9]{6,9})\.tif$", RegexOptions.ExplicitCapture)]
    private static partial Regex SideName();
}

/// <summary>What a stopped run left in its spool.</summary>
/// <param name="Sides">Whole sides in order, to be entered.</param>
/// <param name="Behind">Whole sides of a sheet that must be scanned again, and of those after it: kept aside.</param>
/// <param name="Scraps">Files that are no whole side: what scanimage had not finished, or the disk did not take.</param>
/// <param name="NextSheet">The sheet that goes on top of the feeder.</param>
internal sealed record SpoolLeftovers(IReadOnlyList<ScannedSide> Sides, IReadOnlyList<ScannedSide> Behind, IReadOnlyList<string> Scraps, int NextSheet);
