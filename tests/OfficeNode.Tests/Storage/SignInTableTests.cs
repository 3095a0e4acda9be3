using System.Security.Cryptography;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.People;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Tests.Storage;

public sealed class SignInTableTests
{
    private TestNode _node = null!;   // made for each test
    private PersonId _nadia;
    private PersonId _omar;

    [SetUp]
    public void MakePeople()
    {
        _node = new TestNode();
        (_nadia, _omar) = (Add("nadia"), Add("omar"));
    }

    [TearDown]
    public void RemoveNode() => _node.Dispose();

    [Test]
    public void A_sign_in_is_found_by_its_token()
    {
        Begin("a", _nadia);
        Begin("b", _omar);

        Assert.That(Get("a"), Is.EqualTo(new SignIn { Person = _nadia, Began = _node.Time.GetUtcNow(), Seen = _node.Time.GetUtcNow() }));
    }

    [Test]
    public void Another_token_finds_nothing()
    {
        Begin("a", _nadia);

        Assert.That(Get("b"), Is.Null);
    }

    [Test]
    public void The_time_of_the_last_use_moves_and_the_beginning_stays()
    {
        var began = _node.Time.GetUtcNow();
        Begin("a", _nadia);
        _node.Time.Advance(TimeSpan.FromMinutes(5));

        _node.Write(session => session.SignIns.See(Token("a")));

        Assert.That(Get("a"), Is.EqualTo(new SignIn { Person = _nadia, Began = began, Seen = began.AddMinutes(5) }));
    }

    [Test]
    public void The_first_end_is_the_end()
    {
        Begin("a", _nadia);
        var first = _node.Register.Note(session => session.SignIns.End(Token("a"), SignInEnd.Left));
        var ended = Get("a");
        _node.Time.Advance(TimeSpan.FromHours(1));

        var second = _node.Register.Note(session => session.SignIns.End(Token("a"), SignInEnd.Idle));
        _node.Write(session => session.SignIns.See(Token("a")));

        Assert.That((first, second, Get("a")), Is.EqualTo((true, false, ended)));
        Assert.That(ended?.Why, Is.EqualTo(SignInEnd.Left));
    }

    [Test]
    public void All_of_one_person_end_and_none_of_another()
    {
        Begin("a", _nadia);
        Begin("b", _nadia);
        Begin("c", _omar);

        var ended = _node.Register.Note(session => session.SignIns.EndAll(_nadia, SignInEnd.Disabled));

        Assert.That((ended, Get("a")?.Why, Get("b")?.Why, Get("c")?.Why), Is.EqualTo((2, (SignInEnd?)SignInEnd.Disabled, (SignInEnd?)SignInEnd.Disabled, (SignInEnd?)null)));
    }

    [Test]
    public void A_sweep_takes_the_oldest_and_no_more_than_so_many()
    {
        foreach (var token in new[] { "a", "b", "c", "d" })
        {
            Begin(token, _nadia);
            _node.Time.Advance(TimeSpan.FromDays(1));
        }

        var swept = _node.Register.Note(session => session.SignIns.Sweep(_node.Time.GetUtcNow().AddDays(-1), 2));

        Assert.That((swept, _node.Read(session => session.SignIns.Of(_nadia)).Count, Get("c") is not null), Is.EqualTo((2, 2, true)));
    }

    [Test]
    public void Looking_up_sweeping_and_ending_use_an_index()
    {
        using var raw = _node.OpenRaw();

        var plans = new[]
        {
            "SELECT * FROM sign_in WHERE token = 'x'",
            "SELECT token FROM sign_in WHERE began_at < 'x' ORDER BY began_at LIMIT 1",
            "SELECT * FROM sign_in WHERE person = 1",
            "SELECT * FROM person WHERE name_key = 'X'",
        }.SelectMany(sql => raw.Query("EXPLAIN QUERY PLAN " + sql, row => row.Text(3)));

        Assert.That(plans, Has.All.StartWith("SEARCH").And.All.Not.Contain("TEMP B-TREE"));
    }

    [Test]
    public void Strangers_of_one_slot_are_counted_in_one_row()
    {
        var now = _node.Time.GetUtcNow();
        for (var n = 1; n <= 3; n++)
        {
            _node.Write(session => session.SignIns.SetTriesOfStranger(7, session.SignIns.TriesOfStranger(7).And(now)));
        }

        using var raw = _node.OpenRaw();
        Assert.That(_node.Read(session => session.SignIns.TriesOfStranger(7)), Is.EqualTo(new FailedTries(3, now)));
        Assert.That(_node.Read(session => session.SignIns.TriesOfStranger(8)), Is.EqualTo(default(FailedTries)));
        Assert.That(raw.Count("SELECT count(*) FROM stranger"), Is.EqualTo(1));
    }

    private PersonId Add(string name) => _node.Register.Write(TestNode.Deed, session => session.People.Add(
        PersonName.Parse(name).Value,
        new PersonFacts { FullName = name, Roles = [Role.Clerk] },
        SecretDigest.Of("480261", 2, RandomNumberGenerator.Create()),
        isPassword: false));

    private void Begin(string token, PersonId person) => _node.Write(session => session.SignIns.Begin(Token(token), person));

    private SignIn? Get(string token) => _node.Read(session => session.SignIns.Get(Token(token)));

    private static Digest Token(string text) => Digest.Of(System.Text.Encoding.UTF8.GetBytes(text));
}
