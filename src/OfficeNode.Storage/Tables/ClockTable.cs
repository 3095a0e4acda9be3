using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>The latest time that the register knows of: a clock that stands before it is behind, until somebody confirms that it is right.</summary>
public sealed class ClockTable
{
    /// <summary>The action of the deed by which a person confirms the clock: what the log told of later times before it counts no more.</summary>
    public const string Confirmation = "clock confirm";

    // People sign in under a clock that is wrong: that makes it no better.
    private static readonly string[] NoChange = ["sign-in", "sign-in lock"];

    private readonly Database _database;

    internal ClockTable(Database database) => _database = database;

    /// <summary>The latest time of a change since the clock was last confirmed; null in a register without any.</summary>
    public DateTimeOffset? Latest => _database.First("SELECT latest FROM clock", row => (DateTimeOffset?)row.Time(0));

    /// <summary>Whether a time is earlier than what happened last.</summary>
    public bool IsBehind(DateTimeOffset now) => Latest > now;

    /// <summary>Learns of an entry of the audit log, in its transaction.</summary>
    internal void See(string action, DateTimeOffset at)
    {
        if (action == Confirmation)
        {
            _database.Execute("INSERT INTO clock (id, latest) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET latest = excluded.latest", Columns.Text(at));
        }
        else if (!NoChange.Contains(action))
        {
            _database.Execute(
                "INSERT INTO clock (id, latest) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET latest = excluded.latest WHERE excluded.latest > latest", Columns.Text(at));
        }
    }
}
