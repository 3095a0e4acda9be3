namespace OfficeNode.Standards.Rules;

/// <summary>The destinations that have a local acceptance profile: what this program demands before it sends.</summary>
/// <remarks>The profiles are ours, not WIPO's: no receiver has published a list of required fields (facts/brand-design-databases.md, "Not established").</remarks>
public static class Profiles
{
    public const string Patentscope = "patentscope";

    public const string BrandDatabase = "brand-database";

    public const string DesignDatabase = "design-database";
}
