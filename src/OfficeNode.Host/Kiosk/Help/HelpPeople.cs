using OfficeNode.Core.People;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Kiosk.Help;

/// <summary>Who is asked for help, by name.</summary>
internal sealed class HelpPeople
{
    // What fits beside a role on a printed sheet.
    private const int MostNames = 3;

    private readonly IReadOnlyList<Person> _people;
    private readonly string? _support;

    /// <param name="support">The organisation that the office named; null where it named none.</param>
    public HelpPeople(IReadOnlyList<Person> people, string? support)
    {
        _people = people;
        _support = support;
    }

    /// <summary>The names of those who have a role and may sign in; empty when there is nobody.</summary>
    public string NamesOf(Role role) => role == Role.Support && !string.IsNullOrEmpty(_support) ? _support : string.Join(Words.Of("record.comma"), _people
        .Where(person => !person.IsDisabled && person.Roles.Contains(role))
        .Select(person => person.FullName)
        .Take(MostNames));
}
