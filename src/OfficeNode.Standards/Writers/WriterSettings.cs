namespace OfficeNode.Standards.Writers;

/// <summary>What a destination's profile settles where the register is silent and the standard is not.</summary>
public sealed record WriterSettings
{
    /// <summary>The edition of the Locarno Classification for classes that have none of their own; ST.96 demands one. Default 14, in force in 2023 and 2024.</summary>
    public string LocarnoEdition { get; init; } = "14";
}
