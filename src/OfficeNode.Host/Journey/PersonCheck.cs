using System.Globalization;
using System.Text;
using OfficeNode.Core;
using OfficeNode.Core.People;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>What facts about a person must be before the register takes them.</summary>
internal static class PersonCheck
{
    // RFC 5646, 4.4.1 (as recalled): 35 characters hold any tag but the strangest.
    private const int LongestTag = 35;
    private const int LongestSubtag = 8;

    /// <summary>Facts in the form in which they are kept: text composed and trimmed, each role once.</summary>
    public static PersonFacts Settle(PersonFacts facts) => facts with
    {
        FullName = IsText(facts.FullName) ? facts.FullName.Normalize(NormalizationForm.FormC).Trim() : facts.FullName,
        Roles = [.. facts.Roles.Distinct().Order()],
        Language = string.IsNullOrWhiteSpace(facts.Language) ? null : facts.Language.Trim(),
    };

    /// <summary>What keeps them from being a person's; empty when nothing does.</summary>
    public static IReadOnlyList<Finding> Check(PersonFacts facts)
    {
        var findings = new List<Finding>();
        if (!IsText(facts.FullName) || facts.FullName.Length > Person.LongestFullName || !facts.FullName.EnumerateRunes().Any(Rune.IsLetter))
        {
            findings.Add(new(PeopleFindings.FullNameForm, Severity.Error) { Path = "fullName", Expected = Person.LongestFullName.ToString(CultureInfo.InvariantCulture) });
        }

        if (facts.Roles.Count == 0)
        {
            findings.Add(new(PeopleFindings.RoleMissing, Severity.Error) { Path = "roles" });
        }

        if (facts.Language is { } tag && !IsTag(tag))
        {
            findings.Add(new(PeopleFindings.LanguageForm, Severity.Error) { Path = "language", Found = tag });
        }

        return findings;
    }

    // No control characters, no half pairs: what stands in one line of a list.
    private static bool IsText(string text) => !text.Any(char.IsControl) && text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar);

    private static bool IsTag(string tag)
    {
        var parts = tag.Split('-');
        return tag.Length <= LongestTag
            && parts[0].Length >= 2
            && parts[0].All(char.IsAsciiLetter)
            && parts.All(part => part.Length is > 0 and <= LongestSubtag && part.All(char.IsAsciiLetterOrDigit));
    }
}
