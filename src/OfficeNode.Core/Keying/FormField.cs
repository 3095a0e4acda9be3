namespace OfficeNode.Core.Keying;

/// <summary>What goes into a field: how it is typed, checked and looked up.</summary>
public enum FieldKind
{
    Text,

    /// <summary>Several lines.</summary>
    LongText,

    /// <summary>One line in a language.</summary>
    LocalText,

    /// <summary>Several lines in a language.</summary>
    LongLocalText,

    Number,

    Date,

    /// <summary>One of <see cref="FormField.Codes"/>.</summary>
    Code,

    /// <summary>A symbol of a classification: IPC, Nice, Vienna or Locarno, by the field's path.</summary>
    Class,

    PartyName,

    /// <summary>Two letters of ISO 3166-1.</summary>
    Country,

    /// <summary>Two letters of ST.3.</summary>
    Office,
}

/// <summary>One field of a form.</summary>
public sealed record FormField
{
    /// <summary>Its key in the entry, as rules and findings lead to it: <c>parties[applicant].name</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The path of a mapping file (docs/mapping.md) that its values fill; nearly always its own.</summary>
    public string Place
    {
        get => field ?? Path;
        init;
    }

    /// <summary>The word of its label: <c>entry.field.NAME</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The INID code on the paper form; null when there is none.</summary>
    public string? Inid { get; init; }

    public required FieldKind Kind { get; init; }

    /// <summary>Fields of one group repeat together, item by item; null for a field that stands once.</summary>
    public string? Group { get; init; }

    /// <summary>Whether a receiver or the register cannot do without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What a code may be, in the words of RecordJson; empty for all other kinds.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>The field found on forms that fills it, as <see cref="Batches.ReadField.Field"/>; null when none does alone.</summary>
    public string? ReadFrom { get; init; }

    /// <summary>Whether it takes several values.</summary>
    public bool Repeats => Group is not null;

    /// <summary>Whether its values are in a language.</summary>
    public bool IsLocal => Kind is FieldKind.LocalText or FieldKind.LongLocalText;
}

/// <summary>The fields that are keyed for a right, in the order of the paper.</summary>
public sealed record Form
{
    private static readonly IReadOnlyList<Form> All = [.. Enum.GetValues<Right>().Select(right => new Form { Right = right, Fields = FormFields.Of(right) })];

    public required Right Right { get; init; }

    public required IReadOnlyList<FormField> Fields { get; init; }

    /// <summary>The form of a right.</summary>
    public static Form Of(Right right) => All[(int)right];

    /// <summary>A field by its path; null when the form has none.</summary>
    public FormField? Find(string path) => Fields.FirstOrDefault(field => field.Path == path);
}
