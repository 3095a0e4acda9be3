using OfficeNode.Core;

namespace OfficeNode.Capture;

/// <summary>The Hague limits for pictures, as warnings: they bind international design applications, not the exchange with the databases.</summary>
/// <remarks>Source: <c>facts/brand-design-databases.md</c>, Images [V]: Hague, April 2023.</remarks>
public static class HagueLimits
{
    /// <summary>Pixels of the longer side: 16 cm at 300 dpi.</summary>
    public const int LongestSide = 1_890;

    /// <summary>Bytes of one file: 2 MB.</summary>
    public const long MostBytes = 2_000_000;

    /// <summary>A warning for each limit that a picture passes.</summary>
    public static IEnumerable<Finding> Judge(int width, int height, long bytes)
    {
        if (Math.Max(width, height) > LongestSide)
        {
            yield return new(CaptureFindings.HagueLimits, Severity.Warning) { Found = $"{width} x {height} pixels", Expected = $"at most {LongestSide} pixels a side" };
        }

        if (bytes > MostBytes)
        {
            yield return new(CaptureFindings.HagueLimits, Severity.Warning) { Found = $"{bytes} bytes", Expected = $"at most {MostBytes} bytes" };
        }
    }
}
