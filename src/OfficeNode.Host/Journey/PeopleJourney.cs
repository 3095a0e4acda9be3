using System.Globalization;
using System.Security.Cryptography;
using OfficeNode.Core;
using OfficeNode.Core.People;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>Looks after the people who work at the kiosk. Each change is a deed, or is refused by findings and leaves everything as it was.</summary>
/// <remarks>
/// Thread-safe. There is always an enabled administrator once there is anybody: nothing takes the last one away. Who is disabled, has new roles or a new
/// secret is signed out everywhere. A secret is hashed before the transaction, which it would keep too long; what it depends on is looked at again inside.
/// </remarks>
public sealed class PeopleJourney
{
    private readonly Node _node;
    private readonly string _author;
    private readonly SecretOptions _options;
    private readonly RandomNumberGenerator _random;

    /// <param name="author">The login name of who does it at the kiosk, or who works at the machine.</param>
    public PeopleJourney(Node node, string author, SecretOptions options, RandomNumberGenerator random)
    {
        _node = node;
        _author = author;
        _options = options;
        _random = random;
    }

    /// <summary>Everybody, disabled people among them, by name.</summary>
    public IReadOnlyList<Person> List() => _node.Register.Read(session => session.People.All());

    /// <summary>The person of a name; null when nobody has it.</summary>
    public Person? Find(PersonName name) => _node.Register.Read(session => session.People.Find(name));

    /// <summary>Until when a person's next try to sign in has to wait; null for now.</summary>
    public DateTimeOffset? WaitsUntil(Person person) => SignInThrottle.Standard.WaitsUntil(person.Tries, _node.Time.GetUtcNow());

    /// <summary>Adds a person; the first one must be an administrator.</summary>
    public IReadOnlyList<Finding> Add(PersonEntry entry, string secret) => Add(entry, secret, onlyFirst: false);

    /// <summary>Adds the first person, and refuses once there is anybody: for who is not signed in, because nobody can be.</summary>
    public IReadOnlyList<Finding> AddFirst(PersonEntry entry, string secret) => Add(entry, secret, onlyFirst: true);

    /// <summary>Changes all that may be changed of a person. Roles that need a password are refused to whoever has a PIN.</summary>
    public IReadOnlyList<Finding> Change(PersonName name, PersonFacts facts)
    {
        var settled = PersonCheck.Settle(facts);
        var findings = PersonCheck.Check(settled);
        return findings.Count > 0 ? findings : Do("people change", name, Detail(name, settled), (session, person) =>
        {
            var after = person with { FullName = settled.FullName, Roles = settled.Roles, Language = settled.Language };
            if (SecretRules.NeedPassword(after.Roles) && !person.HasPassword)
            {
                return [new Finding(PeopleFindings.PasswordNeeded, Severity.Error) { Path = "roles" }];
            }

            if (!LeavesAdministrator(session, after))
            {
                return [LastAdministrator];
            }

            session.People.Change(person.Id, settled);
            if (!person.Roles.SequenceEqual(after.Roles))
            {
                session.SignIns.EndAll(person.Id, SignInEnd.OtherRoles);
            }

            return [];
        });
    }

    /// <summary>Keeps a person from signing in, from now on and everywhere.</summary>
    public IReadOnlyList<Finding> Disable(PersonName name) => Do("people disable", name, name.Value, (session, person) =>
    {
        if (!LeavesAdministrator(session, person with { IsDisabled = true }))
        {
            return [LastAdministrator];
        }

        session.People.SetDisabled(person.Id, true);
        session.SignIns.EndAll(person.Id, SignInEnd.Disabled);
        return [];
    });

    /// <summary>Lets a disabled person sign in again, with the secret of before.</summary>
    public IReadOnlyList<Finding> Enable(PersonName name) => Do("people enable", name, name.Value, (session, person) =>
    {
        session.People.SetDisabled(person.Id, false);
        return [];
    });

    /// <summary>Forgets the tries that failed, so that the next one is taken at once.</summary>
    public IReadOnlyList<Finding> Unlock(PersonName name) => Do("people unlock", name, name.Value, (session, person) =>
    {
        session.People.SetTries(person.Id, default);
        return [];
    });

