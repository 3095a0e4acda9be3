using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace OfficeNode.Host.Doctor;

/// <summary>Where the computer's power comes from.</summary>
public enum PowerSource
{
    /// <summary>Nothing tells: a computer without a battery, or one whose supply reports to another program only.</summary>
    Unknown,
    Line,
    Battery,
}

/// <summary>The computer's power at one moment, as the system tells it.</summary>
/// <param name="Percent">What the battery still holds, 0 to 100; null where nothing tells.</param>
public sealed partial record PowerState(PowerSource Source, int? Percent = null)
{
    private const byte OffLine = 0;
    private const byte OnLine = 1;
    private const byte UnknownPercent = 255;

    /// <summary>Linux: where each supply of the computer is a folder (kernel documentation, ABI/testing/sysfs-class-power).</summary>
    private const string SupplyFolder = "/sys/class/power_supply";

    /// <summary>Asks the system; never fails, because nobody can do without the screen that shows it.</summary>
    public static PowerState Now() => OperatingSystem.IsWindows() ? OfWindows() : OfFolder(SupplyFolder);

    /// <summary>What the supplies in a folder of the Linux kernel's form come to.</summary>
    internal static PowerState OfFolder(string folder)
    {
        var supplies = Directory.Exists(folder) ? Directory.GetDirectories(folder).Where(supply => Word(supply, "scope") != "Device").ToList() : [];
        var batteries = supplies.Where(supply => Word(supply, "type") is "Battery" or "UPS").ToList();
        if (batteries.Count == 0)
        {
            return new PowerState(PowerSource.Unknown);
        }

        var percents = batteries
            .Select(battery => int.TryParse(Word(battery, "capacity"), NumberStyles.None, CultureInfo.InvariantCulture, out var percent) ? (int?)percent : null)
            .ToList();
        var isDischarging = batteries.Any(battery => Word(battery, "status") == "Discharging");
        var hasLine = supplies.Any(supply => Word(supply, "online") == "1" && !batteries.Contains(supply));
        return new PowerState(isDischarging && !hasLine ? PowerSource.Battery : PowerSource.Line, percents.Min());
    }

    private static string Word(string supply, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(supply, file)).Trim();
        }
        catch (IOException)
        {
            return "";   // a supply that has not this property, or was pulled out meanwhile
        }
        catch (UnauthorizedAccessException)
        {
            return "";   // as one that has not this property
        }
    }

    [SupportedOSPlatform("windows")]
    private static PowerState OfWindows()
    {
        if (!GetSystemPowerStatus(out var status))
        {
            return new PowerState(PowerSource.Unknown);
        }

        var source = status.LineStatus switch { OffLine => PowerSource.Battery, OnLine => PowerSource.Line, _ => PowerSource.Unknown };
        return new PowerState(source, status.LifePercent == UnknownPercent ? null : status.LifePercent);
    }

    [SupportedOSPlatform("windows")]
    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetSystemPowerStatus(out Status status);

    /// <summary>SYSTEM_POWER_STATUS of <c>winbase.h</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Status
    {
        public byte LineStatus;
        public byte BatteryFlag;
        public byte LifePercent;
        public byte SystemStatusFlag;
        public uint LifeTime;
        public uint FullLifeTime;
    }
}
