namespace OfficeNode.Core;

/// <summary>The kind of sign a mark is. The names map one to one to ST.96 MarkFeatureCategory (facts/brand-design-databases.md [V]).</summary>
public enum MarkFeature
{
    Word,
    StylizedCharacters,
    Figurative,
    Combined,
    ThreeDimensional,
    Colour,
    Sound,
    Hologram,
    Olfactory,
    Motion,
    Multimedia,
    Position,
    Touch,
    Taste,
    Tracer,
    Other,
}

/// <summary>The sign of a trademark: its words, its description; its pictures are pages of the document MRK.</summary>
public sealed record Mark
{
    public MarkFeature? Feature { get; init; }

    /// <summary>ST.96 MarkCategory in the standard's words, for example <c>Trademark</c> or <c>Collective mark</c>.</summary>
    public string? Category { get; init; }

    /// <summary>The words of the mark, one per language or script.</summary>
    public IReadOnlyList<LocalText> Words { get; init; } = [];

    public IReadOnlyList<LocalText> Translations { get; init; } = [];

    public string? Transliteration { get; init; }

    public IReadOnlyList<LocalText> Colours { get; init; } = [];

    public IReadOnlyList<LocalText> Disclaimers { get; init; } = [];

    public IReadOnlyList<LocalText> Descriptions { get; init; } = [];

    public bool? StandardCharacters { get; init; }

    /// <summary>Whether the sign cannot be shown without a picture.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool NeedsPicture => Feature is MarkFeature.Figurative or MarkFeature.Combined or MarkFeature.StylizedCharacters
        or MarkFeature.ThreeDimensional or MarkFeature.Hologram or MarkFeature.Position;
}
