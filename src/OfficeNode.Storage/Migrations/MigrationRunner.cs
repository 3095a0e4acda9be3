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

    /// <summary>Whether a file has an older schema than this program writes, or none yet.</summary>
    /// <exception cref="StorageException">The file was written by a newer program.</exception>
    public static bool IsBehind(Database database, string file) => Found(database, file) < Newest;

    /// <summary>Runs the scripts that a file has not seen.</summary>
    /// <exception cref="StorageException">The file was written by a newer program.</exception>
    public static int Run(Database database, string file)
    {
        // Another process may have been first since the caller looked.
        var found = Found(database, file);
        for (var number = found + 1; number <= Newest; number++)
        {
            database.ExecuteScript(Script(number));
            database.ExecuteScript(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {number}"));
        }

        return Newest - found;
    }

    private static int Found(Database database, string file)
    {
        var found = (int)database.Count("PRAGMA user_version");
        return found <= Newest
            ? found
            : throw new StorageException(StorageFault.Damaged, file, $"{file} has schema {found}, this program knows up to {Newest}: install the newer program again.");
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
