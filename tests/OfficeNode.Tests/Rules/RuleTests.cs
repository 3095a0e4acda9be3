using NUnit.Framework;
using OfficeNode.Standards.Rules;

namespace OfficeNode.Tests.Rules;

public sealed class RuleTests
{
    public static IEnumerable<RuleCase> Cases => [.. RecordCases.All, .. PageCases.All];

    [TestCaseSource(nameof(Cases))]
    public void A_rule_lets_the_good_pass(RuleCase subject) => Assert.That(RuleOf(subject).Check(subject.Good), Is.Empty);

    [TestCaseSource(nameof(Cases))]
    public void A_rule_finds_the_bad_at_its_place(RuleCase subject)
    {
        var findings = RuleOf(subject).Check(subject.Bad).Select(finding => (finding.Rule, finding.Path));

        Assert.That(findings, Is.EqualTo(new[] { (subject.Rule, subject.Path) }));
    }

    [Test]
    public void Every_rule_has_a_passing_and_a_failing_case() =>
        Assert.That(RuleSet.Standard.Rules.Select(rule => rule.Id).Except(Cases.Select(one => one.Rule)), Is.Empty);

    [TestCaseSource(nameof(Cases))]
    public void A_case_is_of_a_right_that_the_rule_judges(RuleCase subject) =>
        Assert.That(RuleOf(subject).Rights, Does.Contain(subject.Good.Record.Right).And.Contain(subject.Bad.Record.Right));

    private static Rule RuleOf(RuleCase subject) => RuleSet.Standard.Rules.Single(rule => rule.Id == subject.Rule);
}
