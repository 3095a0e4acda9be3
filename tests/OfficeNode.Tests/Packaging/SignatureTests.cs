using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Packaging.Signatures;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Packaging;

public sealed class SignatureTests
{
    private static readonly byte[] Content = "what is signed"u8.ToArray();

    private Workbench _bench = null!;   // set before every test

    [SetUp]
    public void SetUp() => _bench = new Workbench();

    [TearDown]
    public void TearDown() => _bench.Dispose();

    [Test]
    public void A_signature_of_a_trusted_signer_is_good()
    {
        Assert.That(Check(Content, _bench.Key.Sign(Content)), Is.Empty);
    }

    [Test]
    public void Every_flipped_bit_of_a_signature_is_found()
    {
        var signature = _bench.Key.Sign(Content);

        var missed = FlippedBits(signature).Where(bit => Check(Content, signature).Count == 0).ToList();

        Assert.That(missed, Is.Empty);
    }

    [Test]
    public void Every_flipped_bit_of_what_is_signed_is_found()
    {
        var signature = _bench.Key.Sign(Content);
        var content = Content.ToArray();

        var missed = FlippedBits(content).Where(bit => Check(content, signature).Count == 0).ToList();

        Assert.That(missed, Is.Empty);
    }

    [Test]
    public void The_second_signature_that_arithmetic_allows_is_refused()
    {
        var signature = _bench.Key.Sign(Content);
        var cms = new SignedCms();
        cms.Decode(signature);
        var small = cms.SignerInfos[0].GetSignature();
        var large = WithOtherS(small);
        using var key = cms.Certificates[0].GetECDsaPublicKey()!;   // our own certificate holds such a key
        Assume.That(key.VerifyData(Content, large, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence), Is.True);
        var at = signature.AsSpan().IndexOf(small);

        var forged = Splice(signature, at, small.Length, large);

        Assert.That(Rules(Check(Content, forged)), Is.EqualTo(new[] { "SIGNATURE-MALFORMED" }));
    }

    [Test]
    public void Bytes_after_the_signature_are_refused()
    {
        Assert.That(Rules(Check(Content, [.. _bench.Key.Sign(Content), 0])), Is.EqualTo(new[] { "SIGNATURE-MALFORMED" }));
    }

    [Test]
    public void A_signature_with_attributes_is_refused_though_its_signer_is_trusted()
    {
        var (key, certificate) = Parts();
        using var both = certificate.CopyWithPrivateKey(key);
        var cms = new SignedCms(new ContentInfo(Content), detached: true);
        cms.ComputeSignature(new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, both) { SignedAttributes = { new Pkcs9SigningTime(FixedTime.Now.UtcDateTime) } });

