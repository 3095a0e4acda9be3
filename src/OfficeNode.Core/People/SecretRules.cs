using System.Globalization;

namespace OfficeNode.Core.People;

/// <summary>What a PIN or password must be. A secret of digits alone is a PIN, any other a password.</summary>
/// <remarks>Findings never repeat the secret.</remarks>
public static class SecretRules
{
    /// <summary>The fewest digits of a PIN: a million of them, of which <see cref="SignInThrottle"/> lets a guesser try a hundred in a day.</summary>
    public const int ShortestPin = 6;

    /// <summary>The fewest characters of a password (UTF-16 code units).</summary>
    public const int ShortestPassword = 10;

    /// <summary>The most characters of any secret (UTF-16 code units): sentences fit, and what a request may make the node hash stays small.</summary>
    public const int Longest = 128;

    /// <summary>Whether somebody with these roles needs a password, because a PIN would guard too much: what opens people, publication or the machine.</summary>
    public static bool NeedPassword(IEnumerable<Role> roles) => roles.Any(role => role is Role.Administrator or Role.Head or Role.Support);

    /// <summary>Whether a secret is a PIN.</summary>
    public static bool IsPin(string secret) => SecretText.IsPin(SecretText.Of(secret));

    /// <summary>What keeps a secret from being a person's; empty when nothing does.</summary>
    public static IReadOnlyList<Finding> Check(string secret, PersonName name, string fullName, IEnumerable<Role> roles)
    {
        var text = SecretText.Of(secret);
        var findings = new List<Finding>();
        if (text.Length > Longest)
        {
            return [Of(PeopleFindings.SecretLong, text.Length, Longest)];
        }

        if (SecretText.IsPin(text))
        {
            findings.AddRange(NeedPassword(roles) ? [Of(PeopleFindings.PasswordNeeded)] : CheckPin(text));
        }
        else if (text.Length < ShortestPassword)
        {
            findings.Add(Of(PeopleFindings.PasswordShort, text.Length, ShortestPassword));
        }

        if (Holds(text, name.Value) || Holds(text, fullName))
        {
            findings.Add(Of(PeopleFindings.SecretHoldsName));
        }

        return findings;
    }

    private static IEnumerable<Finding> CheckPin(string pin)
    {
        if (pin.Length < ShortestPin)
        {
            yield return Of(PeopleFindings.PinShort, pin.Length, ShortestPin);
        }
        else if (pin.All(digit => digit == pin[0]))
        {
            yield return Of(PeopleFindings.PinAlike);
        }
        else if (IsRun(pin, 1) || IsRun(pin, 9))
        {
            yield return Of(PeopleFindings.PinRun);
        }
    }

    // Round the corner as well: 789012 is tried as early as 123456. Nine up is one down.
    private static bool IsRun(string pin, int step) => pin.Zip(pin.Skip(1)).All(pair => (pair.First - '0' + step) % 10 == pair.Second - '0');

    private static bool Holds(string secret, string name) => name.Length > 0 && secret.Contains(name, StringComparison.InvariantCultureIgnoreCase);

    private static Finding Of(string rule, int found, int expected) => Of(rule) with
    {
        Found = found.ToString(CultureInfo.InvariantCulture),
        Expected = expected.ToString(CultureInfo.InvariantCulture),
    };

    private static Finding Of(string rule) => new(rule, Severity.Error) { Path = "secret" };
}
