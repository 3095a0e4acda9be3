using NUnit.Framework;
using OfficeNode.Capture;
using OfficeNode.Core;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Capture;

[Parallelizable(ParallelScope.Self)]   // workers of its own, one of which leaves a core free
public sealed class ImageTortureTests
{
    [TestCase("samples/image-torture")]
    [TestCase("samples/scans")]
    public async Task Each_sample_is_converted_or_refused_with_a_finding(string folder)
    {
        await using var bench = new WorkerBench();
        var files = Directory.GetFiles(SharedMaterial.Require(folder), "*", SearchOption.AllDirectories);

        var results = await Task.WhenAll(files.Select(async path => (Path: path, Made: await bench.Converter.ToPatentTiffAsync(path, 0, CancellationToken.None))));

        Assert.That(results.Where(result => result.Made.IsRefused && result.Made.Findings.All(finding => finding.Severity != Severity.Error)), Is.Empty, "refused without an error");
        Assert.That(results.Where(result => result.Made is { IsRefused: false, IsMaster: false } && !IsProfile(result.Made)), Is.Empty, "not the profile");
        Assert.That(results.Count(result => !result.Made.IsRefused), Is.GreaterThan(80));
        Assert.That(results.SelectMany(result => result.Made.Findings).Select(finding => finding.Rule), Has.None.EqualTo(CaptureFindings.WorkerTimedOut));
        AssertThatMemoryIsBounded(bench.Pool.ProcessIds);
        AssertThatTiffinfoAgrees(bench, results.Select(result => result.Made).Where(made => made.Bytes is not null).Where((_, i) => i % 10 == 0));
    }

    [TestCase("samples/image-torture")]
    [TestCase("samples/logos")]
    public async Task Each_sample_becomes_a_picture_or_is_refused_with_a_finding(string folder)
    {
        await using var bench = new WorkerBench();
        var files = Directory.GetFiles(SharedMaterial.Require(folder), "*", SearchOption.AllDirectories);

        var results = await Task.WhenAll(files.Select(path => bench.Converter.ToPictureAsync(path, 0, CancellationToken.None)));

        Assert.That(results.Where(made => made.IsRefused && made.Findings.All(finding => finding.Severity != Severity.Error)), Is.Empty, "refused without an error");
        Assert.That(results.Where(made => !made.IsRefused).Select(made => made.Facts?.Format), Is.All.EqualTo(ImageFormat.Jpeg).Or.EqualTo(ImageFormat.Png));
        AssertThatMemoryIsBounded(bench.Pool.ProcessIds);
    }

    [Test]
    public async Task Bombs_are_refused_or_converted_within_the_memory_limit()
    {
        await using var bench = new WorkerBench();
        Unpack(SharedMaterial.Require("samples/image-torture/bombs"), bench.PathOf("bombs"));
        var files = Directory.GetFiles(bench.PathOf("bombs"));

        var results = await Task.WhenAll(files.Select(async path => (Name: Path.GetFileName(path), Result: await bench.Converter.CheckAsync(path, 0, CancellationToken.None))));

        Assert.That(
            results.Where(result => result.Name.StartsWith("20K-rgb", StringComparison.Ordinal) || result.Name.StartsWith("300K", StringComparison.Ordinal)).SelectMany(result => result.Result.Findings).Select(finding => finding.Rule),
            Is.All.EqualTo(CaptureFindings.TooLarge));
        Assert.That(results.Where(result => !result.Result.IsReadable && result.Result.Findings.Count == 0), Is.Empty);
        AssertThatMemoryIsBounded(bench.Pool.ProcessIds);
    }

    /// <summary>The bombs lie in bzip2, some in ZIP inside; the unpacked pictures are small.</summary>
    private static void Unpack(string from, string to)
    {
        const string Script = """
            import bz2, glob, io, os, sys, zipfile
            os.mkdir(sys.argv[2])
            for path in glob.glob(sys.argv[1] + '/*.bin'):
                data = open(path, 'rb').read()
                name = os.path.basename(path)
                if data[:3] == b'BZh':
                    data, name = bz2.decompress(data), name.replace('.bz2.bin', '')
                if data[:2] != b'PK':
                    open(os.path.join(sys.argv[2], name), 'wb').write(data)
                    continue
                archive = zipfile.ZipFile(io.BytesIO(data))
                for member in archive.namelist():
                    if '/' not in member:
                        open(os.path.join(sys.argv[2], member), 'wb').write(archive.read(member))
            """;
        Assert.That(Tool.Run("python3", "python3", "-c", Script, from, to).ExitCode, Is.Zero);
    }

    private static bool IsProfile(ConvertedImage made) =>
        PatentTiffProfile.Matches(ImageHeaderReader.Read(new MemoryStream(made.Bytes!.Value.ToArray()), null, new()));   // not refused, no master: there are bytes

    private static void AssertThatTiffinfoAgrees(WorkerBench bench, IEnumerable<ConvertedImage> sample)
    {
        foreach (var made in sample)
        {
            var seen = Tool.Run("tiffinfo", "libtiff-tools", "-D", bench.Put("made.tif", made.Bytes!.Value.ToArray()));   // chosen for its bytes

            Assert.That(seen.Error, Is.Empty);
            Assert.That(seen.Output, Does.Contain("Compression Scheme: CCITT Group 4").And.Contain("Resolution: 300, 300 pixels/inch"));
        }
    }

    private static void AssertThatMemoryIsBounded(IReadOnlyList<int> processes)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var limit = (new ImageWorkerOptions { FileName = "", Arguments = [] }.MemoryBytes >> 10) + 300_000;   // the runtime itself and the mapped file
        foreach (var process in processes)
        {
            var peak = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            Assert.That(long.Parse(string.Concat(peak.Where(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture), Is.LessThan(limit));
        }
    }
}
