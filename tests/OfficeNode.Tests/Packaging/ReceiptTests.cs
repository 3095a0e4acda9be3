using System.Text;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Packaging;
using OfficeNode.Packaging.Json;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Packaging;

public sealed class ReceiptTests
{
    private static readonly Digest Sha256 = Digest.Of("zip"u8);

    private Workbench _bench = null!;   // set before every test

    [SetUp]
    public void SetUp() => _bench = new Workbench();

    [TearDown]
    public void TearDown() => _bench.Dispose();

    [Test]
    public void A_receipt_of_a_trusted_desk_is_verified()
    {
        var written = Sample();
        Write(written);

        var check = Check();

        Assert.Multiple(() =>
        {
            Assert.That(check.IsVerified, Is.True);
            Assert.That(ReceiptJson.Write(check.Receipt!), Is.EqualTo(ReceiptJson.Write(written)));
        });
    }

    [Test]
    public void A_receipt_without_findings_is_verified()
    {
        Write(Sample() with { Findings = [], Outcome = ReceiptOutcome.Accepted, RecordsRefused = 0 });

        var check = Check();

        Assert.That((check.IsVerified, check.Receipt?.Findings.Count), Is.EqualTo((true, (int?)0)));
    }

    [Test]
    public void A_receipt_has_one_form()
    {
        Assert.That(Encoding.UTF8.GetString(ReceiptJson.Write(Sample())), Is.EqualTo(string.Concat(
            "{\"format\":1,\"receipt\":{\"package\":\"xx-patents-test-20261120-0001\",",
            $"\"sha256\":\"{Sha256}\",",
            "\"length\":3,\"outcome\":\"Partly\",\"received\":\"2026-11-20T09:30:00+00:00\",\"desk\":\"Regional office\",\"recordsAccepted\":4,\"recordsRefused\":1,",
            "\"findings\":[{\"rule\":\"PATENT-TITLE\",\"severity\":\"Error\",\"dossier\":\"P-2026-123\",\"path\":\"titles\",\"found\":\"\\\"\",",
            "\"arguments\":{\"language\":\"fr\"}}],\"findingsLeftOut\":0}}")));
    }

    [Test]
    public void Every_flipped_bit_of_a_receipt_is_found()
    {
        Write(Sample());
        var path = _bench.PathOf(Receipt.FileOf(Workbench.Name));

        var missed = new List<long>();
        for (var bit = 0L; bit < new FileInfo(path).Length * 8; bit++)
        {
            PackageWriterTests.FlipBit(path, bit);
            if (Check().IsVerified)
            {
                missed.Add(bit);
            }

            PackageWriterTests.FlipBit(path, bit);
        }

        Assert.That(missed, Is.Empty);
    }

    [Test]
    public void A_receipt_of_an_unknown_desk_is_not_believed()
    {
        Write(Sample());
        using var other = Workbench.NewKey("Other desk");

        var check = new ReceiptVerifier([other.Certificate], new FixedTime(), PackagingLimits.Default)
            .Check(Read(Receipt.FileOf(Workbench.Name)), Read(Receipt.SignatureFileOf(Workbench.Name)), Workbench.Name, Sha256, 3);

        Assert.That((check.Receipt, check.Findings[0].Rule), Is.EqualTo(((Receipt?)null, "SIGNATURE-SIGNER-UNKNOWN")));
    }

    [TestCase("other", 3)]
    [TestCase("zip", 4)]
    public void A_receipt_for_other_bytes_is_not_verified(string zip, long length)
    {
        Write(Sample() with { Sha256 = Digest.Of(Encoding.ASCII.GetBytes(zip)), Length = length });

        var check = Check();

        Assert.That((check.IsVerified, check.Findings.Single().Rule), Is.EqualTo((false, "RECEIPT-OTHER-PACKAGE")));
    }

    [TestCase(ReceiptOutcome.Accepted)]
    [TestCase(ReceiptOutcome.Refused)]
    public void An_outcome_against_its_own_counts_is_malformed(ReceiptOutcome outcome)
    {
        Write(Sample() with { Outcome = outcome });

        Assert.That(Check().Findings.Single().Rule, Is.EqualTo("RECEIPT-MALFORMED"));
    }

    [Test]
    public void Findings_beyond_the_limit_are_cut_and_counted()
    {
        var finding = new Finding("X", Severity.Error) { Found = new string('x', 200) };
        Write(Sample() with { Findings = [.. Enumerable.Repeat(finding, 50_000)], FindingsLeftOut = 5 });

        var receipt = Check().Receipt!;

        Assert.That((receipt.Findings.Count, receipt.FindingsLeftOut), Is.EqualTo((10_000, 40_005)));
    }

    [Test]
    public void A_receipt_is_never_replaced()
    {
        Write(Sample());

        Assert.That(() => Write(Sample()), Throws.InstanceOf<StorageException>().With.Property(nameof(StorageException.Fault)).EqualTo(StorageFault.Exists));
    }

    [Test]
    public void Wherever_the_power_goes_a_receipt_that_is_there_has_its_signature()
    {
        var count = FailingDisk.Counting(_bench.Disk);
        new ReceiptWriter(count, _bench.Key, PackagingLimits.Default).Write(Sample(), _bench.Folder);

        for (var point = 1L; point <= count.Operations; point++)
        {
            using var folder = new TemporaryFolder();
            var stopping = new ReceiptWriter(FailingDisk.StoppingAt(_bench.Disk, point), _bench.Key, PackagingLimits.Default);
            Assert.That(() => stopping.Write(Sample(), folder.Path), Throws.InstanceOf<StorageException>());
            if (!File.Exists(folder.PathOf(Receipt.FileOf(Workbench.Name))))
            {
                new ReceiptWriter(_bench.Disk, _bench.Key, PackagingLimits.Default).Write(Sample(), folder.Path);
            }

            Assert.That(File.Exists(folder.PathOf(Receipt.SignatureFileOf(Workbench.Name))), Is.True, $"at {point}");
        }
    }

    private static Receipt Sample() => new()
    {
        Package = Workbench.Name,
        Sha256 = Sha256,
        Length = 3,
        Outcome = ReceiptOutcome.Partly,
        Received = FixedTime.Now,
        Desk = "Regional office",
        RecordsAccepted = 4,
        RecordsRefused = 1,
        Findings =
        [
            new Finding("PATENT-TITLE", Severity.Error)
            {
                Dossier = "P-2026-123", Path = "titles", Found = "\"", Arguments = new Dictionary<string, string> { ["language"] = "fr" },
            },
        ],
    };

    private void Write(Receipt receipt) => new ReceiptWriter(_bench.Disk, _bench.Key, PackagingLimits.Default).Write(receipt, _bench.Folder);

    private byte[] Read(string file) => File.ReadAllBytes(_bench.PathOf(file));

    private ReceiptCheck Check() => new ReceiptVerifier([_bench.Key.Certificate], new FixedTime(), PackagingLimits.Default)
        .Check(Read(Receipt.FileOf(Workbench.Name)), Read(Receipt.SignatureFileOf(Workbench.Name)), Workbench.Name, Sha256, 3);
}
