using System.Security.Cryptography;
using OfficeNode.Core;
using OfficeNode.Core.People;
using OfficeNode.Host.Settings;
using OfficeNode.Storage;

namespace OfficeNode.Host.Journey;

/// <summary>Lets people in by name and secret, knows them again by the token their browser holds, and lets them out. Thread-safe.</summary>
public sealed class SignInJourney
{
    // The time of the last use is worth a write to the disk this often, not at each request.
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    // A quarter of a year, as long as a node may be without a line: who asks after a sign-in still finds it. That it was stays in the audit log for ever.
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    // Each beginning brings one row, so that a hundred at a time catch up with any past.
    private const int SweptAtOnce = 100;

    private readonly Node _node;
    private readonly SecretOptions _options;
    private readonly RandomNumberGenerator _random;
    private readonly SecretCheck _check;

    public SignInJourney(Node node, SecretOptions options, RandomNumberGenerator random)
    {
        _node = node;
        _options = options;
        _random = random;
        _check = new SecretCheck(node, options, random);
    }

    /// <summary>Lets a person in. A name that nobody has, and a disabled person, hear after the same time what a wrong secret hears.</summary>
    public SignInAnswer TrySignIn(string name, string secret)
    {
        var found = _check.Try(name, secret);
        if (found is { Secret: null, WaitsUntil: { } until })
        {
            return new SignInLocked(until);
        }

        return found is { IsRight: true, Person: { } person, Secret: { } kept } && Begin(person, kept, secret) is { } token
            ? new SignInGranted(token, person)
            : new SignInRefused(found.WaitsUntil);
    }

    /// <summary>The person of a token, who uses the sign-in with this; null when there is no such sign-in, or it has ended.</summary>
    public SignedIn? Find(string token) => Find(token, isUse: true);

    /// <summary>The same for what a screen asks by itself: one that is left open lets the sign-in end all the same.</summary>
    public SignedIn? Glance(string token) => Find(token, isUse: false);

    /// <summary>Lets the person of a token out; one that is not known, or ended before, changes nothing.</summary>
    public void End(string token)
    {
        if (SignInToken.Parse(token) is { Success: true } parsed)
        {
            _node.Register.Note(session => session.SignIns.End(parsed.Value.Digest, SignInEnd.Left));
        }
    }

    private SignedIn? Find(string token, bool isUse)
    {
        var parsed = SignInToken.Parse(token);
        if (!parsed.Success)
        {
            return null;
        }

        var digest = parsed.Value.Digest;
        var found = _node.Register.Read(session => session.SignIns.Get(digest) is { Ended: null } signIn && session.People.Get(signIn.Person) is { } person
            ? new SignedIn(person, signIn)
            : null);
        return found is not null && GoesOn(digest, found.SignIn, isUse) ? found : null;
    }

    /// <returns>Null when somebody disabled the person, or gave them another secret, while this one was compared.</returns>
    private SignInToken? Begin(Person person, SecretDigest kept, string secret)
    {
        var renewed = kept.IsOutdated(_options.Iterations) ? SecretDigest.Of(secret, _options.Iterations, _random) : null;
        var token = SignInToken.New(_random);
        var findings = _node.Register.TryWrite(new Deed(person.Name.Value, "sign-in", person.Name.Value), session =>
        {
            if (session.People.Get(person.Id) is not { IsDisabled: false } || session.People.SecretOf(person.Id).Value != kept.Value)
            {
                return [new Finding(PeopleFindings.SignInRefused, Severity.Error)];
            }

            if (renewed is not null)
            {
                session.People.SetSecret(person.Id, renewed, person.HasPassword);
            }

            session.People.SetTries(person.Id, default);
            session.SignIns.Sweep(_node.Time.GetUtcNow() - KeptFor, SweptAtOnce);
            session.SignIns.Begin(token.Digest, person.Id);
            return [];
        });
        return findings.Count == 0 ? token : null;
    }

    private bool GoesOn(Digest token, SignIn signIn, bool isUse)
    {
        var now = _node.Time.GetUtcNow();
        if (EndOf(signIn, _node.Settings.SignIns, now) is { } why)
        {
            _node.Register.Note(session => session.SignIns.End(token, why));
            return false;
        }

        if (isUse && now - signIn.Seen >= SeenEvery)
        {
            _node.Register.Note(session => session.SignIns.See(token));
        }

        return true;
    }

    private static SignInEnd? EndOf(SignIn signIn, SignInSettings settings, DateTimeOffset now) =>
        now - signIn.Began >= settings.Longest ? SignInEnd.Longest
        : now - signIn.Seen >= settings.Idle ? SignInEnd.Idle
        : null;
}
