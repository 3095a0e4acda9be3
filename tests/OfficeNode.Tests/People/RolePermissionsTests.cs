using NUnit.Framework;
using OfficeNode.Core.People;

namespace OfficeNode.Tests.People;

public sealed class RolePermissionsTests
{
    [Test]
    public void Every_permission_has_its_row()
    {
        Assert.That(Enum.GetValues<Permission>().Select(RolePermissions.RolesWith), Has.All.Not.Empty);
    }

    [Test]
    public void Everybody_sees_today()
    {
        Assert.That(RolePermissions.RolesWith(Permission.SeeToday), Is.EquivalentTo(Enum.GetValues<Role>()));
    }

    [Test]
    public void The_administrator_alone_manages_people()
    {
        Assert.That(RolePermissions.RolesWith(Permission.ManagePeople), Is.EqualTo(new[] { Role.Administrator }));
    }

    [Test]
    public void Nobody_may_anything_without_a_role()
    {
        Assert.That(Enum.GetValues<Permission>().Where(permission => RolePermissions.Allow([], permission)), Is.Empty);
    }

    [Test]
    public void One_of_several_roles_is_enough()
    {
        var person = new Person { Id = new(1), Name = PersonName.Parse("nadia").Value, FullName = "Nadia Osei", Roles = [Role.Clerk, Role.Administrator] };

        Assert.That(person.May(Permission.ManagePeople), Is.True);
    }
}
