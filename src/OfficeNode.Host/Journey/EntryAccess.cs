using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Core.Keying;
using OfficeNode.Core.People;
using OfficeNode.Storage;

namespace OfficeNode.Host.Journey;

/// <summary>Who may work on an entry now. Read and written within one transaction.</summary>
internal sealed class EntryAccess
{
    private readonly Node _node;
    private readonly string _author;

    public EntryAccess(Node node, string author)
    {
        _node = node;
        _author = author;
    }

    /// <summary>Another person who holds an entry now; null where nobody else does.</summary>
    public Claim? HolderOf(Entry entry) =>
        entry.Claim is { } claim && !IsAuthor(claim.Person) && claim.HoldsAt(_node.Time.GetUtcNow()) ? claim : null;

    /// <summary>Why this person may not key an entry; null when they may.</summary>
    public Finding? Against(RegisterSession session, Entry entry) => AgainstState(session, entry)
        ?? (HolderOf(entry) is { } holder ? HeldBy(session, holder) : null);

    /// <summary>The finding that says who holds an entry, and since when.</summary>
    public Finding HeldBy(RegisterSession session, Claim holder) => new(KeyingFindings.Held, Severity.Error) { Found = PersonNames.Read(session).Of(holder.Person), Arguments = Since(holder) };

    /// <summary>As <see cref="Against"/>, whoever holds it.</summary>
    public Finding? AgainstState(RegisterSession session, Entry entry) => entry.State switch
    {
        EntryState.Keying or EntryState.SentBack => null,
        EntryState.Second when !IsAuthor(entry.KeyedBy) => null,
        EntryState.Settling when MaySettle(session, entry) => null,
        EntryState.Second or EntryState.Settling => new Finding(KeyingFindings.OtherPerson, Severity.Error) { Found = entry.Id.Value },
        _ => new Finding(KeyingFindings.State, Severity.Error) { Found = entry.Id.Value },
    };

    /// <summary>Takes an entry into one's hands, or gives a sign of life of having it.</summary>
    public void Hold(RegisterSession session, Entry entry)
    {
        if (entry.Claim is { } claim && IsAuthor(claim.Person) && claim.HoldsAt(_node.Time.GetUtcNow()))
        {
            session.Entries.See(entry.Id);
        }
        else
        {
            session.Entries.Hold(entry.Id, _author);
        }
    }

    public bool IsAuthor(string? person) => person is not null && string.Equals(person, _author, StringComparison.OrdinalIgnoreCase);

    // A third person; where the office has none, one who releases and sees both values without names.
    private bool MaySettle(RegisterSession session, Entry entry)
    {
        if (!IsAuthor(entry.KeyedBy) && !IsAuthor(entry.SecondBy))
        {
            return true;
        }

        var people = session.People.All().Where(person => !person.IsDisabled).ToList();
        var hasThird = people.Any(person => person.May(Permission.Key) && !IsOneOf(person, entry));
        return !hasThird && people.Any(person => IsAuthor(person.Name.Value) && person.May(Permission.Release));
    }

    private static bool IsOneOf(Person person, Entry entry) =>
        string.Equals(person.Name.Value, entry.KeyedBy, StringComparison.OrdinalIgnoreCase) || string.Equals(person.Name.Value, entry.SecondBy, StringComparison.OrdinalIgnoreCase);

    private Dictionary<string, string> Since(Claim holder) => new()
    {
        ["since"] = TimeZoneInfo.ConvertTime(holder.Since, _node.Time.LocalTimeZone).ToString("HH:mm", CultureInfo.InvariantCulture),
    };
}
