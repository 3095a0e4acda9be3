using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Standards.Rules;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Rules;

public sealed partial class RuleConsistencyTests
{
    private static readonly IReadOnlyList<Rule> All = RuleSet.Standard.Rules;

    [Test]
    public void Every_rule_class_is_entered_in_the_list()
    {
        var classes = typeof(Rule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract);

        Assert.That(All.Select(rule => rule.GetType()), Is.EquivalentTo(classes));
    }

    [Test]
    public void Ids_are_unique() => Assert.That(All.Select(rule => rule.Id), Is.Unique);

    [Test]
    public void Ids_are_upper_kebab() => Assert.That(All.Where(rule => !UpperKebab().IsMatch(rule.Id)), Is.Empty);

    [Test]
    public void Every_rule_cites_a_source() =>
        Assert.That(All.Where(rule => !Source().IsMatch(rule.Source)).Select(rule => $"{rule.Id}: {rule.Source}"), Is.Empty);

    [Test]
    public void Rules_of_an_acceptance_profile_say_that_it_is_ours()
    {
        var accepting = All.Where(rule => rule.Destinations.Count > 0);

        Assert.That(accepting.Where(rule => !rule.Source.StartsWith("OfficeNode, local acceptance profile", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Rules_are_sealed_and_without_state()
    {
        var odd = All.Select(rule => rule.GetType()).Where(type => !type.IsSealed || HasState(type));

        Assert.That(odd, Is.Empty);
    }

    [Test]
    public void Every_rule_judges_a_right_and_known_destinations()
    {
        string[] profiles = [Profiles.Patentscope, Profiles.BrandDatabase, Profiles.DesignDatabase];

        Assert.That(All.Where(rule => rule.Rights.Count == 0 || rule.Destinations.Except(profiles).Any()), Is.Empty);
    }

    [TestCaseSource(typeof(RuleTests), nameof(RuleTests.Cases))]
    public void A_finding_fills_every_placeholder_of_its_words(RuleCase subject)
    {
        var finding = RuleSet.Standard.Rules.Single(rule => rule.Id == subject.Rule).Check(subject.Bad).First();

        var empty = PlaceholdersOf(subject.Rule).Where(name => ValueOf(finding, name) is null);

        Assert.That(empty, Is.Empty);
    }

    private static bool HasState(Type type) => type
        .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .Length > 0;

    private static IEnumerable<string> PlaceholdersOf(string rule) => XDocument.Load(Repository.PathOf("src/OfficeNode.Host/Texts/RuleFindings.resx"))
        .Descendants("data")
        .Where(data => (string?)data.Attribute("name") == rule + ".message" || (string?)data.Attribute("name") == rule + ".hint")
        .SelectMany(data => Placeholder().Matches(data.Value))
        .Select(match => match.Groups[1].Value);

    private static string? ValueOf(Finding finding, string name) => name switch
    {
        "path" => finding.Path,
        "found" => finding.Found,
        "expected" => finding.Expected,
        _ => finding.Arguments?.GetValueOrDefault(name),
    };

    [GeneratedRegex("^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$")]
    private static partial Regex UpperKebab();

    /// <summary>A fact sheet with its mark, a standard before it or not; a treaty's article; or the program's own reason.</summary>
    [GeneratedRegex(@"^((WIPO ST\.[0-9A-Z/.]+, )?facts/[a-z0-9-]+\.md \[[VRI]\]|Paris Convention, Article [0-9]+[A-Z]?|OfficeNode, [^\[\]]+( \[[VRI]\])?)$")]
    private static partial Regex Source();

    [GeneratedRegex(@"\{([a-z]+)\}")]
    private static partial Regex Placeholder();
}
