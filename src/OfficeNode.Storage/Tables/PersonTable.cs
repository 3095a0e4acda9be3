using OfficeNode.Core.People;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>What an administrator settles about a person; the name is settled once and for ever.</summary>
public sealed record PersonFacts
{
    public required string FullName { get; init; }

    public required IReadOnlyList<Role> Roles { get; init; }

    public string? Language { get; init; }
}

/// <summary>The people who work at the kiosk: a few dozen, never deleted.</summary>
public sealed class PersonTable
{
    private const string Fields = "SELECT id, name, full_name, roles, language, disabled, has_password, failures, failed_at FROM person";

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal PersonTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    public Person? Get(PersonId id) => _database.First(Fields + " WHERE id = ?1", Read, id.Value);

    /// <summary>The person of a name, in whatever case it is written.</summary>
    public Person? Find(PersonName name) => _database.First(Fields + " WHERE name_key = ?1", Read, name.Key);

    /// <summary>Everybody, disabled people among them, by name.</summary>
    public IReadOnlyList<Person> All() => _database.Query(Fields + " ORDER BY name_key", Read);

    public PersonId Add(PersonName name, PersonFacts facts, SecretDigest secret, bool isPassword) => new(_database.Insert(
        """
        INSERT INTO person (name, name_key, full_name, roles, language, disabled, secret, has_password, failures, added_at)
        VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6, ?7, 0, ?8)
        """,
        name.Value, name.Key, facts.FullName, Text(facts.Roles), facts.Language, secret.Value, isPassword ? 1 : 0, Columns.Text(_time.GetUtcNow())));

    public void Change(PersonId id, PersonFacts facts) => _database.Execute(
        "UPDATE person SET full_name = ?2, roles = ?3, language = ?4 WHERE id = ?1", id.Value, facts.FullName, Text(facts.Roles), facts.Language);

    public void SetDisabled(PersonId id, bool isDisabled) => _database.Execute("UPDATE person SET disabled = ?2 WHERE id = ?1", id.Value, isDisabled ? 1 : 0);

    /// <summary>What is kept of a person's secret.</summary>
    /// <exception cref="InvalidOperationException">There is no such person, or the row was tampered with.</exception>
    public SecretDigest SecretOf(PersonId id) =>
        SecretDigest.Parse(_database.First("SELECT secret FROM person WHERE id = ?1", row => row.Text(0), id.Value) ?? "").Value;

    public void SetSecret(PersonId id, SecretDigest secret, bool isPassword) => _database.Execute(
        "UPDATE person SET secret = ?2, has_password = ?3 WHERE id = ?1", id.Value, secret.Value, isPassword ? 1 : 0);

    /// <summary>Keeps the tries that failed; <c>default</c> forgets them.</summary>
    public void SetTries(PersonId id, FailedTries tries) => _database.Execute(
        "UPDATE person SET failures = ?2, failed_at = ?3 WHERE id = ?1", id.Value, tries.Count, tries.Last is { } last ? Columns.Text(last) : null);

    private static string Text(IEnumerable<Role> roles) => string.Join(' ', roles.Distinct().Order());

    private static Person Read(Row row) => new()
    {
        Id = new PersonId(row.Long(0)),
        Name = PersonName.Parse(row.Text(1)).Value,
        FullName = row.Text(2),
        Roles = [.. row.Text(3).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Role>)],
        Language = row.TextOrNull(4),
        IsDisabled = row.Bool(5),
        HasPassword = row.Bool(6),
        Tries = new FailedTries(row.Int(7), row.TimeOrNull(8)),
    };
}
