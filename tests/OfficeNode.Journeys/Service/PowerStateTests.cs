using NUnit.Framework;
using OfficeNode.Host.Doctor;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Service;

/// <summary>What folders of the Linux kernel's form say of the power.</summary>
public sealed class PowerStateTests
{
    private TemporaryFolder _folder = null!;   // made before each test

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void Power_is_out_when_the_battery_empties_and_no_line_is_there()
    {
        Supply("AC", ("type", "Mains"), ("online", "0"));
        Supply("BAT0", ("type", "Battery"), ("status", "Discharging"), ("capacity", "62"));

        Assert.That(Read(), Is.EqualTo(new PowerState(PowerSource.Battery, 62)));
    }

    [Test]
    public void A_full_battery_beside_a_line_is_no_cut()
    {
        Supply("AC", ("type", "Mains"), ("online", "1"));
        Supply("BAT0", ("type", "Battery"), ("status", "Full"), ("capacity", "100"));

        Assert.That(Read(), Is.EqualTo(new PowerState(PowerSource.Line, 100)));
    }

    [Test]
    public void The_battery_of_a_mouse_says_nothing_of_the_computer()
    {
        Supply("hidpp_battery_0", ("type", "Battery"), ("scope", "Device"), ("status", "Discharging"), ("capacity", "40"));

        Assert.That(Read(), Is.EqualTo(new PowerState(PowerSource.Unknown)));
    }

    [Test]
    public void A_battery_that_tells_no_charge_is_still_a_battery()
    {
        Supply("ups", ("type", "UPS"), ("status", "Discharging"));

        Assert.That(Read(), Is.EqualTo(new PowerState(PowerSource.Battery)));
    }

    [Test]
    public void A_computer_without_supplies_tells_nothing() => Assert.That(PowerState.OfFolder(_folder.PathOf("none")), Is.EqualTo(new PowerState(PowerSource.Unknown)));

    private PowerState Read() => PowerState.OfFolder(_folder.PathOf("supplies"));

    private void Supply(string name, params IReadOnlyList<(string File, string Content)> files)
    {
        var supply = Directory.CreateDirectory(_folder.PathOf("supplies/" + name)).FullName;
        foreach (var (file, content) in files)
        {
            File.WriteAllText(Path.Combine(supply, file), content + "\n");
        }
    }
}
