using NUnit.Framework;
using OfficeNode.Core.People;

namespace OfficeNode.Tests.People;

public sealed class SecretRulesTests
{
    [TestCase("480261", "")]
    [TestCase("12345", PeopleFindings.PinShort)]
    [TestCase("0", PeopleFindings.PinShort)]
    [TestCase("444444", PeopleFindings.PinAlike)]
    [TestCase("123456", PeopleFindings.PinRun)]
    [TestCase("23456789", PeopleFindings.PinRun)]
    [TestCase("987654", PeopleFindings.PinRun)]
    [TestCase("789012", PeopleFindings.PinRun, Description = "round the corner")]
    [TestCase("210987", PeopleFindings.PinRun, Description = "round the corner, down")]
    [TestCase("123457", "")]
    [TestCase("١٢٣٤٥٦", PeopleFindings.PinRun, Description = "the digits of another layout")]
    [TestCase("٤٨٠٢٦١", "")]
    public void A_PIN_has_six_digits_that_nobody_guesses(string secret, string found)
    {
        Assert.That(Check(secret, Role.Clerk), Is.EqualTo(found));
    }

    [TestCase("ten of us.", "")]
    [TestCase("nine of u", PeopleFindings.PasswordShort)]
    [TestCase("48026a", PeopleFindings.PasswordShort)]
    [TestCase("", PeopleFindings.PasswordShort)]
    [TestCase("كلمة سر طويلة", "")]
    public void A_password_has_ten_characters(string secret, string found)
    {
        Assert.That(Check(secret, Role.Clerk), Is.EqualTo(found));
    }

    [TestCase(128, "")]
    [TestCase(129, PeopleFindings.SecretLong)]
    [TestCase(1_000_000, PeopleFindings.SecretLong)]
    public void No_secret_has_more_than_128_characters(int length, string found)
    {
        Assert.That(Check(string.Concat(Enumerable.Repeat('x', length)), Role.Clerk), Is.EqualTo(found));
    }

    [Test]
    public void A_PIN_of_more_than_128_digits_is_too_long_as_well()
    {
        Assert.That(Check(string.Concat(Enumerable.Repeat("48", 65)), Role.Clerk), Is.EqualTo(PeopleFindings.SecretLong));
    }

    [TestCase("nadia and more")]
    [TestCase("more than NADIA")]
    [TestCase("I am Nadia Osei.")]
    public void No_secret_holds_the_persons_name(string secret)
    {
        Assert.That(Check(secret, Role.Clerk), Is.EqualTo(PeopleFindings.SecretHoldsName));
    }

    [Test]
    public void A_PIN_is_not_the_name_of_somebody_named_by_digits()
    {
        var findings = SecretRules.Check("480261", PersonName.Parse("480261").Value, "Nadia Osei", [Role.Clerk]);

        Assert.That(findings.Select(finding => finding.Rule), Is.EqualTo(new[] { PeopleFindings.SecretHoldsName }));
    }

    [TestCase(Role.Clerk, "")]
    [TestCase(Role.Supervisor, "")]
    [TestCase(Role.Head, PeopleFindings.PasswordNeeded)]
    [TestCase(Role.Administrator, PeopleFindings.PasswordNeeded)]
    [TestCase(Role.Support, PeopleFindings.PasswordNeeded)]
    public void Who_looks_after_people_publication_or_the_machine_needs_a_password(Role role, string found)
    {
        Assert.That(Check("480261", role), Is.EqualTo(found));
    }

    [Test]
    public void One_role_that_needs_a_password_is_enough()
    {
        Assert.That(Check("480261", Role.Clerk, Role.Head), Is.EqualTo(PeopleFindings.PasswordNeeded));
    }

    [TestCase("12345")]
    [TestCase("nadia-123")]
    public void No_finding_repeats_the_secret(string secret)
    {
        var findings = SecretRules.Check(secret, PersonName.Parse("nadia").Value, "Nadia Osei", [Role.Clerk]);

        Assert.That(findings, Is.Not.Empty);
        Assert.That(findings.Select(finding => $"{finding.Found}{finding.Path}{finding.Expected}"), Has.None.Contain(secret));
    }

    private static string Check(string secret, params Role[] roles) =>
        string.Join(' ', SecretRules.Check(secret, PersonName.Parse("nadia").Value, "Nadia Osei", roles).Select(finding => finding.Rule));
}
