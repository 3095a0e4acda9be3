using NUnit.Framework;
using OfficeNode.Capture.Scanners;
using OfficeNode.Core.Disk;

namespace OfficeNode.Tests.Scanners;

public sealed class ScannerSourceTests
{
    [TestCase("sane:test:0", typeof(SaneScanner))]
    [TestCase("sane:escl:https://192.168.1.5:443", typeof(SaneScanner))]
    [TestCase("sane:airscan:e0:Canon TR4500 series", typeof(SaneScanner))]
    [TestCase("folder:/srv/scans", typeof(FolderScanner))]
    [TestCase(@"folder:C:\Scans", typeof(FolderScanner))]
    public void A_source_names_its_kind(string source, Type expected)
    {
        Assert.That(Open(source).Value, Is.TypeOf(expected));
    }

    [TestCase("")]
    [TestCase("twain:scanner")]
    [TestCase("/srv/scans")]
    [TestCase("sane:")]
    [TestCase("sane:?mode=Gray")]
    [TestCase("sane:test:0?-o=/etc/passwd")]
    [TestCase("sane:test:0?mode=Gr\nay")]
    [TestCase("sane:test:0?a=1&a=2&b=1&b=2")]
    [TestCase("sane:test:0?feeder=perhaps")]
    [TestCase("folder:")]
    [TestCase("folder: ")]
    [TestCase("folder:a\0b")]
    public void What_is_no_source_is_refused_with_what_was_expected(string source)
    {
        Assert.That(Open(source).Expected, Is.Not.Null.And.Not.Empty);
    }

    [Test]
    public void Options_are_read_with_their_marks()
    {
        var address = SaneAddress.Parse("pnm:0?filename=a%26b%3D100%25.pgm&brightness=10&x").Value;

        Assert.That(address.Options, Is.EqualTo(new KeyValuePair<string, string>[] { new("filename", "a&b=100%.pgm"), new("brightness", "10"), new("x", "") }));
    }

    [Test]
    public void A_device_comes_back_from_its_source()
    {
        const string Device = "airscan:w1:100%25 what?";

        Assert.That(SaneAddress.Parse(ScannerSource.OfDevice(Device)["sane:".Length..]).Value.Device, Is.EqualTo(Device));
    }

    [TestCase("page2", "page10")]
    [TestCase("PAGE2", "page10")]
    [TestCase("a", "a1")]
    [TestCase("a01", "a1")]
    [TestCase("2026-9-30.pdf", "2026-10-01.pdf")]
    [TestCase("scan 99999999999999999999999998", "scan 99999999999999999999999999")]
    public void Names_are_put_in_the_order_people_count_in(string first, string second)
    {
        Assert.That((Math.Sign(NaturalOrder.Instance.Compare(first, second)), Math.Sign(NaturalOrder.Instance.Compare(second, first))), Is.EqualTo((-1, 1)));
    }

    [Test]
    public void Every_fault_has_a_finding_of_its_own()
    {
        var ids = Enum.GetValues<ScannerFault>().Select(fault => new ScannerException(fault, "any", "words").ToFinding().Rule);

        Assert.That(ids, Is.Unique);
    }

    private static Core.ParseResult<IScanner> Open(string source) => ScannerSource.Open(source, new(), new PhysicalDisk(), TimeProvider.System);
}
