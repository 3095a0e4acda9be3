using OfficeNode.Core.People;
using OfficeNode.Host.Texts;
using OfficeNode.Storage;

namespace OfficeNode.Host.Journey;

/// <summary>What people are called on screens: by their full names; where two have the same, the name they sign in by stands behind it.</summary>
public sealed class PersonNames
{
    private readonly Dictionary<string, string> _names;

    private PersonNames(IReadOnlyList<Person> people)
    {
        var shared = people.GroupBy(person => person.FullName, StringComparer.CurrentCultureIgnoreCase).Where(group => group.Skip(1).Any()).Select(group => group.Key)
            .ToHashSet(StringComparer.CurrentCultureIgnoreCase);
        _names = people.ToDictionary(person => person.Name.Value, person => NameOf(person, shared.Contains(person.FullName)), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Everybody who works here or did.</summary>
    public static PersonNames Read(RegisterSession session) => new(session.People.All());

    /// <summary>What somebody is called.</summary>
    /// <param name="author">As the audit log has it: the name somebody signs in by, or whatever a command ran under, which is shown as it is.</param>
    public string Of(string? author) => author is null ? "" : _names.GetValueOrDefault(author, author);

    private static string NameOf(Person person, bool isShared) => isShared ? Words.Of("person.named", ("person", person.FullName), ("login", person.Name.Value)) : person.FullName;
}
