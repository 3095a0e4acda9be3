using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Core.Keying;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Kiosk.Keying;

/// <summary>One field of an entry as its screen shows it.</summary>
public sealed record KeyedField
{
    /// <summary>Stands for the number of a row in what new rows are made of.</summary>
    public const string NewItem = "{item}";

    public required FormField Field { get; init; }

    /// <summary>Which one where the field repeats, or <see cref="NewItem"/>.</summary>
    public required string Item { get; init; }

    /// <summary>What stands in it; null where nothing does.</summary>
    public EntryValue? Value { get; init; }

    /// <summary>What the person's last record has there; null where it has nothing.</summary>
    public string? Ditto { get; init; }

    /// <summary>The two values that people keyed, while somebody decides between them; empty otherwise.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The day that was understood; null where the field is no date or none was.</summary>
    public PrintedDate? Day { get; init; }

    /// <summary>Whether it can only be read now.</summary>
    public bool IsFixed { get; init; }

    public static string LabelOf(FormField field) => Words.Of("entry.field." + field.Name);

    public string Label => LabelOf(Field);

    public string Name => FieldName.Of(Field.Path, Item);

    public string Id => FieldName.IdOf(Field.Path, Item);

    public string Text => Value?.Text ?? "";

    public bool IsRead => Value is { State: ValueState.Read, Text.Length: > 0 };

    /// <summary>As the client knows it.</summary>
    public string State => Value is null ? "none" : Value.State.ToString().ToLowerInvariant();

    /// <summary>How sure the machine is of what it read; empty where a person answers for it.</summary>
    public string Note => IsRead && Value?.Confidence is { } confidence ? Words.Of("keying.read.note", ("confidence", Whole(confidence))) : "";

    /// <summary>What the foot of the form says of it before a person confirms it.</summary>
    public string? ReadLine => IsRead && !IsFixed && Value?.Confidence is { } confidence ? Words.Of("keying.read.line", ("confidence", Whole(confidence))) : null;

    /// <summary>Where the whole entry stands on a page that shows others too; null where its pages are its own.</summary>
    public EntryRegion? Region { get; init; }

    /// <summary>The page it was read on, for the viewer.</summary>
    public int? Page => Value?.Page ?? Region?.Page;

    /// <summary>Where it was read, for the viewer.</summary>
    public string? Box => (Value?.Box ?? Region?.Box) is { } box ? string.Create(CultureInfo.InvariantCulture, $"{box.X},{box.Y},{box.Width},{box.Height}") : null;

    /// <summary>How the value was understood, and what the register has where that is another; empty where both go without saying.</summary>
    public string Understood => string.Join(" · ", new[] { Day is { } day ? Language.Current.Day(day.Date) : null, Before }.OfType<string>());

    private string? Before => Value is { Was: { } was } && was != Text ? Words.Of("keying.was", ("value", was)) : null;

    private static string Whole(double confidence) => confidence.ToString("N0", CultureInfo.CurrentCulture);
}

/// <summary>Fields that repeat together, or one that stands once.</summary>
/// <param name="Group">As <see cref="FormField.Group"/>; null for a field that stands once.</param>
/// <param name="Rows">At least one.</param>
/// <param name="New">What a new row is made of; null where none can be added.</param>
public sealed record KeyedGroup(string? Group, IReadOnlyList<KeyedRow> Rows, KeyedRow? New);

/// <summary>One item of a group.</summary>
public sealed record KeyedRow(string Item, IReadOnlyList<KeyedField> Fields);
