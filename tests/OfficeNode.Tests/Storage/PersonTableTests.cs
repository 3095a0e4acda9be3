using System.Security.Cryptography;
using NUnit.Framework;
using OfficeNode.Core.People;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Tests.Storage;

public sealed class PersonTableTests
{
    private static readonly PersonFacts Facts = new() { FullName = "Nadia Osei", Roles = [Role.Clerk], Language = "fr" };
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void A_person_comes_back_as_entered()
    {
        using var node = new TestNode();
        var id = Add(node, "nadia", Facts with { Roles = [Role.Head, Role.Clerk, Role.Head] });

        var person = node.Read(session => session.People.Get(id));

        Assert.That(person?.Roles, Is.EqualTo(new[] { Role.Clerk, Role.Head }));
        Assert.That(
            (person?.Id, person?.Name.Value, person?.FullName, person?.Language, person?.IsDisabled, person?.HasPassword, person?.Tries),
            Is.EqualTo(((PersonId?)id, "nadia", "Nadia Osei", "fr", (bool?)false, (bool?)true, (FailedTries?)default(FailedTries))));
    }

    [TestCase("NADIA")]
    [TestCase("Nadia")]
    public void A_name_finds_its_person_however_it_is_written(string name)
    {
        using var node = new TestNode();
        var id = Add(node, "nadia", Facts);

        Assert.That(node.Read(session => session.People.Find(Name(name)))?.Id, Is.EqualTo(id));
    }

    [Test]
    public void One_name_is_given_once()
    {
        using var node = new TestNode();
        Add(node, "nadia", Facts);

        Assert.That(() => Add(node, "NADIA", Facts), Throws.Exception);
        Assert.That(node.Read(session => session.People.All()), Has.Count.EqualTo(1));
    }

    [Test]
    public void Everybody_is_listed_by_name()
    {
        using var node = new TestNode();
        Add(node, "omar", Facts);
        Add(node, "Nadia", Facts);

        Assert.That(node.Read(session => session.People.All()).Select(person => person.Name.Value), Is.EqualTo(new[] { "Nadia", "omar" }));
    }

    [Test]
    public void What_is_changed_is_changed_for_one_person()
    {
        using var node = new TestNode();
        var (one, other) = (Add(node, "nadia", Facts), Add(node, "omar", Facts));
        node.Write(session =>
        {
            session.People.Change(one, new PersonFacts { FullName = "N. Osei", Roles = [Role.Support] });
            session.People.SetDisabled(one, true);
            session.People.SetTries(one, new FailedTries(3, Noon));
        });

        var (changed, same) = node.Read(session => (session.People.Get(one), session.People.Get(other)));

        Assert.That(
            (changed?.FullName, changed?.Roles[0], changed?.Language, changed?.IsDisabled, changed?.Tries),
            Is.EqualTo(("N. Osei", (Role?)Role.Support, (string?)null, (bool?)true, (FailedTries?)new FailedTries(3, Noon))));
        Assert.That((same?.FullName, same?.IsDisabled, same?.Tries), Is.EqualTo(("Nadia Osei", (bool?)false, (FailedTries?)default(FailedTries))));
    }

    [Test]
    public void A_new_secret_takes_the_place_of_the_old()
    {
        using var node = new TestNode();
        var id = Add(node, "nadia", Facts);
        node.Write(session => session.People.SetSecret(id, Secret("480261"), isPassword: false));

        var (kept, person) = node.Read(session => (session.People.SecretOf(id), session.People.Get(id)));

        Assert.That((kept.Matches("480261"), kept.Matches("the first secret"), person?.HasPassword), Is.EqualTo((true, false, (bool?)false)));
    }

    [Test]
    public void A_secret_that_was_tampered_with_lets_nobody_in()
    {
        using var node = new TestNode();
        var id = Add(node, "nadia", Facts);
        node.Tamper("UPDATE person SET secret = ''");

        Assert.That(() => node.Read(session => session.People.SecretOf(id)), Throws.InvalidOperationException);
    }

    [Test]
    public void Refused_work_leaves_no_entry_in_the_audit_log()
    {
        using var node = new TestNode();
        var head = node.Read(session => session.Audit.Head);

        var findings = node.Register.TryWrite(TestNode.Deed, _ => [TestNode.FindingOf("X")]);

        Assert.That(findings.Select(finding => finding.Rule), Is.EqualTo(new[] { "X" }));
        Assert.That(node.Read(session => session.Audit.Head), Is.EqualTo(head));
    }

    [Test]
    public void Work_that_is_done_has_its_entry()
    {
        using var node = new TestNode();
        var head = node.Read(session => session.Audit.Head);

        node.Register.TryWrite(TestNode.Deed, _ => []);

        Assert.That(node.Read(session => session.Audit.Head), Is.Not.EqualTo(head));
    }

    [Test]
    public void Work_that_is_refused_too_late_is_taken_back()
    {
        using var node = new TestNode();

        Assert.That(
            () => node.Register.TryWrite(TestNode.Deed, session =>
            {
                session.Node.Set("a", "b");
                return [TestNode.FindingOf("X")];
            }),
            Throws.InvalidOperationException);

        Assert.That(node.Read(session => session.Node.Get("a")), Is.Null);
    }

    private static PersonId Add(TestNode node, string name, PersonFacts facts) =>
        node.Register.Write(TestNode.Deed, session => session.People.Add(Name(name), facts, Secret("the first secret"), isPassword: true));

    private static PersonName Name(string text) => PersonName.Parse(text).Value;

    private static SecretDigest Secret(string secret) => SecretDigest.Of(secret, 2, RandomNumberGenerator.Create());
}
