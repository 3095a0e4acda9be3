using NUnit.Framework;
using OfficeNode.Core.People;
using OfficeNode.Host.Journey;

namespace OfficeNode.Journeys.People;

[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class PeopleJourneyTests : PeopleOfficeTests
{
    private const string OmarSecret = "a boat on the lake";

    [Test]
    public void A_person_who_was_added_is_listed()
    {
        Office.People.Add(
            new PersonEntry { Name = "omar", Facts = new() { FullName = " Omar Sylla ", Roles = [Role.Supervisor, Role.Clerk, Role.Clerk], Language = "pt-BR" } },
            OmarSecret);

        var omar = Office.People.List().Single(person => person.Name.Value == "omar");

        Assert.That(omar.Roles, Is.EqualTo(new[] { Role.Clerk, Role.Supervisor }));
        Assert.That((omar.FullName, omar.Language, omar.HasPassword, omar.IsDisabled), Is.EqualTo(("Omar Sylla", "pt-BR", true, false)));
    }

    [TestCase("o", PeopleFindings.NameForm)]
    [TestCase("omar sylla", PeopleFindings.NameForm)]
    [TestCase("NADIA", PeopleFindings.NameTaken)]
    public void A_name_that_cannot_be_given_is_refused(string name, string found)
    {
        Assert.That(Office.Add(name, OmarSecret, Role.Clerk), Is.EqualTo(new[] { found }));
    }

    [TestCase("", "fr", PeopleFindings.FullNameForm)]
    [TestCase("  ", "fr", PeopleFindings.FullNameForm)]
    [TestCase("...", "fr", PeopleFindings.FullNameForm)]
    [TestCase("Omar\nSylla", "fr", PeopleFindings.FullNameForm)]
    [TestCase("Omar Sylla", "f", PeopleFindings.LanguageForm)]
    [TestCase("Omar Sylla", "../fr", PeopleFindings.LanguageForm)]
    [TestCase("Omar Sylla", "fr-", PeopleFindings.LanguageForm)]
    [TestCase("Omar Sylla", "abc-defghijkl", PeopleFindings.LanguageForm)]
    public void Facts_that_are_none_are_refused_when_adding_and_when_changing(string fullName, string language, string found)
    {
        var facts = new Storage.Tables.PersonFacts { FullName = fullName, Roles = [Role.Clerk], Language = language };

        var added = Office.People.Add(new PersonEntry { Name = "omar", Facts = facts }, OmarSecret);
        var changed = Office.People.Change(PeopleOffice.Nadia, facts);

        Assert.That((PeopleOffice.Rules(added), PeopleOffice.Rules(changed)), Is.EqualTo((new[] { found }, new[] { found })));
    }

    [Test]
    public void A_full_name_that_would_fill_the_screen_is_refused()
    {
        var facts = PeopleOffice.Facts(Role.Clerk) with { FullName = new string('x', 101) };

        Assert.That(PeopleOffice.Rules(Office.People.Change(PeopleOffice.Nadia, facts)), Is.EqualTo(new[] { PeopleFindings.FullNameForm }));
    }

    [Test]
    public void Nobody_is_without_a_role()
    {
        var changed = Office.People.Change(PeopleOffice.Nadia, PeopleOffice.Facts());

        Assert.That((Office.Add("omar", OmarSecret), PeopleOffice.Rules(changed)), Is.EqualTo((new[] { PeopleFindings.RoleMissing }, new[] { PeopleFindings.RoleMissing })));
    }

    [Test]
    public void A_secret_that_breaks_the_rules_is_refused_when_adding_and_when_given()
    {
        var given = Office.People.GiveSecret(PeopleOffice.Nadia, "123456");

        Assert.That((Office.Add("omar", "123456", Role.Clerk), PeopleOffice.Rules(given)), Is.EqualTo((new[] { PeopleFindings.PinRun }, new[] { PeopleFindings.PinRun })));
    }

    [Test]
    public async Task The_first_person_is_an_administrator()
    {
        using var office = await PeopleOffice.EmptyAsync();

        var refused = office.Add("omar", OmarSecret, Role.Clerk, Role.Head);
        var taken = office.Add("omar", OmarSecret, Role.Clerk, Role.Administrator);

        Assert.That((refused, taken), Is.EqualTo((new[] { PeopleFindings.FirstAdministrator }, Array.Empty<string>())));
    }

    [Test]
    public async Task The_first_person_is_entered_without_a_sign_in_once_only()
    {
        using var office = await PeopleOffice.EmptyAsync();
        var entry = new PersonEntry { Name = "omar", Facts = PeopleOffice.Facts(Role.Administrator) };

        var first = office.PeopleBy("omar").AddFirst(entry, OmarSecret);
        var second = office.PeopleBy("eve").AddFirst(entry with { Name = "eve" }, OmarSecret);

        Assert.That((PeopleOffice.Rules(first), PeopleOffice.Rules(second)), Is.EqualTo((Array.Empty<string>(), new[] { PeopleFindings.NotFirst })));
        Assert.That(office.People.List().Select(person => person.Name.Value), Is.EqualTo(new[] { "omar" }));
    }

    [Test]
    public void The_last_enabled_administrator_is_neither_disabled_nor_made_something_else()
    {
        Office.Add("omar", OmarSecret, Role.Administrator);
        Office.People.Disable(PersonName.Parse("omar").Value);

        var disabled = Office.People.Disable(PeopleOffice.Ada);
        var changed = Office.People.Change(PeopleOffice.Ada, PeopleOffice.Facts(Role.Clerk, Role.Head));

        Assert.That((PeopleOffice.Rules(disabled), PeopleOffice.Rules(changed)), Is.EqualTo((new[] { PeopleFindings.LastAdministrator }, new[] { PeopleFindings.LastAdministrator })));
        Assert.That((Office.Person(PeopleOffice.Ada).IsDisabled, Office.Person(PeopleOffice.Ada).Roles[0]), Is.EqualTo((false, Role.Administrator)));
    }

    [Test]
    public void Where_there_is_another_administrator_one_may_go()
    {
        Office.Add("omar", OmarSecret, Role.Administrator);

        Assert.That(Office.People.Disable(PeopleOffice.Ada), Is.Empty);
    }

    [Test]
    public void The_administrators_other_facts_may_change()
    {
        Assert.That(Office.People.Change(PeopleOffice.Ada, PeopleOffice.Facts(Role.Administrator, Role.Head)), Is.Empty);
    }

    [Test]
    public void Who_has_a_PIN_gets_no_role_that_needs_a_password()
    {
        var refused = Office.People.Change(PeopleOffice.Nadia, PeopleOffice.Facts(Role.Clerk, Role.Head));
        Office.People.GiveSecret(PeopleOffice.Nadia, "a word after another");
        var taken = Office.People.Change(PeopleOffice.Nadia, PeopleOffice.Facts(Role.Clerk, Role.Head));

        Assert.That((PeopleOffice.Rules(refused), PeopleOffice.Rules(taken)), Is.EqualTo((new[] { PeopleFindings.PasswordNeeded }, Array.Empty<string>())));
    }

    [Test]
    public void Whose_roles_need_a_password_gets_no_PIN()
    {
        Assert.That(PeopleOffice.Rules(Office.People.GiveSecret(PeopleOffice.Ada, "480261")), Is.EqualTo(new[] { PeopleFindings.PasswordNeeded }));
    }

    [Test]
    public void Nobody_is_changed_who_is_not_there()
    {
        var (people, name) = (Office.People, PersonName.Parse("omar").Value);

        var findings = new[]
        {
            people.Change(name, PeopleOffice.Facts(Role.Clerk)), people.Disable(name), people.Enable(name), people.Unlock(name), people.GiveSecret(name, OmarSecret),
            people.ChangeSecret(name, OmarSecret, OmarSecret),
        };

        Assert.That(findings.SelectMany(PeopleOffice.Rules), Is.EqualTo(Enumerable.Repeat(PeopleFindings.NameUnknown, 6)));
    }

    [Test]
    public void Disabling_a_person_ends_their_sign_ins()
    {
        var token = Office.SignIn("nadia", PeopleOffice.NadiaSecret);

        Office.People.Disable(PeopleOffice.Nadia);

        Assert.That((Office.SignIns.Find(token), Office.EndsOf(PeopleOffice.Nadia)[0]), Is.EqualTo(((SignedIn?)null, (SignInEnd?)SignInEnd.Disabled)));
    }

    [Test]
    public void A_disabled_person_who_is_enabled_signs_in_with_the_secret_of_before()
    {
        Office.People.Disable(PeopleOffice.Nadia);
        var disabled = Office.SignIns.TrySignIn("nadia", PeopleOffice.NadiaSecret);

        Office.People.Enable(PeopleOffice.Nadia);

        Assert.That(disabled, Is.EqualTo(new SignInRefused(null)));
        Assert.That(Office.SignIns.TrySignIn("nadia", PeopleOffice.NadiaSecret), Is.TypeOf<SignInGranted>());
    }

    [Test]
    public void A_new_secret_ends_the_sign_ins_and_the_old_secret()
    {
        var token = Office.SignIn("nadia", PeopleOffice.NadiaSecret);

        Office.People.GiveSecret(PeopleOffice.Nadia, "739150");

        Assert.That((Office.SignIns.Find(token), Office.EndsOf(PeopleOffice.Nadia)[0]), Is.EqualTo(((SignedIn?)null, (SignInEnd?)SignInEnd.NewSecret)));
        Assert.That(Office.SignIns.TrySignIn("nadia", PeopleOffice.NadiaSecret), Is.TypeOf<SignInRefused>());
        Assert.That(Office.SignIns.TrySignIn("nadia", "739150"), Is.TypeOf<SignInGranted>());
    }

    [Test]
    public void Other_roles_end_the_sign_ins()
    {
        var token = Office.SignIn("nadia", PeopleOffice.NadiaSecret);

        Office.People.Change(PeopleOffice.Nadia, PeopleOffice.Facts(Role.Supervisor));

        Assert.That((Office.SignIns.Find(token), Office.EndsOf(PeopleOffice.Nadia)[0]), Is.EqualTo(((SignedIn?)null, (SignInEnd?)SignInEnd.OtherRoles)));
    }

    [Test]
    public void Another_name_or_language_leaves_the_sign_ins_alone()
    {
        var token = Office.SignIn("nadia", PeopleOffice.NadiaSecret);

        Office.People.Change(PeopleOffice.Nadia, PeopleOffice.Facts(Role.Clerk) with { Language = "ar" });

        Assert.That(Office.SignIns.Find(token)?.Person.Language, Is.EqualTo("ar"));
    }

    [Test]
    public void Nobody_elses_sign_ins_end()
    {
        var token = Office.SignIn("ada", PeopleOffice.AdaSecret);

        Office.People.Disable(PeopleOffice.Nadia);

        Assert.That(Office.SignIns.Find(token)?.Person.Name, Is.EqualTo(PeopleOffice.Ada));
    }

    [Test]
    public void A_person_takes_a_new_secret_against_the_old_one()
    {
        var findings = Office.PeopleBy("nadia").ChangeSecret(PeopleOffice.Nadia, PeopleOffice.NadiaSecret, "739150");

        Assert.That(findings, Is.Empty);
        Assert.That(Office.SignIns.TrySignIn("nadia", "739150"), Is.TypeOf<SignInGranted>());
    }

    [Test]
    public void Without_the_old_secret_there_is_no_new_one()
    {
        var findings = Office.PeopleBy("nadia").ChangeSecret(PeopleOffice.Nadia, "480262", "739150");

        Assert.That(PeopleOffice.Rules(findings), Is.EqualTo(new[] { PeopleFindings.OldSecretWrong }));
        Assert.That(Office.SignIns.TrySignIn("nadia", PeopleOffice.NadiaSecret), Is.TypeOf<SignInGranted>());
    }

    [Test]
    public void Guessing_the_old_secret_waits_as_guessing_at_the_sign_in_does()
    {
        var people = Office.PeopleBy("nadia");
        foreach (var guess in new[] { "111112", "111113", "111114" })
        {
            people.ChangeSecret(PeopleOffice.Nadia, guess, "739150");
        }

        var findings = people.ChangeSecret(PeopleOffice.Nadia, PeopleOffice.NadiaSecret, "739150");

        Assert.That(PeopleOffice.Rules(findings), Is.EqualTo(new[] { PeopleFindings.Locked }));
        Assert.That(findings[0].Arguments?["until"], Is.EqualTo("00:00:01"));
        Assert.That(Office.SignIns.TrySignIn("nadia", PeopleOffice.NadiaSecret), Is.EqualTo(new SignInLocked(Office.Time.GetUtcNow().AddSeconds(1))));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Unlocking_and_a_new_secret_let_a_locked_person_try_at_once(bool byUnlocking)
    {
        for (var n = 0; n < 3; n++)
        {
            Office.SignIns.TrySignIn("nadia", "111112");
        }

        var findings = byUnlocking ? Office.People.Unlock(PeopleOffice.Nadia) : Office.People.GiveSecret(PeopleOffice.Nadia, PeopleOffice.NadiaSecret);

        Assert.That(findings, Is.Empty);
        Assert.That(Office.SignIns.TrySignIn("nadia", PeopleOffice.NadiaSecret), Is.TypeOf<SignInGranted>());
    }

    [Test]
    public void Each_change_is_a_deed_that_names_the_author_and_no_full_name()
    {
        var people = Office.PeopleBy("ada");
        people.Change(PeopleOffice.Nadia, PeopleOffice.Facts(Role.Supervisor, Role.Clerk));
        people.Disable(PeopleOffice.Nadia);
        people.Enable(PeopleOffice.Nadia);
        people.Unlock(PeopleOffice.Nadia);
        people.GiveSecret(PeopleOffice.Nadia, "739150");
        Office.PeopleBy("nadia").ChangeSecret(PeopleOffice.Nadia, "739150", "961538");

        Assert.That(Office.Deeds(), Is.EqualTo(new[]
        {
            "ada / people add / ada: administrator",
            "ada / people add / nadia: clerk",
            "ada / people change / nadia: clerk supervisor",
            "ada / people disable / nadia",
            "ada / people enable / nadia",
            "ada / people unlock / nadia",
            "ada / people secret / nadia",
            "nadia / people secret / nadia",
        }));
    }

    [Test]
    public void What_is_refused_is_no_deed()
    {
        var before = Office.Deeds();

        Office.People.Disable(PeopleOffice.Ada);
        Office.Add("NADIA", OmarSecret, Role.Clerk);
        Office.People.GiveSecret(PeopleOffice.Nadia, "123456");

        Assert.That(Office.Deeds(), Is.EqualTo(before));
    }
}
