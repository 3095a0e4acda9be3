using NUnit.Framework;
using OfficeNode.Core.People;
using OfficeNode.Host.Journey;

namespace OfficeNode.Journeys.People;

[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class SignInJourneyTests : PeopleOfficeTests
{
    [TestCase("nadia", PeopleOffice.NadiaSecret)]
    [TestCase(" NADIA ", PeopleOffice.NadiaSecret)]
    [TestCase("nadia", "٤٨٠٢٦١")]
    [TestCase("ada", PeopleOffice.AdaSecret)]
    public void Name_and_secret_let_a_person_in(string name, string secret)
    {
        var token = Office.SignIn(name, secret);

        Assert.That(Office.SignIns.Find(token)?.Person.Name.Value, Is.EqualTo(name.Trim().ToLowerInvariant()));
    }

    [TestCase("nadia", "480262")]
    [TestCase("nadia", "")]
    [TestCase("nadia", PeopleOffice.AdaSecret)]
    [TestCase("eve", PeopleOffice.NadiaSecret)]
    [TestCase("", "")]
    [TestCase("no name at all", "480261")]
    public void Anything_else_is_refused_in_the_same_words(string name, string secret)
    {
        Assert.That(Office.SignIns.TrySignIn(name, secret), Is.EqualTo(new SignInRefused(null)));
    }

    [Test]
    public void A_name_that_nobody_has_hears_what_a_wrong_secret_hears_try_for_try()
    {
        var persons = TryFor("nadia", 14);
        var strangers = TryFor("eve", 14);
        var nonsense = TryFor("no name at all", 14);

        Assert.That(persons.Count(answer => answer is (nameof(SignInLocked), _)), Is.GreaterThan(3));
        Assert.That((strangers, nonsense), Is.EqualTo((persons, persons)));
    }

    [Test]
    public void A_disabled_person_hears_what_a_wrong_secret_hears_try_for_try()
    {
        Office.People.Disable(PeopleOffice.Nadia);

        Assert.That(TryFor("nadia", 14, PeopleOffice.NadiaSecret), Is.EqualTo(TryFor("ada", 14)));
    }

    [Test]
    public void One_strangers_failures_keep_no_person_waiting()
    {
        TryFor("eve", 14);

        Assert.That(Office.SignIns.TrySignIn("nadia", PeopleOffice.NadiaSecret), Is.TypeOf<SignInGranted>());
    }

    [Test]
    public void The_right_secret_is_not_even_compared_while_a_name_waits()
    {
        Fail("nadia", 3);
        var now = Office.Time.GetUtcNow();

        var early = Office.SignIns.TrySignIn("nadia", PeopleOffice.NadiaSecret);
        Office.Time.Advance(TimeSpan.FromSeconds(1));
        var later = Office.SignIns.TrySignIn("nadia", PeopleOffice.NadiaSecret);

        Assert.That(early, Is.EqualTo(new SignInLocked(now.AddSeconds(1))));
        Assert.That(later, Is.TypeOf<SignInGranted>());
    }

    [Test]
    public void A_try_while_a_name_waits_makes_the_wait_no_longer()
    {
        Fail("nadia", 10);
        var until = Office.Time.GetUtcNow().AddMinutes(15);
        Office.Time.Advance(TimeSpan.FromMinutes(14));

        Assert.That(Office.SignIns.TrySignIn("nadia", "480262"), Is.EqualTo(new SignInLocked(until)));
        Assert.That(Office.Person(PeopleOffice.Nadia).Tries.Count, Is.EqualTo(10));
    }

    [Test]
    public void Who_was_refused_is_told_from_when_on_the_next_try_is_taken()
    {
        Fail("nadia", 2);

        Assert.That(Office.SignIns.TrySignIn("nadia", "480262"), Is.EqualTo(new SignInRefused(Office.Time.GetUtcNow().AddSeconds(1))));
    }

    [Test]
    public void A_success_clears_the_failures()
    {
        Fail("nadia", 2);

        Office.SignIn("nadia", PeopleOffice.NadiaSecret);

        Assert.That(Office.Person(PeopleOffice.Nadia).Tries, Is.EqualTo(default(FailedTries)));
    }

    [Test]
    public void Many_tries_at_once_get_no_more_comparisons_than_one_after_the_other()
    {
        var answers = new SignInAnswer[20];

        Parallel.For(0, answers.Length, n => answers[n] = Office.SignIns.TrySignIn("nadia", FormattableString.Invariant($"4803{n:00}")));

        Assert.That(answers.Count(answer => answer is SignInLocked), Is.EqualTo(17));
    }

    [Test]
    public void A_successful_sign_in_and_a_lock_are_deeds_and_single_failures_are_none()
    {
        var before = Office.Deeds().Count;
        Fail("nadia", 10);
        TryFor("eve", 14);
        Office.SignIn("ada", PeopleOffice.AdaSecret);

        Assert.That(Office.Deeds().Skip(before), Is.EqualTo(new[] { "sign-in / sign-in lock / nadia", "ada / sign-in / ada" }));
    }

    [Test]
    public void A_secret_is_hashed_anew_once_more_iterations_are_asked_for()
    {
        var more = Office.SignInsWith(new SecretOptions { Iterations = 3 });

        var before = Secret().Iterations;
        more.TrySignIn("nadia", PeopleOffice.NadiaSecret);

        Assert.That((before, Secret().Iterations, Secret().Matches(PeopleOffice.NadiaSecret)), Is.EqualTo((2, 3, true)));
        Assert.That(Office.Person(PeopleOffice.Nadia).HasPassword, Is.False);
    }

    [Test]
    public void A_wrong_secret_is_never_hashed_anew()
    {
        Office.SignInsWith(new SecretOptions { Iterations = 3 }).TrySignIn("nadia", "480262");

        Assert.That(Secret().Iterations, Is.EqualTo(2));
    }

    [TestCase("")]
    [TestCase("nonsense")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void No_token_but_a_given_one_finds_anybody(string token)
    {
        Office.SignIn("nadia", PeopleOffice.NadiaSecret);

        Assert.That(Office.SignIns.Find(token), Is.Null);
    }

    [Test]
    public void A_sign_in_ends_when_the_person_leaves_and_no_other_does()
    {
        var (one, other) = (Office.SignIn("nadia", PeopleOffice.NadiaSecret), Office.SignIn("nadia", PeopleOffice.NadiaSecret));

        Office.SignIns.End(one);
        Office.SignIns.End("nonsense");

        Assert.That((Office.SignIns.Find(one), Office.SignIns.Find(other)?.Person.Name), Is.EqualTo(((SignedIn?)null, (PersonName?)PeopleOffice.Nadia)));
        Assert.That(Office.EndsOf(PeopleOffice.Nadia), Is.EquivalentTo(new SignInEnd?[] { SignInEnd.Left, null }));
    }

    [TestCase(29, true)]
    [TestCase(30, false)]
    public void A_sign_in_ends_after_thirty_minutes_without_use(int minutes, bool goesOn)
    {
        var token = Office.SignIn("nadia", PeopleOffice.NadiaSecret);

        Office.Time.Advance(TimeSpan.FromMinutes(minutes));

        Assert.That(Office.SignIns.Find(token) is not null, Is.EqualTo(goesOn));
        Assert.That(Office.EndsOf(PeopleOffice.Nadia)[0], Is.EqualTo(goesOn ? null : (SignInEnd?)SignInEnd.Idle));
    }

    [Test]
    public void A_sign_in_that_is_used_ends_after_twelve_hours()
    {
        var token = Office.SignIn("nadia", PeopleOffice.NadiaSecret);

        var uses = 0;
        while (Office.SignIns.Find(token) is not null)
        {
            uses++;
            Office.Time.Advance(TimeSpan.FromMinutes(20));
        }

        Assert.That((uses, Office.EndsOf(PeopleOffice.Nadia)[0]), Is.EqualTo((36, (SignInEnd?)SignInEnd.Longest)));
    }

    [Test]
    public void What_the_office_set_counts()
    {
        var node = Office.Node;
        new Host.Settings.SettingsStore(node.Folder, node.Disk).Save(node.Settings with { SignIns = new() { Idle = TimeSpan.FromMinutes(5), Longest = TimeSpan.FromMinutes(8) } });
        using var again = Node.Open(node.Folder.Root, node.Disk, node.Time);
        var signIns = new SignInJourney(again, TestNode.QuickSecrets, System.Security.Cryptography.RandomNumberGenerator.Create());
        var token = Office.SignIn("nadia", PeopleOffice.NadiaSecret);

        Office.Time.Advance(TimeSpan.FromMinutes(4));
        var used = signIns.Find(token);
        Office.Time.Advance(TimeSpan.FromMinutes(4));

        Assert.That((used is not null, signIns.Find(token), Office.EndsOf(PeopleOffice.Nadia)[0]), Is.EqualTo((true, (SignedIn?)null, (SignInEnd?)SignInEnd.Longest)));
    }

    [Test]
    public void The_time_of_the_last_use_is_written_once_a_minute()
    {
        var token = Office.SignIn("nadia", PeopleOffice.NadiaSecret);
        var began = Office.Time.GetUtcNow();
        var seen = new List<double>();

        for (var n = 0; n < 5; n++)
        {
            Office.Time.Advance(TimeSpan.FromSeconds(25));
            Office.SignIns.Find(token);
            seen.Add((Office.Node.Register.Read(session => session.SignIns.Of(Office.Person(PeopleOffice.Nadia).Id))[0].Seen - began).TotalSeconds);
        }

        Assert.That(seen, Is.EqualTo(new[] { 0, 0, 75, 75, 75 }));
    }

    [Test]
    public void A_use_is_no_deed()
    {
        var token = Office.SignIn("nadia", PeopleOffice.NadiaSecret);
        var before = Office.Deeds();

        Office.Time.Advance(TimeSpan.FromMinutes(2));
        Office.SignIns.Find(token);
        Office.SignIns.End(token);

        Assert.That(Office.Deeds(), Is.EqualTo(before));
    }

    [Test]
    public void A_clock_that_was_put_back_ends_no_sign_in()
    {
        Office.Time.Advance(TimeSpan.FromDays(1));
        var token = Office.SignIn("nadia", PeopleOffice.NadiaSecret);

        using var earlier = Node.Open(Office.Node.Folder.Root, Office.Node.Disk, new TestKit.ManualTime());
        var found = new SignInJourney(earlier, TestNode.QuickSecrets, System.Security.Cryptography.RandomNumberGenerator.Create()).Find(token);

        Assert.That(found?.Person.Name, Is.EqualTo(PeopleOffice.Nadia));
    }

    [TestCase(89, 2)]
    [TestCase(91, 1)]
    public void A_sign_in_is_kept_for_ninety_days(int days, int kept)
    {
        Office.SignIn("nadia", PeopleOffice.NadiaSecret);
        Office.Time.Advance(TimeSpan.FromDays(days));

        Office.SignIn("nadia", PeopleOffice.NadiaSecret);

        Assert.That(Office.EndsOf(PeopleOffice.Nadia), Has.Count.EqualTo(kept));
    }

    [Test]
    public void A_sign_in_outlives_a_restart()
    {
        var token = Office.SignIn("nadia", PeopleOffice.NadiaSecret);

        using var again = Node.Open(Office.Node.Folder.Root, Office.Node.Disk, Office.Time);
        var found = new SignInJourney(again, TestNode.QuickSecrets, System.Security.Cryptography.RandomNumberGenerator.Create()).Find(token);

        Assert.That(found?.Person.Name, Is.EqualTo(PeopleOffice.Nadia));
    }

    private SecretDigest Secret() => Office.Node.Register.Read(session => session.People.SecretOf(Office.Person(PeopleOffice.Nadia).Id));

    private void Fail(string name, int times)
    {
        for (var n = 0; n < times; n++)
        {
            Assert.That(Office.SignIns.TrySignIn(name, "480262"), Is.TypeOf<SignInRefused>());
            if (n < times - 1)
            {
                Office.Time.Advance(TimeSpan.FromMinutes(5));
            }
        }
    }

    /// <summary>Tries that come every half minute: what each heard, and how many seconds later it may go on.</summary>
    private List<(string Answer, double? Seconds)> TryFor(string name, int times, string secret = "480262")
    {
        var answers = new List<(string, double?)>();
        for (var n = 0; n < times; n++)
        {
            var answer = Office.SignIns.TrySignIn(name, secret);
            var until = answer is SignInLocked locked ? locked.Until : (answer as SignInRefused)?.WaitsUntil;
            answers.Add((answer.GetType().Name, (until - Office.Time.GetUtcNow())?.TotalSeconds));
            Office.Time.Advance(TimeSpan.FromSeconds(30));
        }

        return answers;
    }
}
