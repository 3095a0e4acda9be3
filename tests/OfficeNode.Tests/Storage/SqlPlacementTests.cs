using System.Text.RegularExpressions;
using NUnit.Framework;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Storage;

public sealed partial class SqlPlacementTests
{
    [Test]
    public void Sql_stands_in_Storage_only()
    {
        var elsewhere = Sources("*.cs")
            .Where(file => !file.Contains("OfficeNode.Storage", StringComparison.Ordinal))
            .SelectMany(file => Statement().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetFileName(file)}: {match.Value}"));

        Assert.That(elsewhere, Is.Empty);
    }

    [Test]
    public void Sql_stands_in_tables_migrations_and_the_register_only()
    {
        var elsewhere = Sources("*.cs")
            .Where(file => file.Contains("OfficeNode.Storage", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}Tables{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && Path.GetFileName(file) is not ("Register.cs" or "Database.cs" or "MigrationRunner.cs"))
            .Where(file => Statement().IsMatch(File.ReadAllText(file)));

        Assert.That(elsewhere, Is.Empty);
    }

    [Test]
    public void Sql_is_none_that_SQLite_3_35_5_does_not_know()
    {
        var newer = Sources("*.cs").Concat(Sources("*.sql"))
            .Where(file => file.Contains("OfficeNode.Storage", StringComparison.Ordinal))
            .SelectMany(file => Newer().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetFileName(file)}: {match.Value}"));

        Assert.That(newer, Is.Empty);
    }

    [Test]
    public void All_tables_work_on_the_bundled_library()
    {
        using var folder = new TemporaryFolder();

        var (code, output, error) = Tool.Run(
            "dotnet", "dotnet-sdk-10.0", Path.Combine(AppContext.BaseDirectory, "OfficeNode.TestWorker.dll"), "register", "bundled", folder.PathOf("data"));

        Assert.That((code, output.Trim()), Is.EqualTo((0, "3.35.5: 20 records, integrity ok, audit whole")), error);
    }

    private static IEnumerable<string> Sources(string pattern) =>
        Directory.EnumerateFiles(Repository.PathOf("src"), pattern, SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(""""
        "\s*(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(TABLE|INDEX|TRIGGER)\s|PRAGMA\s|BEGIN\s+IMMEDIATE|ATTACH\s)
        """", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Statement();

    // 3.37 STRICT; 3.38 -> and ->>, unixepoch, format; 3.39 right and full joins, IS DISTINCT FROM; 3.43 contentless_delete; 3.44 concat, string_agg.
    [GeneratedRegex(@"->>|\)\s*STRICT\b|\bunixepoch\(|\bformat\(|\b(RIGHT|FULL)\s+(OUTER\s+)?JOIN\b|IS\s+(NOT\s+)?DISTINCT\s+FROM|contentless_delete|\bconcat\(|\bstring_agg\(|\bjsonb|\btimediff\(|\boctet_length\(")]
    private static partial Regex Newer();
}
