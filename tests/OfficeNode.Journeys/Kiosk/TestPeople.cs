using System.Security.Cryptography;
using NUnit.Framework;
using OfficeNode.Core.Disk;
using OfficeNode.Core.People;
using OfficeNode.Host.Journey;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Journeys.Kiosk;

/// <summary>People of a node, made and signed in beside the screens, with secrets that take no time to compare.</summary>
internal static class TestPeople
{
    private static readonly SecretOptions Cheap = new() { Iterations = 1 };

    /// <summary>Adds a person unless the name is taken, after an administrator where there is none yet.</summary>
    public static void Add(TestNode node, TimeProvider time, string name, params Role[] roles) => With(node, time, (opened, random) =>
    {
        var people = new PeopleJourney(opened, "test", Cheap, random);
        if (people.List().Count == 0 && !roles.Contains(Role.Administrator))
        {
            Assert.That(people.Add(Entry("first", [Role.Administrator]), Visitor.Password), Is.Empty);
        }

        if (people.Find(PersonName.Parse(name).Value) is null)
        {
            Assert.That(people.Add(Entry(name, roles), Visitor.Password), Is.Empty);
        }
    });

    /// <summary>The token of a new sign-in.</summary>
    public static string TokenOf(TestNode node, TimeProvider time, string name)
    {
        var token = "";
        With(node, time, (opened, random) =>
        {
            var answer = new SignInJourney(opened, Cheap, random).TrySignIn(name, Visitor.Password);
            Assert.That(answer, Is.InstanceOf<SignInGranted>());
            token = ((SignInGranted)answer).Token.Text;
        });
        return token;
    }

    private static PersonEntry Entry(string name, IReadOnlyList<Role> roles) =>
        new() { Name = name, Facts = new PersonFacts { FullName = $"{char.ToUpperInvariant(name[0])}. Person", Roles = roles } };

    private static void With(TestNode node, TimeProvider time, Action<Host.Journey.Node, RandomNumberGenerator> work)
    {
        using var opened = Host.Journey.Node.Open(node.Folder.Root, new PhysicalDisk(), time);
        using var random = RandomNumberGenerator.Create();
        work(opened, random);
    }
}
