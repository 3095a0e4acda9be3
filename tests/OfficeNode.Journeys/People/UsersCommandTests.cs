using NUnit.Framework;
using OfficeNode.Core.People;
using OfficeNode.Host.Commands;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.People;

[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class UsersCommandTests : OneNodeTests
{
    private static readonly string[] AddAda = ["users", "add", "ada", "--full-name", "Ada Mensah", "--roles", "administrator,head"];
    private static readonly string[] AddNadia = ["users", "add", "nadia", "--full-name", "Nadia Osei", "--roles", "clerk", "--language", "fr"];

    [Test]
    public async Task A_person_is_added_with_a_secret_from_standard_input()
    {
        Node.Input = "the sea is green\nand nothing of this\n";

        var run = await Node.DoAsync(AddAda);

        Assert.That(run.Json.GetProperty("person").ToString(), Is.EqualTo(
            """{"name":"ada","fullName":"Ada Mensah","roles":["head","administrator"],"disabled":false,"password":true,"failures":0}"""));
        Assert.That(Secret("ada").Matches("the sea is green"), Is.True);
    }

    [Test]
    public async Task Everybody_is_listed()
    {
        await AddBothAsync();

        var people = (await Node.DoAsync("users", "list")).Json.GetProperty("people").EnumerateArray().Select(person => person.GetProperty("name").GetString());
        var lines = (await Node.RunPlainAsync("users", "list")).Output;

        Assert.That(people, Is.EqualTo(new[] { "ada", "nadia" }));
        Assert.That(lines, Is.EqualTo($"ada  Ada Mensah: Head of office, Administrator{Environment.NewLine}nadia  Nadia Osei: Clerk{Environment.NewLine}"));
    }

    [Test]
    public async Task A_node_without_people_says_how_the_first_one_is_added()
    {
        var run = await Node.RunPlainAsync("users", "list");

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((0, run.Output)));
        Assert.That(run.Output, Does.Contain("officenode users add NAME").And.Contain("--roles administrator"));
    }

    [Test]
    public async Task The_first_person_without_the_role_administrator_is_refused_with_the_reason()
    {
        Node.Input = "480261\n";

        var run = await Node.RunAsync(AddNadia);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((ExitCode.WrongUse, "")));
        Assert.That(run.Messages, Does.Contain("The first person of a node must be an administrator"));
    }

    [TestCase("", "No PIN or password came")]
    [TestCase("\n", "The password has 0 characters")]
    [TestCase("480261\n", "a PIN is not enough")]
    public async Task A_secret_that_is_none_is_refused(string input, string said)
    {
        Node.Input = input;

        var run = await Node.RunAsync(AddAda);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((ExitCode.WrongUse, "")));
        Assert.That(run.Messages, Does.Contain(said));
    }

    [Test]
    public async Task A_secret_is_never_an_argument()
    {
        var run = await Node.RunAsync([.. AddAda, "--secret", "the sea is green"]);

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.WrongUse));
    }

    [Test]
    public async Task What_is_named_is_changed_and_the_rest_stays()
    {
        await AddBothAsync();

        await Node.DoAsync("users", "change", "nadia", "--roles", "clerk,supervisor");
        await Node.DoAsync("users", "change", "NADIA", "--full-name", "Nadia Sylla");
        var before = Person("nadia");
        await Node.DoAsync("users", "change", "nadia", "--language", "none");

        Assert.That(before.Roles, Is.EqualTo(new[] { Role.Clerk, Role.Supervisor }));
        Assert.That((before.FullName, before.Language, Person("nadia").Language, Person("nadia").FullName), Is.EqualTo(("Nadia Sylla", "fr", (string?)null, "Nadia Sylla")));
    }

    [TestCase("change", "nadia")]
    [TestCase("change", "nadia", "--roles", "clerk,king")]
    [TestCase("change", "eve", "--full-name", "Eve")]
    [TestCase("disable", "eve")]
    [TestCase("disable", "no name")]
    [TestCase("disable", "ada")]
    [TestCase("enable", "eve")]
    [TestCase("unlock", "eve")]
    [TestCase("secret", "eve")]
    [TestCase("add", "nadia", "--full-name", "Somebody", "--roles", "clerk")]
    public async Task What_cannot_be_done_as_asked_is_wrong_use(params string[] arguments)
    {
        await AddBothAsync();
        Node.Input = "739150\n";

        var run = await Node.RunAsync(["users", .. arguments]);

        Assert.That((run.ExitCode, run.Output, run.Messages.Length > 20), Is.EqualTo((ExitCode.WrongUse, "", true)), run.Everything);
        Assert.That(run.Messages, Does.Not.Contain("   at OfficeNode"));
    }

    [Test]
    public async Task A_person_is_disabled_and_enabled()
    {
        await AddBothAsync();

        await Node.DoAsync("users", "disable", "Nadia");
        var (disabled, line) = (Person("nadia").IsDisabled, (await Node.RunPlainAsync("users", "list")).Output);
        await Node.DoAsync("users", "enable", "nadia");

        Assert.That((disabled, Person("nadia").IsDisabled), Is.EqualTo((true, false)));
        Assert.That(line, Does.Contain("nadia  Nadia Osei: Clerk (disabled)"));
    }

    [Test]
    public async Task A_locked_person_is_shown_and_unlocked()
    {
        await AddBothAsync();
        Write(session => session.People.SetTries(Person("nadia").Id, new FailedTries(10, Node.Time.GetUtcNow())));

        var line = (await Node.RunPlainAsync("users", "list")).Output;
        var json = (await Node.DoAsync("users", "list")).Json.GetProperty("people")[1].GetProperty("waitsUntil").GetDateTimeOffset();
        await Node.DoAsync("users", "unlock", "nadia");

        Assert.That(line, Does.Contain("nadia  Nadia Osei: Clerk (waits until 12:15:00 after 10 failed tries)"));
        Assert.That((json, Person("nadia").Tries), Is.EqualTo((Node.Time.GetUtcNow().AddMinutes(15), default(FailedTries))));
    }

    [Test]
    public async Task A_new_secret_takes_the_place_of_the_old()
    {
        await AddBothAsync();
        Node.Input = "739150\n";

        await Node.DoAsync("users", "secret", "nadia");

        Assert.That((Secret("nadia").Matches("739150"), Secret("nadia").Matches("480261")), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task The_program_itself_hashes_600000_times()
    {
        var run = await ProgramRun.WithInputAsync(Node.Line(AddAda), "the sea is green\n");

        Assert.That((run.ExitCode, Secret("ada").Iterations, Secret("ada").Matches("the sea is green")), Is.EqualTo((0, 600_000, true)), run.Everything);
    }

    [Test]
    [Platform("Linux", Reason = "The terminal of this test is Linux's.")]
    public void At_a_terminal_a_secret_is_asked_for_twice_and_not_shown()
    {
        var (code, output) = AtTerminal("the sea is grexen", "the sea is grexen");

        Assert.That((code, Person("ada").HasPassword), Is.EqualTo((0, true)), output);
        Assert.That(output, Does.Contain("PIN or password for ada: ").And.Contain("Once more: ").And.Not.Contain("sea"));
        Assert.That(Secret("ada").Matches("the sea is green"), Is.True);
    }

    [Test]
    [Platform("Linux", Reason = "The terminal of this test is Linux's.")]
    public void At_a_terminal_a_slip_adds_nobody()
    {
        var (code, output) = AtTerminal("the sea is green", "the sea is grey");

        Assert.That((code, Node.Read(session => session.People.All()).Count), Is.EqualTo((ExitCode.WrongUse, 0)), output);
        Assert.That(output, Does.Contain("The two are not the same."));
    }

    private async Task AddBothAsync()
    {
        Node.Input = "the sea is green\n";
        await Node.DoAsync(AddAda);
        Node.Input = "480261\n";
        await Node.DoAsync(AddNadia);
    }

    /// <summary>Adds ada at a terminal; "x" is typed as a slip that Backspace takes back.</summary>
    private (int Code, string Output) AtTerminal(string first, string second)
    {
        const string Python = """
            import os, pty, sys
            questions = [("password for ada: ", sys.argv[1]), ("Once more: ", sys.argv[2])]
            process, terminal = pty.fork()
            if process == 0:
                os.execv(sys.argv[3], sys.argv[3:])
            shown = b""
            while True:
                try:
                    piece = os.read(terminal, 4096)
                except OSError:
                    break
                if not piece:
                    break
                shown += piece
                if questions and shown.endswith(questions[0][0].encode()):
                    os.write(terminal, (questions.pop(0)[1].replace("x", "x\x7f") + "\r").encode())
            print(shown.decode())
            sys.exit(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))
            """;
        var run = Tool.Run("python3", "python3", ["-c", Python, first, second, ProgramRun.Program, .. Node.Line(AddAda)]);
        return (run.ExitCode, run.Output + run.Error);
    }

    private Person Person(string name) => Node.Read(session => session.People.Find(PersonName.Parse(name).Value))
        ?? throw new InvalidOperationException($"{name} is not there.");

    private SecretDigest Secret(string name) => Node.Read(session => session.People.SecretOf(Person(name).Id));

    private void Write(Action<Storage.RegisterSession> work)
    {
        using var register = Storage.Register.Open(Node.Folder, Node.Time);
        register.Note(work);
    }
}
