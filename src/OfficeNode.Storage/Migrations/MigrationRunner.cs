using System.Globalization;
using System.Reflection;
using OfficeNode.Core.Disk;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Migrations;

/// <summary>Brings a database file to the schema of this program by the numbered scripts beside this class, in the caller's transaction.</summary>
internal sealed class MigrationRunner
{
    /// <summary>The number of the newest script of the register.</summary>
    public const int Newest = 12;

    private const int NewestOfDesk = 1;

    private readonly string _folder;
    private readonly int _newest;

    private MigrationRunner(string folder, int newest)
    {
        _folder = folder;
        _newest = newest;
    }

    /// <summary>The scripts of the register.</summary>
    public static MigrationRunner OfRegister { get; } = new("", Newest);

    /// <summary>The scripts of the receiving desk's own database.</summary>
    public static MigrationRunner OfDesk { get; } = new("Desk.", NewestOfDesk);

    /// <summary>Whether a file has an older schema than this program writes, or none yet.</summary>
    /// <exception cref="StorageException">The file was written by a newer program.</exception>
    public bool IsBehind(Database database, string file) => Found(database, file) < _newest;

    /// <summary>Runs the scripts that a file has not seen.</summary>
    /// <exception cref="StorageException">The file was written by a newer program.</exception>
    public int Run(Database database, string file)
    {
        // Another process may have been first since the caller looked.
        var found = Found(database, file);
        for (var number = found + 1; number <= _newest; number++)
        {
            database.ExecuteScript(Script(number));
            database.ExecuteScript(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {number}"));
        }

        return _newest - found;
    }

    private int Found(Database database, string file)
    {
        var found = (int)database.Count("PRAGMA user_version");
        return found <= _newest
            ? found
            : throw new StorageException(StorageFault.Damaged, file, $"{file} has schema {found}, this program knows up to {_newest}: install the newer program again.");
    }

    private string Script(int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"OfficeNode.Storage.Migrations.{_folder}{number:D4}.sql");
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The migration {name} is not in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
