using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using OfficeNode.Core.People;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>The outcome of comparing a secret.</summary>
/// <param name="Person">Null for a name that nobody has.</param>
/// <param name="Secret">What was compared with; null where nothing was.</param>
/// <param name="IsRight">The secret is that of an enabled person.</param>
/// <param name="WaitsUntil">From when on the next try is taken; null for now.</param>
internal sealed record CheckedSecret(Person? Person, SecretDigest? Secret, bool IsRight, DateTimeOffset? WaitsUntil);

/// <summary>Compares secrets under the throttle, so that nobody learns by answer or time whether a name is anybody's.</summary>
/// <remarks>
/// A try counts as failed before it is compared: many at once, in however many processes, get no more comparisons than one after the other. Who was
/// right has the count cleared, in the transaction that lets them in.
/// </remarks>
internal sealed class SecretCheck
{
    private const string StrangerKey = "stranger-key";
    private const int StrangerKeyBytes = 32;

    private static readonly SignInThrottle Throttle = SignInThrottle.Standard;

    private readonly Node _node;
    private readonly SecretOptions _options;
    private readonly RandomNumberGenerator _random;

    public SecretCheck(Node node, SecretOptions options, RandomNumberGenerator random)
    {
        _node = node;
        _options = options;
        _random = random;
    }

    public CheckedSecret Try(string name, string secret)
    {
        var now = _node.Time.GetUtcNow();
        var begun = _node.Register.Note(session => Begin(session, name, now));
        if (begun.Secret is null)
        {
            return new CheckedSecret(begun.Person, null, IsRight: false, Throttle.WaitsUntil(begun.Tries, now));
        }

        var isSame = begun.Secret.Matches(secret);
        var isRight = isSame && begun.Person is { IsDisabled: false };
        if (!isRight && Throttle.Locks(begun.Tries))
        {
            NoteLock(begun);
        }

        return new CheckedSecret(begun.Person, begun.Secret, isRight, isRight ? null : Throttle.WaitsUntil(begun.Tries, now));
    }

    private Begun Begin(RegisterSession session, string name, DateTimeOffset now)
    {
        var word = PersonName.Parse(name);
        var slot = SlotOf(session, word.Success ? word.Value.Key : name);
        var person = word.Success ? session.People.Find(word.Value) : null;
        var tries = person?.Tries ?? session.SignIns.TriesOfStranger(slot);
        if (Throttle.WaitsUntil(tries, now) is not null)
        {
            return new Begun(person, null, slot, tries);
        }

        tries = tries.And(now);
        Keep(session, person, slot, tries);
        return new Begun(person, person is null ? SecretDigest.OfNobody(_options.Iterations) : session.People.SecretOf(person.Id), slot, tries);
    }

    // A stranger's lock costs a write, too, for the time it takes; an entry of the audit log it does not get, because anybody may invent names.
    private void NoteLock(Begun begun)
    {
        if (begun.Person is { } person)
        {
            _node.Register.Write(new Deed("sign-in", "sign-in lock", person.Name.Value), _ => { });
        }
        else
        {
            _node.Register.Note(session => Keep(session, null, begun.Slot, begun.Tries));
        }
    }

    private static void Keep(RegisterSession session, Person? person, int slot, FailedTries tries)
    {
        if (person is not null)
        {
            session.People.SetTries(person.Id, tries);
        }
        else
        {
            session.SignIns.SetTriesOfStranger(slot, tries);
        }
    }

    // By a key of the node's own: who knows this code still does not know which names share a slot.
    private int SlotOf(RegisterSession session, string name)
    {
        var key = session.Node.Get(StrangerKey);
        if (key is null)
        {
            var bytes = new byte[StrangerKeyBytes];
            _random.GetBytes(bytes);
            key = Convert.ToBase64String(bytes);
            session.Node.Set(StrangerKey, key);
        }

        var hash = HMACSHA256.HashData(Convert.FromBase64String(key), Encoding.UTF8.GetBytes(name));
        return BinaryPrimitives.ReadUInt16BigEndian(hash) % SignInTable.StrangerSlots;
    }

    /// <param name="Secret">Null where the throttle takes no try now.</param>
    private sealed record Begun(Person? Person, SecretDigest? Secret, int Slot, FailedTries Tries);
}
