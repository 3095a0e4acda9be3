using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using OfficeNode.Core;
using OfficeNode.Core.People;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Commands;

/// <summary><c>users</c>: who works at the kiosk. Who may run it is a question of the machine: it writes the register like every command.</summary>
internal static class UsersCommand
{
    private const string OfficeLanguage = "none";

    public static Command Create(CommandEdge edge) => new("users", Words.Of("users.about"))
    {
        CreateList(edge),
        CreateAdd(edge),
        CreateChange(edge),
        CreateSecret(edge),
        Simple(edge, "disable", (journey, name) => journey.Disable(name)),
        Simple(edge, "enable", (journey, name) => journey.Enable(name)),
        Simple(edge, "unlock", (journey, name) => journey.Unlock(name)),
    };

    private static Command CreateList(CommandEdge edge)
    {
        var command = new Command("list", Words.Of("users.list.about"));
        edge.Run(command, (node, _, screen, _) =>
        {
            var journey = Journey(edge, node);
            var people = journey.List();
            screen.Result(
                new { people = people.Select(person => Json(person, journey.WaitsUntil(person))) },
                people.Count == 0 ? [Words.Of("users.list.none")] : people.Select(person => Line(person, journey.WaitsUntil(person), node.Time.LocalTimeZone)));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Command CreateAdd(CommandEdge edge)
    {
        var name = Name();
        var fullName = new Option<string>("--full-name") { Description = Words.Of("users.full-name"), Required = true };
        var roles = new Option<string>("--roles") { Description = Words.Of("users.roles"), Required = true };
        var language = new Option<string?>("--language") { Description = Words.Of("users.language") };
        var command = new Command("add", Words.Of("users.add.about")) { name, fullName, roles, language };
        edge.Run(command, (node, parsed, screen, _) =>
        {
            var facts = new PersonFacts
            {
                FullName = parsed.GetRequiredValue(fullName),
                Roles = Roles(parsed.GetRequiredValue(roles)),
                Language = parsed.GetValue(language),
            };
            var word = Values.Code<PersonName>("name", parsed.GetRequiredValue(name));
            var findings = Journey(edge, node).Add(new PersonEntry { Name = word.Value, Facts = facts }, Secret(edge, screen, word));
            return End(edge, node, screen, word, findings, "users.add.done");
        });
        return command;
    }

    private static Command CreateChange(CommandEdge edge)
    {
        var name = Name();
        var fullName = new Option<string?>("--full-name") { Description = Words.Of("users.full-name") };
        var roles = new Option<string?>("--roles") { Description = Words.Of("users.roles") };
        var language = new Option<string?>("--language") { Description = Words.Of("users.change.language") };
        var command = new Command("change", Words.Of("users.change.about")) { name, fullName, roles, language };
        edge.Run(command, (node, parsed, screen, _) =>
        {
            if (parsed.GetValue(fullName) is null && parsed.GetValue(roles) is null && parsed.GetValue(language) is null)
            {
                throw new UsageException(Words.Of("users.change.nothing"));
            }

            var journey = Journey(edge, node);
            var person = Known(journey, parsed.GetRequiredValue(name));
            var facts = new PersonFacts
            {
                FullName = parsed.GetValue(fullName) ?? person.FullName,
                Roles = parsed.GetValue(roles) is { } text ? Roles(text) : person.Roles,
                Language = parsed.GetValue(language) is { } tag ? (tag == OfficeLanguage ? null : tag) : person.Language,
            };
            return End(edge, node, screen, person.Name, journey.Change(person.Name, facts), "users.change.done");
        });
        return command;
    }

    private static Command CreateSecret(CommandEdge edge)
    {
        var name = Name();
        var command = new Command("secret", Words.Of("users.secret.about")) { name };
        edge.Run(command, (node, parsed, screen, _) =>
        {
            var journey = Journey(edge, node);
            var person = Known(journey, parsed.GetRequiredValue(name));
            return End(edge, node, screen, person.Name, journey.GiveSecret(person.Name, Secret(edge, screen, person.Name)), "users.secret.done");
        });
        return command;
    }

    private static Command Simple(CommandEdge edge, string verb, Func<PeopleJourney, PersonName, IReadOnlyList<Finding>> work)
    {
        var name = Name();
        var command = new Command(verb, Words.Of($"users.{verb}.about")) { name };
        edge.Run(command, (node, parsed, screen, _) =>
        {
            var journey = Journey(edge, node);
            var person = Known(journey, parsed.GetRequiredValue(name));
            return End(edge, node, screen, person.Name, work(journey, person.Name), $"users.{verb}.done");
        });
        return command;
    }

    private static Argument<string> Name() => new("name") { Description = Words.Of("users.name") };

    // The randomness is the system's own and shared: nothing of it is to be disposed of.
    private static PeopleJourney Journey(CommandEdge edge, Node node) => new(node, Values.Author, edge.SecretOptions, RandomNumberGenerator.Create());

    private static IReadOnlyList<Role> Roles(string text) => [.. Values.List(text).Select(role => Values.Choice<Role>("--roles", role))];

    private static Person Known(PeopleJourney journey, string text)
    {
        var name = Values.Code<PersonName>("name", text);
        return journey.Find(name) ?? throw new UsageException(FindingTexts.Message(new Finding(PeopleFindings.NameUnknown, Severity.Error) { Found = name.Value }));
    }

    /// <summary>The secret as it was typed, twice alike, or came as one line.</summary>
    private static string Secret(CommandEdge edge, Screen screen, PersonName name)
    {
        var secret = Ask(edge.Secrets, screen, Words.Of("users.secret.ask", ("name", name)));
        return !edge.Secrets.IsTyped || Ask(edge.Secrets, screen, Words.Of("users.secret.again")) == secret
            ? secret
            : throw new UsageException(Words.Of("users.secret.differs"));
    }

    private static string Ask(SecretInput secrets, Screen screen, string question)
    {
        var secret = secrets.Read(() => screen.Ask(question));
        if (secrets.IsTyped)
        {
            // The Enter that ended it was not shown either.
            screen.Message("");
        }

        return secret ?? throw new UsageException(Words.Of("users.secret.missing"));
    }

    private static Task<int> End(CommandEdge edge, Node node, Screen screen, PersonName name, IReadOnlyList<Finding> findings, string done)
    {
        if (findings.Count > 0)
        {
            screen.Reasons(findings);
            return Task.FromResult(ExitCode.WrongUse);
        }

        var journey = Journey(edge, node);
        screen.Result(
            new { person = journey.Find(name) is { } person ? Json(person, journey.WaitsUntil(person)) : null },
            [Words.Of(done, ("name", name))]);
        return Task.FromResult(ExitCode.Done);
    }

    private static object Json(Person person, DateTimeOffset? waitsUntil) => new
    {
        name = person.Name,
        person.FullName,
        person.Roles,
        person.Language,
        disabled = person.IsDisabled,
        password = person.HasPassword,
        failures = person.Tries.Count,
        waitsUntil,
    };

    private static string Line(Person person, DateTimeOffset? waitsUntil, TimeZoneInfo zone)
    {
        var line = Words.Of("users.list.line", ("name", person.Name), ("full", person.FullName), ("roles", string.Join(", ", person.Roles.Select(role => Words.Of("role." + role)))));
        var disabled = person.IsDisabled ? Words.Of("users.list.disabled") : "";
        var locked = waitsUntil is { } until
            ? Words.Of("users.list.locked", ("until", TimeZoneInfo.ConvertTime(until, zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture)), ("count", person.Tries.Count))
            : "";
        return line + disabled + locked;
    }
}
