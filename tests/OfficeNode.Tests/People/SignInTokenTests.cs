using System.Security.Cryptography;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.People;

namespace OfficeNode.Tests.People;

public sealed class SignInTokenTests
{
    private static RandomNumberGenerator Random => RandomNumberGenerator.Create();

    [Test]
    public void A_token_is_known_again_by_its_digest()
    {
        var token = SignInToken.New(Random);

        Assert.That(SignInToken.Parse(token.Text).Value.Digest, Is.EqualTo(token.Digest));
    }

    [Test]
    public void Its_digest_is_that_of_32_bytes()
    {
        var token = SignInToken.New(Random);

        var bytes = Convert.FromBase64String(token.Text.Replace('-', '+').Replace('_', '/') + "=");

        Assert.That((bytes.Length, Digest.Of(bytes)), Is.EqualTo((32, token.Digest)));
    }

    [Test]
    public void No_two_are_alike()
    {
        Assert.That(Enumerable.Range(0, 100).Select(_ => SignInToken.New(Random).Text), Is.Unique);
    }

    [Test]
    public void In_a_message_it_says_nothing_of_itself()
    {
        Assert.That(SignInToken.New(Random).ToString(), Is.EqualTo("SignInToken"));
    }

    [TestCase("")]
    [TestCase("AAAA")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA!")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("' OR 1 = 1 --")]
    public void What_is_no_token_is_refused(string text)
    {
        Assert.That(SignInToken.Parse(text).Success, Is.False);
    }
}
