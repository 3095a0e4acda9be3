using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using NUnit.Framework;
using OfficeNode.Packaging;
using OfficeNode.Packaging.Zip;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Packaging;

/// <summary>What other programs make of our ZIPs: a package is good only if the receivers' tools read it.</summary>
[TestFixture(ZipShape.Mixed)]
[TestFixture(ZipShape.ManyMembers)]
[TestFixture(ZipShape.BeyondFourGibibytes)]
public sealed class ForeignReadersTests
{
    private readonly ZipShape _shape;
    private Workbench _bench = null!;   // set once before the tests
    private string _zip = "";
    private long _members;

    public ForeignReadersTests(ZipShape shape) => _shape = shape;

    [OneTimeSetUp]
    public async Task WriteAsync()
    {
        if (_shape == ZipShape.BeyondFourGibibytes && Environment.GetEnvironmentVariable("OFFICENODE_LONG") is null)
        {
            Assert.Ignore("More than 4 GiB are written by tests/run.sh --long only.");
        }

        _bench = new Workbench();
        _zip = _bench.PathOf("test.zip");
        await using var file = new SparseStream(File.Create(_zip));
        var pipe = PipeWriter.Create(file, new StreamPipeWriterOptions(minimumBufferSize: 1 << 20));
        await using (var zip = new ZipWriter(pipe, _bench.Disk, _bench.PathOf("work")))
        {
            foreach (var (path, content) in Members())
            {
                await zip.AddAsync(path, content, CancellationToken.None);
            }

            await zip.CompleteAsync(CancellationToken.None);
            _members = zip.Count;
        }

        await pipe.CompleteAsync();
    }

    [OneTimeTearDown]
    public void Clean() => _bench?.Dispose();

    [Test]
    public void Unzip_tests_it()
    {
        var result = Tool.Run("unzip", "unzip", "-tqq", _zip);

        Assert.That((result.ExitCode, result.Output), Is.EqualTo((0, "")));
    }

    [Test]
    public void Bsdtar_lists_it()
    {
        var result = Tool.Run("bsdtar", "libarchive-tools", "-tf", _zip);

        Assert.That((result.ExitCode, result.Error, result.Output.Count(letter => letter == '\n')), Is.EqualTo((0, "", _members)));
    }

    [Test]
    public void Bsdtar_reads_it_from_a_pipe()
    {
        var result = Tool.Run("sh", "libarchive-tools", "-c", $"cat '{_zip}' | bsdtar -xOf - > /dev/null");

        Assert.That((result.ExitCode, result.Error), Is.EqualTo((0, "")));
    }

    [Test]
    public void Python_tests_it()
    {
        var result = Tool.Run("python3", "python3", "-c", "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), len(z.namelist()))", _zip);

        Assert.That((result.ExitCode, result.Output), Is.EqualTo((0, $"None {_members}\n")));
    }

    [Test]
    public void Java_reads_it_as_a_stream_and_as_a_file()
    {
        var result = JavaZipReader.Run(_zip);

        Assert.That((result.ExitCode, result.Output), Is.EqualTo((0, $"{_members} {_members}\n")), result.Error);
    }

    [Test]
    public async Task Our_own_reader_finds_nothing()
    {
        await using var file = File.OpenRead(_zip);

        var (members, findings) = await Workbench.ReadAsync(file, PackagingLimits.Default with { Ratio = 2000 });

        Assert.That((members.Count, findings.Count), Is.EqualTo((_members, 0)));
    }

    [Test]
    public void Names_come_out_as_they_were_written()
    {
        var result = Tool.Run("python3", "python3", "-X", "utf8", "-c", "import sys, zipfile; print('\\n'.join(zipfile.ZipFile(sys.argv[1]).namelist()))", _zip);

        Assert.That(result.Output.TrimEnd('\n').Split('\n'), Is.EqualTo(Members().Select(member => member.Path)));
    }

    private IEnumerable<(string Path, MemberContent Content)> Members() => _shape switch
    {
        ZipShape.Mixed => Mixed(),
        ZipShape.ManyMembers => Enumerable.Range(0, 65_537).Select(number =>
            (string.Create(CultureInfo.InvariantCulture, $"{number / 1000}/{number}.txt"), (MemberContent)StoredContent.Of(Encoding.ASCII.GetBytes($"{number}")))),
        _ => BeyondFourGibibytes(),
    };

    private static IEnumerable<(string Path, MemberContent Content)> Mixed()
    {
        yield return ("record.xml", DeflatedContent.Of(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>é</a>", 5000)))));
        yield return ("vide", StoredContent.Of(Array.Empty<byte>()));
        yield return ("vide-comprimé", DeflatedContent.Of(Array.Empty<byte>()));
        yield return ("مجلد/صورة.tif", StoredContent.Of(Workbench.Noise(100_000, 1)));
        yield return ("漢字/𠀋.xml", DeflatedContent.Of(Workbench.Noise(100_000, 2)));
        yield return ("አማርኛ.xml", DeflatedContent.Of("text"u8.ToArray()));
    }

    /// <summary>A deflated and a stored member above 4 GiB, and small ones whose headers lie beyond it.</summary>
    private static IEnumerable<(string Path, MemberContent Content)> BeyondFourGibibytes()
    {
        const long length = (1L << 32) + 5;
        yield return ("deflated", new DeflatedContent(() => new ZeroStream(length)));
        yield return ("stored", new StoredContent(() => new ZeroStream(length), length, ZeroStream.Checksum(length)));
        yield return ("after", StoredContent.Of("end"u8.ToArray()));
        yield return ("after.xml", DeflatedContent.Of("<end/>"u8.ToArray()));
    }
}

public enum ZipShape
{
    Mixed,
    ManyMembers,
    BeyondFourGibibytes,
}
