using OfficeNode.Core.People;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Kiosk.People;

/// <summary>What is given on a screen about a person; null or false where nothing was given. A box posts nothing when it is not ticked.</summary>
public sealed class PersonForm
{
    public string? Name { get; set; }

    public string? FullName { get; set; }

    public bool Clerk { get; set; }

    public bool Supervisor { get; set; }

    public bool Head { get; set; }

    public bool Administrator { get; set; }

    public bool Support { get; set; }

    /// <summary>A tag; empty for the office's own.</summary>
    public string? Language { get; set; }

    public string? Secret { get; set; }

    public PersonFacts Facts => new() { FullName = FullName ?? "", Roles = [.. Enum.GetValues<Role>().Where(Has)], Language = Language is { Length: > 0 } tag ? tag : null };

    public static PersonForm Of(Person person) => new()
    {
        Name = person.Name.Value,
        FullName = person.FullName,
        Clerk = person.Roles.Contains(Role.Clerk),
        Supervisor = person.Roles.Contains(Role.Supervisor),
        Head = person.Roles.Contains(Role.Head),
        Administrator = person.Roles.Contains(Role.Administrator),
        Support = person.Roles.Contains(Role.Support),
        Language = person.Language,
    };

    public bool Has(Role role) => role switch
    {
        Role.Clerk => Clerk,
        Role.Supervisor => Supervisor,
        Role.Head => Head,
        Role.Administrator => Administrator,
        _ => Support,
    };
}
