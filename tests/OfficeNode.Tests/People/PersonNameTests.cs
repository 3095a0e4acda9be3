using System.Text;
using NUnit.Framework;
using OfficeNode.Core.People;

namespace OfficeNode.Tests.People;

public sealed class PersonNameTests
{
    [TestCase("nadia")]
    [TestCase("n.osei-2_b")]
    [TestCase("47")]
    [TestCase("نادية")]
    [TestCase("Ольга")]
    [TestCase("नदी", Description = "vowel signs are marks, not letters")]
    [TestCase("𐐀𐐁", Description = "letters beyond the basic plane")]
    public void One_word_of_letters_digits_and_signs_is_a_name(string text)
    {
        Assert.That(PersonName.Parse(text).Value.Value, Is.EqualTo(text));
    }

    [TestCase("")]
    [TestCase(" ")]
    [TestCase("n")]
    [TestCase("n osei")]
    [TestCase("n@osei")]
    [TestCase("-nadia")]
    [TestCase(".nadia")]
    [TestCase("_nadia")]
    [TestCase("nadia\n2")]
    [TestCase("nadia\u0000")]
    [TestCase("na\u200Ddia", Description = "a sign that nobody sees")]
    [TestCase("na\u202Edia", Description = "a sign that turns the direction")]
    [TestCase("abcdefghijklmnopqrstuvwxyz-123456", Description = "33 characters")]
    public void Anything_else_is_refused(string text)
    {
        var parsed = PersonName.Parse(text);

        Assert.That((parsed.Success, parsed.Expected), Is.EqualTo((false, "one word of 2 to 32 letters, digits, dots, hyphens and underscores that begins with a letter or a digit")));
    }

    [Test]
    public void Half_a_surrogate_pair_is_refused()
    {
        // An attribute cannot hold it.
        var broken = "nadia" + (char)0xD83D;

        Assert.That(PersonName.Parse(broken).Success, Is.False);
    }

    [Test]
    public void A_name_of_32_characters_is_taken_however_many_bytes_they_have()
    {
        var name = string.Concat(Enumerable.Repeat("𐐀", PersonName.Longest));

        Assert.That(PersonName.Parse(name).Success, Is.True);
    }

    [TestCase("Nadia", "NADIA")]
    [TestCase("ольга", "Ольга")]
    [TestCase("σοφίας", "ΣΟΦΊΑΣ", Description = "two forms of one small letter")]
    public void Capitals_make_no_difference(string one, string other)
    {
        var (first, second) = (PersonName.Parse(one).Value, PersonName.Parse(other).Value);

        Assert.That(first, Is.EqualTo(second));
        Assert.That(first.GetHashCode(), Is.EqualTo(second.GetHashCode()));
    }

    [Test]
    public void An_accent_of_its_own_makes_no_difference()
    {
        var composed = PersonName.Parse("josé").Value;

        var taken = PersonName.Parse("josé".Normalize(NormalizationForm.FormD)).Value;

        Assert.That((taken, taken.Value), Is.EqualTo((composed, "josé")));
    }

    [Test]
    public void Accents_do_make_a_difference()
    {
        Assert.That(PersonName.Parse("josé").Value, Is.Not.EqualTo(PersonName.Parse("jose").Value));
    }

    [Test]
    public void Blanks_around_a_name_are_none_of_it()
    {
        Assert.That(PersonName.Parse(" nadia ").Value.Value, Is.EqualTo("nadia"));
    }
}
