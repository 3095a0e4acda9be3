using NUnit.Framework;
using OfficeNode.Capture.Scanners;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Scanners;

public sealed class ScannerCapabilitiesTests
{
    [Test]
    public void A_choice_is_read_with_its_default()
    {
        var option = DeviceOption.Parse("    --mode Gray|Color [Gray]");

        Assert.That((option?.Name, string.Join('/', option!.Choices), option.Default, option.IsActive), Is.EqualTo(("mode", "Gray/Color", "Gray", true)));
    }

    [Test]
    public void Choices_may_hold_blanks_and_brackets_of_their_own()
    {
        var option = DeviceOption.Parse("    --mode Black & White|Gray[Error Diffusion]|True Gray|24bit Color[Fast] [24bit Color[Fast]]")!;

        Assert.That((option.Choices[^1], option.Default), Is.EqualTo(("24bit Color[Fast]", "24bit Color[Fast]")));
    }

    [Test]
    public void A_range_is_read_with_its_step()
    {
        var option = DeviceOption.Parse("    --resolution 50..1200dpi (in steps of 25) [50]")!;

        Assert.That((option.Range, option.Offers(300), option.Offers(310), option.Offers(2400)), Is.EqualTo(((NumberRange?)new NumberRange(50, 1200, 25), true, false, false)));
    }

    [Test]
    public void A_list_of_numbers_leaves_out_what_is_none()
    {
        var option = DeviceOption.Parse("    --resolution auto||75|150|300dpi [75]")!;

        Assert.That((option.Offers(300), option.Offers(200), option.Numbers.Count()), Is.EqualTo((true, false, 3)));
    }

    [TestCase("    --adf-mode Simplex|Duplex [inactive]", false)]
    [TestCase("    --button-1[=(yes|no)] [no] [hardware] [read-only]", false)]
    [TestCase("    --threshold 0..255 [128] [advanced]", true)]
    [TestCase("    -x 0..215.9mm (in steps of 0.0211639) [215.889]", true)]
    public void An_option_says_whether_it_can_be_set_now(string line, bool expected)
    {
        Assert.That(DeviceOption.Parse(line)?.IsActive, Is.EqualTo(expected));
    }

    [TestCase("")]
    [TestCase("  Geometry:")]
    [TestCase("        Selects the scan mode (e.g., lineart, monochrome, or color).")]
    [TestCase("Type ``scanimage --help -d DEVICE'' to get list of all options for DEVICE.")]
    [TestCase("[epsonds] something a driver prints")]
    public void Other_lines_are_passed_over(string line)
    {
        Assert.That(DeviceOption.Parse(line), Is.Null);
    }

    [Test]
    public void The_test_device_is_read_whole()
    {
        var answer = Tool.Run("scanimage", "sane-utils", "-d", "test:0", "-A").Output;

        var able = ScannerCapabilities.Parse(answer);

        Assert.Multiple(() =>
        {
            Assert.That(able.Modes, Is.EqualTo(new[] { "Gray", "Color" }));
            Assert.That(able.Sources, Is.EqualTo(new[] { "Flatbed", "Automatic Document Feeder" }));
            Assert.That(able.ResolutionRange, Is.EqualTo(new NumberRange(1, 1200, 1)));
            Assert.That((able.Width, able.Height, able.HasFeeder, able.HasDuplex), Is.EqualTo(((double?)200, (double?)200, true, false)));
            Assert.That(able["fixed-constraint-range"]?.Range?.From, Is.EqualTo(-42.17));
        });
    }

    [Test]
    public void Any_bytes_are_read_without_an_exception()
    {
        var random = new Random(7);
        const string Letters = "    --x[=(|)] .0123456789dpi(in steps of )<>\n";

        for (var i = 0; i < 20_000; i++)
        {
            var line = string.Concat("    --", new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => Letters[random.Next(Letters.Length)])]));
            Assert.That(() => ScannerCapabilities.Parse(line).Resolutions, Throws.Nothing, line);
        }
    }
}
