using NUnit.Framework;
using OfficeNode.Core.People;
using OfficeNode.Host.Journey;
using OfficeNode.Journeys.Kiosk;

namespace OfficeNode.Journeys.People;

[CancelAfter(30_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class PersonNamesTests : OneNodeTests
{
    [Test]
    public void People_go_by_their_full_names_with_the_other_one_where_two_are_called_alike()
    {
        foreach (var name in new[] { "nadia", "ada", "amina" })
        {
            TestPeople.Add(Node, Node.Time, name, Role.Clerk);
        }

        var names = Node.Read(PersonNames.Read);

        Assert.That(
            new[] { "nadia", "ada", "AMINA", "officenode", null }.Select(names.Of),
            Is.EqualTo(new[] { "N. Person", "A. Person (ada)", "A. Person (amina)", "officenode", "" }));
    }
}
