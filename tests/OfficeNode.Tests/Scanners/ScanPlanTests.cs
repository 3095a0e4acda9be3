using NUnit.Framework;
using OfficeNode.Capture.Scanners;

namespace OfficeNode.Tests.Scanners;

/// <summary>Orders in the words of devices that no test bench has; their options as SANE's drivers offer them.</summary>
public sealed class ScanPlanTests
{
    private const string Fujitsu = """
            --source ADF Front|ADF Back|ADF Duplex [ADF Front]
            --mode Lineart|Halftone|Gray|Color [Lineart]
            --resolution 50..600dpi (in steps of 1) [600]
            --page-width 0..221.121mm (in steps of 0.0211639) [215.872]
            --page-height 0..876.695mm (in steps of 0.0211639) [279.364]
            -l 0..215.872mm (in steps of 0.0211639) [0]
            -t 0..279.364mm (in steps of 0.0211639) [0]
            -x 0..221.121mm (in steps of 0.0211639) [215.872]
            -y 0..876.695mm (in steps of 0.0211639) [279.364]
        """;

    private const string Brother = """
            --mode Black & White|Gray[Error Diffusion]|True Gray|24bit Color|24bit Color[Fast] [24bit Color[Fast]]
            --resolution 100|150|200|300|400|600|1200dpi [200]
            --source FlatBed|Automatic Document Feeder(left aligned)|Automatic Document Feeder(left aligned,Duplex) [Automatic Document Feeder(left aligned)]
        """;

    private const string Epson = """
            --mode Lineart|Gray|Color [Lineart]
            --depth 8|16 [inactive]
            --resolution 75|300|600dpi [75]
            --source Flatbed|Automatic Document Feeder [Flatbed]
            --adf-mode Simplex|Duplex [inactive]
        """;

    [TestCase(Fujitsu, false, "source=ADF Front")]
    [TestCase(Fujitsu, true, "source=ADF Duplex")]
    [TestCase(Brother, false, "source=Automatic Document Feeder(left aligned)")]
    [TestCase(Brother, true, "source=Automatic Document Feeder(left aligned,Duplex)")]
    [TestCase(Epson, true, "adf-mode=Duplex")]
    [TestCase(Epson, false, "adf-mode=Simplex")]
    public void Sides_are_asked_for_in_the_device_s_own_words(string device, bool duplex, string expected)
    {
        var plan = Plan(device, "any", new() { Spool = "", Duplex = duplex });

        Assert.That((plan.Runs[0].Contains("--" + expected), plan.HasFeeder, plan.IsDuplex), Is.EqualTo((true, true, duplex)), string.Join(' ', plan.Runs[0]));
    }

    [TestCase(Fujitsu, ScanColour.Bilevel, "Lineart")]
    [TestCase(Fujitsu, ScanColour.Grey, "Gray")]
    [TestCase(Brother, ScanColour.Bilevel, "Black & White")]
    [TestCase(Brother, ScanColour.Grey, "True Gray")]
    [TestCase(Brother, ScanColour.Colour, "24bit Color")]
    public void Colours_are_asked_for_in_the_device_s_own_words(string device, ScanColour colour, string expected)
    {
        var plan = Plan(device, "any", new() { Spool = "", Colour = colour });

        Assert.That(plan.Runs[0], Does.Contain("--mode=" + expected));
    }

    [Test]
    public void A_feeder_of_metres_is_not_asked_for_metres()
    {
        var plan = Plan(Fujitsu, "any", new() { Spool = "" });

        Assert.That((plan.Runs[0].Contains("-x"), plan.Runs[0].Contains("-y")), Is.EqualTo((true, false)));
    }

    [Test]
    public void Paper_of_a_size_is_told_to_feeder_and_eye()
    {
        var plan = Plan(Fujitsu, "any", new() { Spool = "", Width = 210, Height = 297 });

        Assert.That(string.Join(' ', plan.Runs[0]), Does.EndWith("--page-width=210 --page-height=297 -l 0 -t 0 -x 210 -y 297"));
    }

    [Test]
    public void What_the_source_says_goes_before_the_order_and_in_its_place()
    {
        var plan = Plan(Epson, "any?mode=Color&source=Flatbed", new() { Spool = "" });

        Assert.That((string.Join(' ', plan.Runs[0]), plan.HasFeeder), Is.EqualTo(("--source=Flatbed --mode=Color --resolution=300", false)));
    }

    [TestCase("any?source=Flatbed&feeder=yes", true)]
    [TestCase("any?feeder=no", false)]
    public void The_source_may_say_what_is_a_feeder(string address, bool expected)
    {
        Assert.That(Plan(Epson, address, new() { Spool = "" }).HasFeeder, Is.EqualTo(expected));
    }

    [Test]
    public void Paper_that_the_scanner_does_not_see_is_refused()
    {
        Assert.That(
            () => Plan(Fujitsu, "any", new() { Spool = "", Width = 297 }),
            Throws.TypeOf<ScannerException>().With.Property(nameof(ScannerException.Fault)).EqualTo(ScannerFault.NotSupported));
    }

    [Test]
    public void Paper_longer_than_any_sheet_is_told_when_it_is_ordered()
    {
        var plan = Plan(Fujitsu, "any", new() { Spool = "", Width = 210, Height = 800 });

        Assert.That(string.Join(' ', plan.Runs[0]), Does.Contain("--page-height=800").And.EndWith("-y 800"));
    }

    [Test]
    public void A_size_is_refused_by_a_scanner_that_takes_none()
    {
        Assert.That(
            () => Plan(Epson, "any", new() { Spool = "", Width = 210, Height = 297 }),
            Throws.TypeOf<ScannerException>().With.Property(nameof(ScannerException.Fault)).EqualTo(ScannerFault.NotSupported).And.Message.Contains("size of paper"));
    }

    private static ScanPlan Plan(string device, string address, ScanOrder order) =>
        ScanPlan.Of(SaneAddress.Parse(address).Value, ScannerCapabilities.Parse(device), order);
}
