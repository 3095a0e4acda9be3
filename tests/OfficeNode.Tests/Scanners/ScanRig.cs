using System.Globalization;
using OfficeNode.Capture;
using OfficeNode.Capture.Scanners;
using OfficeNode.Core.Disk;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Scanners;

/// <summary>A spool and the real <c>scanimage</c>, or a script in its place; gone after the test.</summary>
internal sealed class ScanRig : IDisposable
{
    /// <summary>Ten sheets of 15 x 20 cm; small, because what is on them does not matter.</summary>
    public const string Feeder = "sane:test:0?source=Automatic Document Feeder";

    private readonly TemporaryFolder _folder = new();

    public ScanRig()
    {
        Tool.Run("scanimage", "sane-utils", "--version");
        Spool = Directory.CreateDirectory(_folder.PathOf("100% spool")).FullName;
    }

    public string Spool { get; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public string PathOf(string name) => _folder.PathOf(name);

    public ScanOrder Order(int firstSheet = 1) => new() { Spool = Spool, FirstSheet = firstSheet, Resolution = 75 };

    public IScanner Open(string source, ScannerOptions? options = null) =>
        ScannerSource.Open(source, options ?? new(), new PhysicalDisk(), Time).Value;

    /// <summary>Scans to the end and leaves all sides where they are.</summary>
    public async Task<List<ScannedSide>> ScanAsync(string source, ScanOrder? order = null, ScannerOptions? options = null) =>
        (await TryAsync(Open(source, options), order ?? Order())) is (var sides, null) ? sides : throw new InvalidOperationException("The scanner stopped.");

    /// <summary>Scans to the end or to the fault.</summary>
    public static async Task<(List<ScannedSide> Sides, ScannerException? Fault)> TryAsync(IScanner scanner, ScanOrder order)
    {
        var sides = new List<ScannedSide>();
        try
        {
            await foreach (var side in scanner.ScanAsync(order, CancellationToken.None))
            {
                sides.Add(side);
            }

            return (sides, null);
        }
        catch (ScannerException error)
        {
            return (sides, error);
        }
    }

    /// <summary>A script that stands for scanimage: <c>scanimage</c> in it is the real one.</summary>
    public ScannerOptions Script(string script)
    {
        var path = PathOf("scanimage.sh");
        File.WriteAllText(path, "#!/bin/bash\n" + script);
        Tool.Run("chmod", "coreutils", "+x", path);
        return new() { Program = path };
    }

    /// <summary>A page that SANE's pnm device can scan: grey, all of one shade.</summary>
    public string Page(string name, byte shade, int width = 40, int height = 30)
    {
        var path = PathOf(name);
        var pixels = new byte[width * height];
        Array.Fill(pixels, shade);
        File.WriteAllBytes(path, [.. System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{width} {height}\n255\n")), .. pixels]);
        return path;
    }

    public static ImageFile Header(string path)
    {
        using var file = File.OpenRead(path);
        return ImageHeaderReader.Read(file, Path.GetFileName(path), new());
    }

    /// <summary>The numbers of the processes that scan into the spool.</summary>
    public IReadOnlyList<int> ScanimageIds()
    {
        var spool = new SideSpool(Spool, new(), new PhysicalDisk());
        return [.. Directory.EnumerateDirectories("/proc")
            .Where(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _) && ArgumentsOf(folder).Any(spool.IsBatchArgument))
            .Select(folder => int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture))];
    }

    public void Dispose() => _folder.Dispose();

    private static string[] ArgumentsOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Split('\0');
        }
        catch (IOException)
        {
            return [];   // it has ended
        }
    }
}
