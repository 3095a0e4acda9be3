using System.Security.Cryptography;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Core.People;
using OfficeNode.Host.Journey;
using OfficeNode.Storage.Tables;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.People;

/// <summary>A node with an administrator <c>ada</c> and a clerk <c>nadia</c>, opened with a clock that the test moves.</summary>
internal sealed class PeopleOffice : IDisposable
{
    public const string AdaSecret = "the sea is green";
    public const string NadiaSecret = "480261";

    private readonly TestNode _files;
    private readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();

    private PeopleOffice(TestNode files)
    {
        _files = files;
        Node = Node.Open(files.Folder.Root, new PhysicalDisk(), Time);
    }

    public ManualTime Time { get; } = new();

    public Node Node { get; }

    public TestNode Files => _files;

    public PeopleJourney People => PeopleBy("ada");

    public SignInJourney SignIns => SignInsWith(TestNode.QuickSecrets);

    public static PersonName Ada { get; } = PersonName.Parse("ada").Value;

    public static PersonName Nadia { get; } = PersonName.Parse("nadia").Value;

    public static async Task<PeopleOffice> EmptyAsync() => new(await TestNode.CreateAsync());

    public static async Task<PeopleOffice> CreateAsync()
    {
        var office = await EmptyAsync();
        Assert.That(office.Add("ada", AdaSecret, Role.Administrator), Is.Empty);
        Assert.That(office.Add("nadia", NadiaSecret, Role.Clerk), Is.Empty);
        return office;
    }

    public PeopleJourney PeopleBy(string author) => new(Node, author, TestNode.QuickSecrets, _random);

    public SignInJourney SignInsWith(SecretOptions options) => new(Node, options, _random);

    /// <summary>Adds somebody; the rules of what was found, none when it was done.</summary>
    public IReadOnlyList<string> Add(string name, string secret, params IReadOnlyList<Role> roles) =>
        Rules(People.Add(new PersonEntry { Name = name, Facts = Facts(roles) }, secret));

    public static PersonFacts Facts(params IReadOnlyList<Role> roles) => new() { FullName = "Somebody Else", Roles = roles };

    public static IReadOnlyList<string> Rules(IEnumerable<Finding> findings) => [.. findings.Select(finding => finding.Rule)];

    public Person Person(PersonName name) => People.Find(name) ?? throw new InvalidOperationException($"{name} is not there.");

    /// <summary>The token of a sign-in that must succeed.</summary>
    public string SignIn(string name, string secret) => SignIns.TrySignIn(name, secret) is SignInGranted granted
        ? granted.Token.Text
        : throw new InvalidOperationException($"{name} was not let in.");

    /// <summary>All sign-ins of a person and why they ended.</summary>
    public IReadOnlyList<SignInEnd?> EndsOf(PersonName name) => [.. Node.Register.Read(session => session.SignIns.Of(Person(name).Id)).Select(signIn => signIn.Why)];

    /// <summary>The audit log as another program reads it: author, action, detail.</summary>
    public IReadOnlyList<string> Deeds() => [.. Tool
        .Run("sqlite3", "sqlite3", _files.Folder.RegisterFile, "SELECT author || ' / ' || action || ' / ' || detail FROM audit WHERE action <> 'init' ORDER BY id")
        .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    public void Dispose()
    {
        Node.Dispose();
        _files.Dispose();
    }
}
