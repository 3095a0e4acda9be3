using NUnit.Framework;

namespace OfficeNode.TestKit;

/// <summary>Official schemas and real samples that stand beside the project, where present: <c>OFFICENODE_SHARED</c>, else <c>../shared</c>.</summary>
public static class SharedMaterial
{
    private static readonly string? Root = Find();

    /// <summary>The path of a file or folder of the shared material; skips the test with a reason when it is not there.</summary>
    public static string Require(string relative)
    {
        if (Root is null)
        {
            Assert.Ignore("The shared standards and samples are not beside this project (OFFICENODE_SHARED or ../shared).");
        }

        var path = Path.Combine(Root!, relative);   // Ignore has left the test when Root is null
        if (!Path.Exists(path))
        {
            Assert.Ignore($"The shared material has no {relative}.");
        }

        return path;
    }

    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("OFFICENODE_SHARED");
        if (!string.IsNullOrEmpty(named))
        {
            return Directory.Exists(named) ? named : null;
        }

        var beside = Path.Combine(Repository.Root, "..", "shared");
        return Directory.Exists(beside) ? Path.GetFullPath(beside) : null;
    }
}
