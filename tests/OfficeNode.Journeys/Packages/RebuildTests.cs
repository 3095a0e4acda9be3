using NUnit.Framework;

namespace OfficeNode.Journeys.Packages;

/// <summary>A package built again from its content list alone.</summary>
[Parallelizable(ParallelScope.Self)]   // nodes of its own, and programs that leave a core free
public sealed class RebuildTests
{
    private TestNode _node = null!;   // set before the tests
    private string _name = null!;   // set before the tests
    private byte[] _bytes = null!;   // set before the tests

    [SetUp]
    public async Task MakePackage()
    {
        _node = await SampleOffice.CreateAsync();
        await _node.ReceiveInFolderAsync("patentscope", "Patents", "--acknowledgement", "none");
        var package = (await _node.RunAsync("package", "--destination", "patentscope", "--scope", "full")).Json.GetProperty("packages")[0];
        _name = package.GetProperty("name").GetString() ?? "";
        _bytes = await File.ReadAllBytesAsync(package.GetProperty("path").GetString() ?? "");
    }

    [TearDown]
    public void RemoveNode() => _node.Dispose();

    [Test]
    public async Task Two_rebuilds_on_two_days_are_byte_identical_with_the_package()
    {
        _node.Time.Day = new DateOnly(2027, 2, 3);
        await _node.DoAsync("package", "--rebuild", _name, "--to", _node.PathOf("one"));
        _node.Time.Day = new DateOnly(2031, 7, 8);
        await _node.DoAsync("package", "--rebuild", _name, "--to", _node.PathOf("other"));

        Assert.That(await File.ReadAllBytesAsync(_node.PathOf($"one/{_name}.zip")), Is.EqualTo(_bytes));
        Assert.That(await File.ReadAllBytesAsync(_node.PathOf($"other/{_name}.zip")), Is.EqualTo(_bytes));
    }

    [Test]
    public async Task A_rebuild_does_not_see_what_changed_since()
    {
        await _node.DoAsync("destination", "set", "patentscope", "--standard", "ST.96 V6_0", "--max-package-bytes", "5000000");
        await _node.DoAsync("hold", "P-2020-123", "--reason", "secrecy", "--by", "A. Registrar");
        foreach (var image in Directory.GetFiles(_node.Folder.Derived))
        {
            File.Delete(image);
        }

        await _node.DoAsync("package", "--rebuild", _name, "--to", _node.PathOf("one"));

        Assert.That(await File.ReadAllBytesAsync(_node.PathOf($"one/{_name}.zip")), Is.EqualTo(_bytes));
    }

    [Test]
    public async Task A_rebuild_replaces_nothing_that_stands_under_its_name()
    {
        var run = await _node.RunAsync("package", "--rebuild", _name, "--to", _node.Folder.Packages);

        Assert.That(run.ExitCode, Is.EqualTo(3), run.Everything);
        Assert.That(await File.ReadAllBytesAsync(Path.Combine(_node.Folder.Packages, _name + ".zip")), Is.EqualTo(_bytes));
        NodeInvariants.Check(_node);
    }

    [Test]
    public async Task Two_nodes_with_the_same_register_build_the_same_bytes_on_two_days()
    {
        using var first = await GeneratedRecords.OpenMarksAsync(20, 5);
        using var second = await GeneratedRecords.OpenMarksAsync(20, 5);
        second.Time.Day = first.Time.Day.AddDays(40);

        var packages = new List<byte[]>();
        foreach (var node in new[] { first, second })
        {
            var run = await node.DoAsync("package", "--destination", "brand-database", "--scope", "full");
            packages.Add(await File.ReadAllBytesAsync(run.Json.GetProperty("packages")[0].GetProperty("path").GetString() ?? ""));
        }

        Assert.That(packages[1], Is.EqualTo(packages[0]));
        Assert.That(first.Read(session => session.Packages.All()).Single().Name, Is.Not.EqualTo(second.Read(session => session.Packages.All()).Single().Name));
    }
}
