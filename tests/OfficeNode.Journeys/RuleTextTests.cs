using System.Text.RegularExpressions;
using NUnit.Framework;
using OfficeNode.Standards.Rules;

namespace OfficeNode.Journeys;

public sealed partial class RuleTextTests
{
    [Test]
    public void Every_rule_has_a_message_and_a_hint()
    {
        var needed = RuleSet.Standard.Rules.SelectMany(rule => new[] { rule.Id + ".message", rule.Id + ".hint" });

        Assert.That(RulesPage.Texts.Keys, Is.EquivalentTo(needed));
    }

    [Test]
    public void Every_text_is_a_sentence_without_exclamation_mark()
    {
        var odd = RulesPage.Texts.Where(text => !Sentence().IsMatch(text.Value)).Select(text => text.Key);

        Assert.That(odd, Is.Empty);
    }

    [Test]
    public void The_rules_page_says_what_the_rules_say()
    {
        if (Environment.GetEnvironmentVariable("OFFICENODE_REGENERATE") == "1")
        {
            File.WriteAllText(RulesPage.PathOnDisk, RulesPage.Make());
        }

        Assert.That(File.ReadAllText(RulesPage.PathOnDisk), Is.EqualTo(RulesPage.Make()), "Run this test with OFFICENODE_REGENERATE=1 to make docs/rules.md anew.");
    }

    [GeneratedRegex(@"^[^!|\n]+[.}]$")]
    private static partial Regex Sentence();
}
