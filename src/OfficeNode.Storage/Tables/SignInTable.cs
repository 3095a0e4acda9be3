using OfficeNode.Core;
using OfficeNode.Core.People;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>Sign-ins, known by the digest of the token that the browser holds, and the failed tries of names that nobody has.</summary>
public sealed class SignInTable
{
    /// <summary>In how many slots the tries of strangers are counted. Somebody who wants to tell people from strangers by filling all of them needs ten tries each, while a lock lasts.</summary>
    public const int StrangerSlots = 4096;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal SignInTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    private string Now => Columns.Text(_time.GetUtcNow());

    public void Begin(Digest token, PersonId person) => _database.Execute(
        "INSERT INTO sign_in (token, person, began_at, seen_at) VALUES (?1, ?2, ?3, ?3)", token.Value, person.Value, Now);

    /// <summary>A sign-in, ended or not; null when there is none of that token.</summary>
    public SignIn? Get(Digest token) => _database.First("SELECT person, began_at, seen_at, ended_at, why FROM sign_in WHERE token = ?1", Read, token.Value);

    /// <summary>All that is kept of a person's, the newest first.</summary>
    public IReadOnlyList<SignIn> Of(PersonId person) => _database.Query(
        "SELECT person, began_at, seen_at, ended_at, why FROM sign_in WHERE person = ?1 ORDER BY began_at DESC, token", Read, person.Value);

    /// <summary>Notes that the person just did something.</summary>
    public void See(Digest token) => _database.Execute("UPDATE sign_in SET seen_at = ?2 WHERE token = ?1 AND ended_at IS NULL", token.Value, Now);

    /// <summary>Ends a sign-in; false when it had ended before or never was.</summary>
    public bool End(Digest token, SignInEnd why) => _database.Execute(
        "UPDATE sign_in SET ended_at = ?2, why = ?3 WHERE token = ?1 AND ended_at IS NULL", token.Value, Now, (int)why) > 0;

    /// <summary>Ends all sign-ins of a person; how many there were.</summary>
    public int EndAll(PersonId person, SignInEnd why) => _database.Execute(
        "UPDATE sign_in SET ended_at = ?2, why = ?3 WHERE person = ?1 AND ended_at IS NULL", person.Value, Now, (int)why);

    /// <summary>Forgets sign-ins that began before a time, the oldest first and no more than so many; how many they were.</summary>
    public int Sweep(DateTimeOffset before, int most) => _database.Execute(
        "DELETE FROM sign_in WHERE token IN (SELECT token FROM sign_in WHERE began_at < ?1 ORDER BY began_at LIMIT ?2)", Columns.Text(before), most);

    /// <summary>The failed tries of the strangers in a slot, 0 to <see cref="StrangerSlots"/> less one.</summary>
    public FailedTries TriesOfStranger(int slot) => _database.First(
        "SELECT failures, failed_at FROM stranger WHERE slot = ?1", row => new FailedTries(row.Int(0), row.Time(1)), slot);

    public void SetTriesOfStranger(int slot, FailedTries tries) => _database.Execute(
        "INSERT INTO stranger (slot, failures, failed_at) VALUES (?1, ?2, ?3) ON CONFLICT (slot) DO UPDATE SET failures = excluded.failures, failed_at = excluded.failed_at",
        slot, tries.Count, Columns.Text(tries.Last ?? DateTimeOffset.UnixEpoch));

    private static SignIn Read(Row row) => new()
    {
        Person = new PersonId(row.Long(0)),
        Began = row.Time(1),
        Seen = row.Time(2),
        Ended = row.TimeOrNull(3),
        Why = (SignInEnd?)row.LongOrNull(4),
    };
}
