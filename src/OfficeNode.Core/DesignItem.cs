namespace OfficeNode.Core;

/// <summary>One design of a design application; its views are pages of the document VIE that carry its number.</summary>
public sealed record DesignItem
{
    /// <summary>The number within the application, counted from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The indication of the product.</summary>
    public IReadOnlyList<LocalText> Products { get; init; } = [];

    public IReadOnlyList<LocarnoClass> Locarno { get; init; } = [];

    public IReadOnlyList<LocalText> Descriptions { get; init; } = [];
}
