using NUnit.Framework;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Conformance;

/// <summary>A package of the program with more members than a ZIP without ZIP64 can count.</summary>
public sealed class ManyMembersTests
{
    private const int Marks = 65_536;

    [Test]
    public async Task A_package_with_65536_members_opens_in_unzip_bsdtar_Python_and_Java()
    {
        if (!FaultPoints.IsLong)
        {
            Assert.Ignore("65,536 records are packaged by tests/run.sh --long only.");
        }

        using var node = await TestNode.CreateAsync();
        await node.DoAsync([.. GeneratedRecords.Write(node, Core.Right.Trademark, Marks), "--published-collection", "registration 1/2024 of 2024-01-02 by A. Registrar"]);
        await node.ReceiveInFolderAsync("brand-database", "Trademarks");

        var run = await node.ProcessAsync("package", "--destination", "brand-database", "--scope", "full");

        Assert.That((run.ExitCode, run.Json.GetProperty("packages").GetArrayLength()), Is.EqualTo((0, 1)), run.Messages);
        var zip = run.Json.GetProperty("packages")[0].GetProperty("path").GetString()!;   // a built package has a path
        var python = Tool.Run("python3", "python3", "-c", "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), len(z.namelist()))", zip);
        Assert.Multiple(() =>
        {
            Assert.That(Tool.Run("unzip", "unzip", "-tqq", zip).ExitCode, Is.Zero);
            Assert.That(Tool.Run("bsdtar", "libarchive-tools", "-tf", zip).Output.Count(letter => letter == '\n'), Is.EqualTo(Marks));
            Assert.That(python.Output, Is.EqualTo($"None {Marks}\n"));
            Assert.That(JavaZipReader.Run(zip).Output, Is.EqualTo($"{Marks} {Marks}\n"));
        });
    }
}
