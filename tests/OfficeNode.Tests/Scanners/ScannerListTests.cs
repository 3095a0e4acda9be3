using NUnit.Framework;
using OfficeNode.Capture.Scanners;

namespace OfficeNode.Tests.Scanners;

[Platform("Linux")]
public sealed class ScannerListTests
{
    private ScanRig _rig = null!;   // made before each test

    [SetUp]
    public void SetUp() => _rig = new();

    [TearDown]
    public void TearDown() => _rig.Dispose();

    [Test]
    public async Task Scanners_are_listed_with_what_they_can_do()
    {
        var scanners = await new ScannerList(TestDevices(), TimeProvider.System).FindAsync(CancellationToken.None);

        Assert.That(
            scanners.Select(scanner => (scanner.Device, scanner.Model, scanner.Capabilities?.HasFeeder)),
            Does.Contain(("test:0", "frontend-tester", (bool?)true)).And.Contain(("pnm:0", "PNM file reader", (bool?)false)));
    }

    [Test]
    public async Task A_scanner_that_does_not_answer_is_listed_with_the_reason()
    {
        var scanner = await new ScannerList(new(), TimeProvider.System).FindAsync("nosuch", CancellationToken.None);

        Assert.That((scanner.Capabilities, scanner.Trouble?.Fault), Is.EqualTo(((ScannerCapabilities?)null, (ScannerFault?)ScannerFault.NotFound)));
    }

    [Test]
    public void Without_the_program_there_is_no_list()
    {
        var list = new ScannerList(new() { Program = "/nowhere/scanimage" }, TimeProvider.System);

        Assert.That(
            async () => await list.FindAsync(CancellationToken.None),
            Throws.TypeOf<ScannerException>().With.Property(nameof(ScannerException.Fault)).EqualTo(ScannerFault.ProgramMissing));
    }

    // Debian's configuration leaves SANE's virtual devices out.
    private ScannerOptions TestDevices()
    {
        var configuration = Directory.CreateDirectory(_rig.PathOf("sane.d")).FullName;
        File.WriteAllText(Path.Combine(configuration, "dll.conf"), "test\npnm\n");
        return _rig.Script($"SANE_CONFIG_DIR='{configuration}' exec scanimage \"$@\"\n");
    }
}
