namespace OfficeNode.Capture.Headers;

/// <summary>Resolutions as the formats write them, as dots per inch.</summary>
internal static class Resolution
{
    public const double CentimetresPerInch = 2.54;

    public const double MetresPerInch = 0.0254;

    /// <summary>To a hundredth, so that the whole dots per metre of a PNG (11,811) come out as the 300 they were made from; null for 0.</summary>
    public static double? PerInch(double? dots) => dots is > 0 and var value ? Math.Round(value, 2) : null;
}
