using OfficeNode.Core;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys;

/// <summary>Brings generated records into a node.</summary>
internal static class GeneratedRecords
{
    /// <summary>The command line that imports a newly written table; a second time with another seed, all its records have changed.</summary>
    public static IReadOnlyList<string> Write(TestNode node, Right right, int count, int pictures = 0, int seed = 1)
    {
        var folder = Directory.CreateDirectory(node.PathOf(FormattableString.Invariant($"{right}-{seed}-{count}"))).FullName;
        var table = new GeneratedOffice(seed).Write(right, folder, count, pictures);
        return ["import", table.Csv, "--map", table.Mapping];
    }

    /// <summary>The names of the first dossiers.</summary>
    public static IReadOnlyList<string> Dossiers(Right right, int count) => [.. new GeneratedOffice(1).Rows(right, count).Select(row => row.Dossier)];

    /// <summary>The command line that opens dossiers by an act of the past.</summary>
    public static IReadOnlyList<string> Publish(IEnumerable<string> dossiers, params IReadOnlyList<string> more) =>
        ["publish", .. dossiers, "--act", "registration", "--date", "2026-06-30", "--by", "A. Registrar", "--gazette", "2026-06", .. more];

    /// <summary>Imports marks and opens all of them for the agreed brand database, which receives in a folder.</summary>
    public static async Task<TestNode> OpenMarksAsync(int count, int pictures, params IReadOnlyList<string> destinationSettings)
    {
        var node = await TestNode.CreateAsync();
        await node.DoAsync(Write(node, Right.Trademark, count, pictures));
        await node.DoAsync(Publish(Dossiers(Right.Trademark, count)));
        await node.ReceiveInFolderAsync("brand-database", "Trademarks", destinationSettings);
        return node;
    }
}
