using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NUnit.Framework;

namespace OfficeNode.TestKit;

/// <summary>How many points a fault loop takes and from which seed: the seed follows the commit, so that every commit looks elsewhere and each run can be repeated.</summary>
public static class FaultPoints
{
    private static readonly Lazy<int> SeedOfCommit = new(Find);

    /// <summary>All promised counts are asked for (<c>OFFICENODE_LONG=1</c>).</summary>
    public static bool IsLong => Environment.GetEnvironmentVariable("OFFICENODE_LONG") == "1";

    /// <summary>The daily or the promised number of points.</summary>
    public static int Count(int daily, int promised) => IsLong ? promised : daily;

    /// <summary>All cases where the promised counts are asked for, else one of them by the seed: what is alike is looked at in turns.</summary>
    public static IEnumerable<T> Some<T>(params IReadOnlyList<T> cases) => IsLong ? cases : [cases[new Random(SeedOfCommit.Value).Next(cases.Count)]];

    /// <summary>Numbers from the seed, which is printed; <c>OFFICENODE_SEED</c> repeats a run.</summary>
    public static Random Random()
    {
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"OFFICENODE_SEED={SeedOfCommit.Value}"));
        return new Random(SeedOfCommit.Value);
    }

    private static int Find()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("OFFICENODE_SEED"), CultureInfo.InvariantCulture, out var named))
        {
            return named;
        }

        var commit = Tool.Run("git", "git", "-C", Repository.Root, "rev-parse", "HEAD").Output;
        return BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.ASCII.GetBytes(commit)));
    }
}
