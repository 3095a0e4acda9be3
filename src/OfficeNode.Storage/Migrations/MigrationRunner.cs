using System.Globalization;
using System.Reflection;
using OfficeNode.Core.Disk;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Migrations;

/// <summary>Brings a register file to the schema of this program by the numbered scripts beside this class, in the caller's transaction.</summary>
internal static class MigrationRunner
{
    /// <summary>The number of the newest script.</summary>
    public const int Newest = 1;

    /// <exception cref="StorageException">The file was written by a newer program.</exception>
    public static void Run(Database database, string file)
    {
        var found = (int)database.Count("PRAGMA user_version");
        if (found > Newest)
        {
            throw new StorageException(StorageFault.Damaged, file, $"{file} has schema {found}, this program knows up to {Newest}: install the newer program again.");
        }

        for (var number = found + 1; number <= Newest; number++)
        {
            database.ExecuteScript(Script(number));
            database.ExecuteScript(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {number}"));
        }
    }

    private static string Script(int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"OfficeNode.Storage.Migrations.{number:D4}.sql");
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The migration {name} is not in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