        Assert.That(Rules(Check(Content, cms.Encode())), Is.EqualTo(new[] { "SIGNATURE-MALFORMED" }));
    }

    [Test]
    public void Two_signers_are_refused()
    {
        using var other = Workbench.NewKey("Other");
        var cms = new SignedCms(new ContentInfo(Content), detached: true);
        cms.Decode(_bench.Key.Sign(Content));
        var (key, certificate) = Parts();
        using var both = certificate.CopyWithPrivateKey(key);
        cms.ComputeSignature(new CmsSigner(SubjectIdentifierType.SubjectKeyIdentifier, both));

        Assert.That(Rules(Check(Content, cms.Encode())), Is.EqualTo(new[] { "SIGNATURE-MALFORMED" }));
    }

    [Test]
    public void Another_signer_is_unknown_even_under_the_same_name()
    {
        using var other = Workbench.NewKey();

        Assert.That(Rules(Check(Content, other.Sign(Content))), Is.EqualTo(new[] { "SIGNATURE-SIGNER-UNKNOWN" }));
    }

    [Test]
    public void Nothing_of_a_signature_file_ends_in_an_exception()
    {
        var noise = Enumerable.Range(0, 200).Select(seed => Workbench.Noise(seed * 3, seed));

        Assert.That(noise.SelectMany(bytes => Rules(Check(Content, bytes))).Distinct(), Is.EqualTo(new[] { "SIGNATURE-MALFORMED" }));
    }

    [TestCase(-400)]
    [TestCase(40 * 365)]
    public void A_clock_outside_the_certificates_dates_only_warns(int days)
    {
        var findings = DetachedSignature.Check(Content, _bench.Key.Sign(Content), [_bench.Key.Certificate], FixedTime.Now.AddDays(days));

        Assert.That(findings.Select(finding => (finding.Rule, finding.Severity)), Is.EqualTo(new[] { ("SIGNATURE-DATES", Severity.Warning) }));
    }

    [Test]
    public void OpenSSL_verifies_the_signature()
    {
        File.WriteAllBytes(_bench.PathOf("content"), Content);
        File.WriteAllBytes(_bench.PathOf("content.p7s"), _bench.Key.Sign(Content));
        File.WriteAllText(_bench.PathOf("signer.pem"), _bench.Key.ExportCertificate());

        var result = Tool.Run(
            "openssl", "openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", _bench.PathOf("content.p7s"), "-content", _bench.PathOf("content"),
            "-certfile", _bench.PathOf("signer.pem"), "-CAfile", _bench.PathOf("signer.pem"), "-purpose", "any", "-out", _bench.PathOf("out"));

        Assert.That((result.ExitCode, result.Error), Is.EqualTo((0, "CMS Verification successful\n")));
    }

    [Test]
    public void A_key_signs_as_before_when_it_is_loaded()
    {
        _bench.Key.Save(_bench.Disk, _bench.Folder);

        using var loaded = NodeKey.Load(_bench.Folder);

        Assert.That(Check(Content, loaded.Sign(Content)), Is.Empty);
    }

    [Test]
    public void Nobody_but_the_service_can_read_the_key()
    {
        Assume.That(OperatingSystem.IsWindows(), Is.False, "Windows keeps the key by the data directory's access list");

        _bench.Key.Save(_bench.Disk, _bench.Folder);

        var mode = OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(_bench.PathOf(NodeKey.KeyFile));
        Assert.That(mode, Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public void A_key_is_never_replaced()
    {
        _bench.Key.Save(_bench.Disk, _bench.Folder);
        using var other = Workbench.NewKey();

        Assert.That(() => other.Save(_bench.Disk, _bench.Folder), Throws.InstanceOf<StorageException>().With.Property(nameof(StorageException.Fault)).EqualTo(StorageFault.Exists));
    }

    [Test]
    public void Wherever_the_power_goes_while_a_key_is_saved_it_is_there_whole_or_can_be_saved_again()
    {
        var count = FailingDisk.Counting(_bench.Disk);
        _bench.Key.Save(count, _bench.Folder);

        for (var point = 1L; point <= count.Operations; point++)
        {
            using var folder = new TemporaryFolder();
            Assert.That(() => _bench.Key.Save(FailingDisk.StoppingAt(_bench.Disk, point), folder.Path), Throws.InstanceOf<StorageException>());
            if (!File.Exists(folder.PathOf(NodeKey.KeyFile)))
            {
                _bench.Key.Save(_bench.Disk, folder.Path);
            }

            using var loaded = NodeKey.Load(folder.Path);
            Assert.That(loaded.Certificate.Fingerprint, Is.EqualTo(_bench.Key.Certificate.Fingerprint), $"at {point}");
        }
    }

    [Test]
    public void A_key_with_another_certificate_is_damaged()
    {
        _bench.Key.Save(_bench.Disk, _bench.Folder);
        using var other = Workbench.NewKey();
        File.WriteAllBytes(_bench.PathOf(NodeKey.CertificateFile), other.Certificate.Der.ToArray());

        Assert.That(() => NodeKey.Load(_bench.Folder), Throws.InstanceOf<StorageException>().With.Property(nameof(StorageException.Fault)).EqualTo(StorageFault.Damaged));
    }

    [Test]
    public void A_certificate_is_read_in_either_form()
    {
        var pem = System.Text.Encoding.ASCII.GetBytes(_bench.Key.ExportCertificate());

        Assert.That(TrustedCertificate.Parse(pem).Value.Fingerprint, Is.EqualTo(TrustedCertificate.Parse(_bench.Key.Certificate.Der.Span).Value.Fingerprint));
    }

    private IReadOnlyList<Finding> Check(byte[] content, byte[] signature) =>
        DetachedSignature.Check(content, signature, [_bench.Key.Certificate], FixedTime.Now);

    private static IEnumerable<string> Rules(IReadOnlyList<Finding> findings) => findings.Select(finding => finding.Rule);

    private (ECDsa Key, X509Certificate2 Certificate) Parts()
    {
        _bench.Key.Save(_bench.Disk, _bench.Folder);
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(File.ReadAllBytes(_bench.PathOf(NodeKey.KeyFile)), out _);
        return (key, X509CertificateLoader.LoadCertificateFromFile(_bench.PathOf(NodeKey.CertificateFile)));
    }

    /// <summary>Flips one bit after the other in place, each back before the next.</summary>
    private static IEnumerable<int> FlippedBits(byte[] bytes)
    {
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            yield return bit;
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    private static byte[] WithOtherS(byte[] signature)
    {
        var order = new BigInteger(Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"), isUnsigned: true, isBigEndian: true);
        var values = new AsnReader(signature, AsnEncodingRules.DER).ReadSequence();
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(values.ReadInteger());
            writer.WriteInteger(order - values.ReadInteger());
        }

        return writer.Encode();
    }

    /// <summary>Puts another signature value into a signature file and mends the lengths around it.</summary>
    private static byte[] Splice(byte[] file, int at, int length, byte[] value)
    {
        var grown = value.Length - length;
        var spliced = (byte[])[.. file[..at], .. value, .. file[(at + length)..]];
        spliced[at - 1] = (byte)value.Length;
        for (var position = 0; position < at - 2; position++)
        {
            // Every enclosing length in two bytes that reaches to the end of the file.
            if (file[position] == 0x82 && ((file[position + 1] << 8) | file[position + 2]) == file.Length - position - 3)
            {
                var total = file.Length - position - 3 + grown;
                (spliced[position + 1], spliced[position + 2]) = ((byte)(total >> 8), (byte)total);
            }
            else if (file[position] == 0x81 && file[position + 1] == file.Length - position - 2)
            {
                spliced[position + 1] = (byte)(file[position + 1] + grown);
            }
        }

        return spliced;
    }
}