    /// <summary>Gives a person a new secret, as an administrator does; it unlocks as well.</summary>
    public IReadOnlyList<Finding> GiveSecret(PersonName name, string secret)
    {
        var findings = Judge(Find(name), name, secret);
        if (findings.Count > 0)
        {
            return findings;
        }

        var digest = SecretDigest.Of(secret, _options.Iterations, _random);
        return Do("people secret", name, name.Value, (session, person) =>
        {
            var since = Judge(person, name, secret);
            if (since.Count == 0)
            {
                session.People.SetSecret(person.Id, digest, !SecretRules.IsPin(secret));
                session.People.SetTries(person.Id, default);
                session.SignIns.EndAll(person.Id, SignInEnd.NewSecret);
            }

            return since;
        });
    }

    /// <summary>Takes a person's own new secret, against the old one; failures count as those of signing in do.</summary>
    public IReadOnlyList<Finding> ChangeSecret(PersonName name, string old, string secret)
    {
        var findings = Judge(Find(name), name, secret);
        if (findings.Count > 0)
        {
            return findings;
        }

        var found = new SecretCheck(_node, _options, _random).Try(name.Value, old);
        return found switch
        {
            { IsRight: true } => GiveSecret(name, secret),
            { Secret: null, WaitsUntil: { } until } => [LockedUntil(until, _node.Time.LocalTimeZone)],
            _ => [new Finding(PeopleFindings.OldSecretWrong, Severity.Error) { Path = "oldSecret" }],
        };
    }

    /// <summary>The finding that says until when no try is taken, in the office's time.</summary>
    public static Finding LockedUntil(DateTimeOffset until, TimeZoneInfo zone) => new(PeopleFindings.Locked, Severity.Error)
    {
        Arguments = new Dictionary<string, string> { ["until"] = TimeZoneInfo.ConvertTime(until, zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture) },
    };

    private static Finding LastAdministrator => new(PeopleFindings.LastAdministrator, Severity.Error);

    private IReadOnlyList<Finding> Add(PersonEntry entry, string secret, bool onlyFirst)
    {
        var name = PersonName.Parse(entry.Name);
        if (!name.Success)
        {
            return [new Finding(PeopleFindings.NameForm, Severity.Error) { Path = "name", Found = entry.Name }];
        }

        var facts = PersonCheck.Settle(entry.Facts);
        List<Finding> findings = [.. PersonCheck.Check(facts), .. SecretRules.Check(secret, name.Value, facts.FullName, facts.Roles)];
        if (findings.Count > 0)
        {
            return findings;
        }

        var digest = SecretDigest.Of(secret, _options.Iterations, _random);
        return _node.Register.TryWrite(new Deed(_author, "people add", Detail(name.Value, facts)), session =>
        {
            var refused = Against(session, name.Value, facts, onlyFirst);
            if (refused is null)
            {
                session.People.Add(name.Value, facts, digest, !SecretRules.IsPin(secret));
            }

            return refused is null ? [] : [refused];
        });
    }

    private static Finding? Against(RegisterSession session, PersonName name, PersonFacts facts, bool onlyFirst)
    {
        var people = session.People.All();
        return people.Count > 0 && onlyFirst ? new Finding(PeopleFindings.NotFirst, Severity.Error)
            : people.Count == 0 && !facts.Roles.Contains(Role.Administrator) ? new Finding(PeopleFindings.FirstAdministrator, Severity.Error) { Path = "roles" }
            : people.Any(person => person.Name == name) ? new Finding(PeopleFindings.NameTaken, Severity.Error) { Path = "name", Found = name.Value }
            : null;
    }

    private IReadOnlyList<Finding> Do(string action, PersonName name, string detail, Func<RegisterSession, Person, IReadOnlyList<Finding>> work) =>
        _node.Register.TryWrite(new Deed(_author, action, detail), session => session.People.Find(name) is { } person ? work(session, person) : [Unknown(name)]);

    private static IReadOnlyList<Finding> Judge(Person? person, PersonName name, string secret) =>
        person is null ? [Unknown(name)] : SecretRules.Check(secret, person.Name, person.FullName, person.Roles);

    private static bool LeavesAdministrator(RegisterSession session, Person after) => session.People.All()
        .Where(person => person.Id != after.Id)
        .Append(after)
        .Any(person => !person.IsDisabled && person.Roles.Contains(Role.Administrator));

    private static Finding Unknown(PersonName name) => new(PeopleFindings.NameUnknown, Severity.Error) { Path = "name", Found = name.Value };

    // Who was given which roles is what an audit asks; the full name is nobody's business there.
    private static string Detail(PersonName name, PersonFacts facts) => $"{name}: {string.Join(' ', facts.Roles).ToLowerInvariant()}";
}
