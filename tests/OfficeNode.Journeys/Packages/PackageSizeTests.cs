using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Packages;

/// <summary>The size limit: packages keep to it, a dossier is never split, one above it goes alone and is named.</summary>
public sealed class PackageSizeTests
{
    private const int Limit = 1_000_000;   // the smallest that the settings take

    private TestNode _node = null!;   // each test begins by making its own

    [TearDown]
    public void RemoveNode() => _node.Dispose();

    [Test]
    public async Task Packages_keep_to_the_limit_and_hold_each_dossier_once_and_whole()
    {
        await FillAsync(7, side: 350);   // 370 kB each: two in a package

        var run = await _node.RunAsync("package", "--destination", "brand-database", "--scope", "full");

        var packages = run.Json.GetProperty("packages").EnumerateArray().ToList();
        Assert.That(packages.Select(package => package.GetProperty("records").GetInt32()), Is.EqualTo(new[] { 2, 2, 2, 1 }), run.Everything);
        Assert.That(packages.Select(package => package.GetProperty("bytes").GetInt64()), Has.All.LessThanOrEqualTo(Limit));
        Assert.That(PackageContents.DigestsOf(packages.Select(package => package.GetProperty("path").GetString() ?? "")), Has.Count.EqualTo(14));
    }

    [Test]
    public async Task A_dossier_above_the_limit_makes_a_package_of_its_own_with_a_finding()
    {
        await FillAsync(3, side: 24);
        await AddPictureAsync(1, side: 640);   // 1.2 MB

        var run = await _node.RunAsync("package", "--destination", "brand-database", "--scope", "full");

        var packages = run.Json.GetProperty("packages").EnumerateArray().ToList();
        Assert.That(run.ExitCode, Is.Zero, run.Everything);
        Assert.That(packages.Select(package => package.GetProperty("records").GetInt32()), Is.EqualTo(new[] { 1, 1, 1 }));
        Assert.That(packages[1].GetProperty("bytes").GetInt64(), Is.GreaterThan(Limit));
        Assert.That(run.Rules, Is.EqualTo(new[] { "PACKAGE-DOSSIER-ABOVE-LIMIT" }));
    }

    private async Task FillAsync(int count, int side)
    {
        _node = await GeneratedRecords.OpenMarksAsync(count, 0, "--max-package-bytes", "1000000");
        for (var index = 0; index < count; index++)
        {
            await AddPictureAsync(index, side);
        }
    }

    private async Task AddPictureAsync(int index, int side)
    {
        var pixels = new byte[side * side * 3];
        new Random(index).NextBytes(pixels);
        var file = _node.PathOf(FormattableString.Invariant($"{index}-{side}.png"));
        await File.WriteAllBytesAsync(file, TinyPng.Write(side, pixels));
        await _node.DoAsync("pages", "add", "--dossier", GeneratedRecords.Dossiers(Right.Trademark, index + 1)[index], "--document", "MRK", file);
    }
}
