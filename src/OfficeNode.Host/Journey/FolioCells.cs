using OfficeNode.Core.Keying;

namespace OfficeNode.Host.Journey;

/// <summary>What one cell of a folio's grid shows of a record, and what a text that is typed into it says. Pure.</summary>
/// <remarks>Classes stand in one cell as ledgers write them, <c>29, 30</c>, and are items of the record; of all other fields the grid shows the first item.</remarks>
public static class FolioCells
{
    /// <summary>In place of a field's path: where the row stands on the page.</summary>
    public const string Region = "region";

    /// <summary>In place of a field's path: what is written in the margin.</summary>
    public const string Note = "note";

    private static readonly char[] Separators = [',', ';', '،'];

    /// <summary>The text of a cell.</summary>
    public static string TextOf(FormField field, IReadOnlyList<EntryValue> values) => IsList(field)
        ? string.Join(", ", values.Where(value => value.Path == field.Path && value.Text.Length > 0).OrderBy(value => value.Item).Select(value => value.Text))
        : values.FirstOrDefault(value => value.Path == field.Path && value.Item == 0)?.Text ?? "";

    /// <summary>The values that a cell's text stands for, those among them that it empties.</summary>
    public static IReadOnlyList<KeyedValue> ValuesOf(FormField field, string text, IReadOnlyList<EntryValue> values)
    {
        var parts = IsList(field) ? text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [text];
        var known = values.Where(value => value.Path == field.Path && value.Item < (IsList(field) ? int.MaxValue : 1)).ToDictionary(value => value.Item);
        var count = Math.Max(parts.Length, known.Keys.DefaultIfEmpty(-1).Max() + 1);
        return [.. Enumerable.Range(0, count).Select(item => new KeyedValue(field.Path, item, item < parts.Length ? parts[item] : "", known.GetValueOrDefault(item)?.Language, IsConfirmed: false))];
    }

    private static bool IsList(FormField field) => field is { Kind: FieldKind.Class, Repeats: true };
}
