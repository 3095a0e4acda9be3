using OfficeNode.Core.Keying;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Kiosk.Today;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Kiosk.Keying;

/// <summary>What screens say of entries: how they are called, what is to be done, who has them.</summary>
public sealed class EntryWords
{
    private readonly Node _node;
    private readonly KioskJourneys _journeys;

    internal EntryWords(Node node, KioskJourneys journeys)
    {
        _node = node;
        _journeys = journeys;
    }

    /// <summary>By its number, else by the node's own name for it.</summary>
    public static string NameOf(Entry entry) => entry.Number ?? Words.Of("keying.nameless", ("entry", entry.Id.Value));

    public static string RightOf(Entry entry) => Words.Of("keying.right." + entry.Right);

    public static string WorkOf(Entry entry) => Words.Of("keying.work." + entry.State);

    /// <summary>What a person is called.</summary>
    public string PersonOf(string login) => _journeys.Names.Of(login);

    public string HeldBy(Claim claim) => Words.Of("keying.held", ("person", PersonOf(claim.Person)), ("since", SinceOf(claim)));

    /// <summary>Why an entry can only be read now; null when it can be keyed.</summary>
    public string? WhyFixed(EntryView view) => view switch
    {
        { MayEdit: true } => null,
        { Holder: { } holder } => Words.Of("keying.held.note", ("person", PersonOf(holder.Person)), ("since", SinceOf(holder))),
        _ => Words.Of("keying.closed", ("state", WorkOf(view.Entry))),
    };

    private string SinceOf(Claim claim) => new Moments(_node.Time.LocalTimeZone, _node.Time.GetUtcNow()).Of(claim.Since);
}
