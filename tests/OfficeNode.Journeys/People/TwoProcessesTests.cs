using NUnit.Framework;
using OfficeNode.Core.People;
using OfficeNode.Host.Commands;

namespace OfficeNode.Journeys.People;

/// <summary>What holds for people holds across processes too.</summary>
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class TwoProcessesTests : PeopleOfficeTests
{
    [Test]
    public async Task Two_administrators_who_disable_each_other_at_once_leave_one()
    {
        Office.Add("omar", "a boat on the lake", Role.Administrator);

        var runs = await Task.WhenAll(Office.Files.ProcessAsync("users", "disable", "ada"), Office.Files.ProcessAsync("users", "disable", "omar"));

        Assert.That(runs.Select(run => run.ExitCode).Order(), Is.EqualTo(new[] { ExitCode.Done, ExitCode.WrongUse }), string.Concat(runs.Select(run => run.Everything)));
        Assert.That(Office.People.List().Count(person => !person.IsDisabled && person.Roles.Contains(Role.Administrator)), Is.EqualTo(1));
    }

    [Test]
    public async Task Of_two_who_take_the_same_name_at_once_one_gets_it()
    {
        string[] line = ["users", "add", "omar", "--full-name", "Omar Sylla", "--roles", "clerk"];

        var runs = await Task.WhenAll(
            ProgramRun.WithInputAsync(Office.Files.Line(line), "739150\n"),
            ProgramRun.WithInputAsync(Office.Files.Line(line), "739150\n"));

        Assert.That(runs.Select(run => run.ExitCode).Order(), Is.EqualTo(new[] { ExitCode.Done, ExitCode.WrongUse }), string.Concat(runs.Select(run => run.Everything)));
        Assert.That(Office.Deeds().Count(deed => deed.EndsWith("people add / omar: clerk", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task A_command_ends_the_sign_ins_that_the_service_gave()
    {
        var token = Office.SignIn("nadia", PeopleOffice.NadiaSecret);
        var before = Office.SignIns.Find(token);

        await Office.Files.ProcessAsync("users", "disable", "nadia");

        Assert.That((before?.Person.Name, Office.SignIns.Find(token)), Is.EqualTo(((PersonName?)PeopleOffice.Nadia, (Host.Journey.SignedIn?)null)));
    }
}
