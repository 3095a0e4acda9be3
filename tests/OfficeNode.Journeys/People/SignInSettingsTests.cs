using NUnit.Framework;
using OfficeNode.Journeys.Settings;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.People;

[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class SignInSettingsTests : OneNodeTests
{
    [TestCase("""{ "idle": "00:01:00" }""", "signIns.idle is 00:01:00, expected 00:02:00 to signIns.longest, 12:00:00")]
    [TestCase("""{ "idle": "13:00:00" }""", "signIns.idle is 13:00:00")]
    [TestCase("""{ "idle": "-00:30:00" }""", "signIns.idle is -00:30:00")]
    [TestCase("""{ "longest": "1.00:00:01" }""", "signIns.longest is 1.00:00:01, expected 00:02:00 to 1.00:00:00")]
    [TestCase("""{ "longest": "00:00:00" }""", "signIns.longest is 00:00:00")]
    [TestCase("""{ "idle": 30 }""", "signIns.idle")]
    [TestCase("null", "null")]
    public async Task What_cannot_be_meant_is_refused(string signIns, string said)
    {
        await SettingsFile.SetAsync(Node, "signIns", signIns);

        var run = await Node.RunPlainAsync("status");

        Assert.That((run.ExitCode, run.Messages.Contains(said, StringComparison.Ordinal)), Is.EqualTo((2, true)), run.Everything);
        Assert.That(run.Messages, Does.Contain("settings.json").And.Not.Contain("   at OfficeNode"));
    }

    [TestCase("""{ "idle": "00:02:00", "longest": "00:02:00" }""")]
    [TestCase("""{ "idle": "08:00:00" }""")]
    public async Task What_an_office_may_want_is_taken(string signIns)
    {
        await SettingsFile.SetAsync(Node, "signIns", signIns);

        await Node.DoAsync("status");
    }

    [Test]
    public void Each_setting_stands_in_the_manual()
    {
        var manual = File.ReadAllText(Repository.PathOf("docs/service.md"));

        Assert.That(new[] { "signIns.idle", "signIns.longest" }.Where(name => !manual.Contains($"| `{name}` |", StringComparison.Ordinal)), Is.Empty);
    }
}
