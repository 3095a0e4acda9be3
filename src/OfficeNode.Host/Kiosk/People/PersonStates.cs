using OfficeNode.Core.People;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Kiosk.Today;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Kiosk.People;

/// <summary>Whether people may sign in, in words.</summary>
internal sealed class PersonStates
{
    private readonly PeopleJourney _people;
    private readonly Moments _moments;

    public PersonStates(PeopleJourney people, Node node)
    {
        _people = people;
        _moments = new Moments(node.Time.LocalTimeZone, node.Time.GetUtcNow());
    }

    public string Of(Person person) => person.IsDisabled ? Words.Of("person.state.disabled")
        : _people.WaitsUntil(person) is { } until ? Words.Of("person.state.locked", ("until", _moments.Second(until)))
        : Words.Of("person.state.active");
}
