using NUnit.Framework;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Writers;

/// <summary>Compares bytes with a file of <c>tests/corpus/golden/writers</c>; on a difference leaves what came out beside the test's output.</summary>
internal static class Golden
{
    public static void Compare(string name, byte[] actual)
    {
        var expected = Repository.PathOf(Path.Combine("tests", "corpus", "golden", "writers", name));
        var left = Path.Combine(TestContext.CurrentContext.WorkDirectory, "golden", name);
        if (!File.Exists(expected) || !File.ReadAllBytes(expected).AsSpan().SequenceEqual(actual))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(left)!); // WorkDirectory is above it
            File.WriteAllBytes(left, actual);
            Assert.Fail($"{name} differs from the golden file. What came out: {left}");
        }
    }
}
