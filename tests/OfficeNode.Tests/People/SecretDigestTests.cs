using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NUnit.Framework;
using OfficeNode.Core.People;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.People;

public sealed class SecretDigestTests
{
    private const string Secret = "four words of mine";
    private static RandomNumberGenerator Random => RandomNumberGenerator.Create();

    [Test]
    public void The_secret_it_was_made_of_matches_and_no_other()
    {
        var digest = Of(Secret);

        Assert.That((digest.Matches(Secret), digest.Matches(Secret + " "), digest.Matches("")), Is.EqualTo((true, false, false)));
    }

    [Test]
    public void It_comes_back_from_its_text()
    {
        var back = SecretDigest.Parse(Of(Secret).Value).Value;

        Assert.That((back.Matches(Secret), back.Matches("another")), Is.EqualTo((true, false)));
    }

    [Test]
    public void The_same_secret_has_another_text_each_time()
    {
        var (one, other) = (Of(Secret), Of(Secret));

        Assert.That(one.Value, Is.Not.EqualTo(other.Value));
    }

    [Test]
    public void It_repeats_the_hash_600000_times_unless_told_otherwise()
    {
        Assert.That((new SecretOptions().Iterations, SecretDigest.DefaultIterations), Is.EqualTo((600_000, 600_000)));
    }

    [Test]
    public void It_is_PBKDF2_as_another_program_computes_it()
    {
        var parts = SecretDigest.Of(Secret, 1000, Random).Value.Split('$');
        const string Python = "import base64, hashlib, sys; print(base64.b64encode(hashlib.pbkdf2_hmac('sha256', sys.argv[1].encode(), base64.b64decode(sys.argv[2]), 1000)).decode())";

        var judged = Tool.Run("python3", "python3", "-c", Python, Secret, parts[2]);

        Assert.That((parts[0], parts[1], parts[3]), Is.EqualTo(("pbkdf2-sha256", "1000", judged.Output.Trim())));
    }

    [Test]
    public void Its_salt_has_16_bytes()
    {
        Assert.That(Convert.FromBase64String(Of(Secret).Value.Split('$')[2]), Has.Length.EqualTo(16));
    }

    [Test]
    public void It_is_outdated_once_more_iterations_are_asked_for()
    {
        var digest = Of(Secret);

        Assert.That((digest.IsOutdated(2), digest.IsOutdated(3), digest.IsOutdated(1)), Is.EqualTo((false, true, false)));
    }

    [Test]
    public void Nobodys_matches_nothing()
    {
        var nobody = SecretDigest.OfNobody(2);

        Assert.That((nobody.Matches(""), nobody.Matches(Secret), nobody.Iterations), Is.EqualTo((false, false, 2)));
    }

    [Test]
    public void In_a_message_it_shows_neither_salt_nor_hash()
    {
        Assert.That(Of(Secret).ToString(), Is.EqualTo("pbkdf2-sha256, 2 iterations"));
    }

    [TestCase("")]
    [TestCase("pbkdf2-sha256$2")]
    [TestCase("pbkdf2-sha1$2$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [TestCase("pbkdf2-sha256$0$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [TestCase("pbkdf2-sha256$-2$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [TestCase("pbkdf2-sha256$10000001$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", Description = "would keep everybody waiting")]
    [TestCase("pbkdf2-sha256$2$AAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", Description = "a salt of 15 bytes")]
    [TestCase("pbkdf2-sha256$2$AAAAAAAAAAAAAAAAAAAAAA==$AAAA", Description = "a hash of 3 bytes")]
    [TestCase("pbkdf2-sha256$2$AAAAAAAAAAAAAAAAAAAAA!==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void What_it_never_wrote_is_refused(string text)
    {
        Assert.That(SecretDigest.Parse(text).Success, Is.False);
    }

    [TestCase("parole café déjà", Description = "another system's keyboard gives accents of their own")]
    [TestCase("كلمة السر الطويلة")]
    public void The_way_a_keyboard_spells_letters_makes_no_difference(string secret)
    {
        Assert.That(Of(secret.Normalize(NormalizationForm.FormC)).Matches(secret.Normalize(NormalizationForm.FormD)), Is.True);
    }

    [Test]
    public void A_PIN_is_the_same_PIN_in_the_digits_of_another_layout()
    {
        Assert.That(Of("480261").Matches("٤٨٠٢٦١"), Is.True);
    }

    [Test]
    public void A_secret_that_is_no_text_is_only_wrong()
    {
        var broken = "four" + (char)0xD83D;

        Assert.That(Of(Secret).Matches(broken), Is.False);
    }

    [Test]
    public void Iterations_in_its_text_are_plain_digits_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fa-IR");
        try
        {
            Assert.That(SecretDigest.Parse(SecretDigest.Of(Secret, 12_345, Random).Value).Value.Iterations, Is.EqualTo(12_345));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static SecretDigest Of(string secret) => SecretDigest.Of(secret, 2, Random);
}
