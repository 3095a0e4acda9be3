using System.Globalization;
using OfficeNode.Capture.Scanners;
using OfficeNode.Core.Disk;

namespace OfficeNode.TestWorker;

/// <summary>A caller of scanners that can be killed: it enters sides into a folder as the service enters pages into its register.</summary>
internal static class ScanCommand
{
    /// <param name="arguments">Source, spool, folder of the entered sides.</param>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var (source, spool, entered) = (arguments[0], arguments[1], arguments[2]);
        var disk = new PhysicalDisk();
        var scanner = ScannerSource.Open(source, new(), disk, TimeProvider.System).Value;
        var order = new ScanOrder { Spool = spool, Resolution = 75, FirstSheet = Directory.EnumerateFiles(entered, "*.tif").Count() + 1 };
        await foreach (var side in scanner.ScanAsync(order, CancellationToken.None))
        {
            await Console.Out.WriteLineAsync("came");
            Enter(disk, side, Path.Combine(entered, string.Create(CultureInfo.InvariantCulture, $"{side.Sheet:D6}-{side.Side}.tif")));
            await Console.Out.WriteLineAsync("entered");
            scanner.Take(side);
            await Console.Out.WriteLineAsync("settled");
        }

        return 0;
    }

    private static void Enter(PhysicalDisk disk, ScannedSide side, string path)
    {
        if (File.Exists(path))
        {
            return;   // entered before a kill that came ahead of the settling
        }

        var part = path + ".part";
        disk.Delete(part);
        using (var file = disk.CreateFile(part))
        {
            file.Write(File.ReadAllBytes(side.Path));
            disk.Sync(file);
        }

        disk.Move(part, path);
    }
}
