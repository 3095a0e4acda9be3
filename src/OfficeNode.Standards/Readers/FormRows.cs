using OfficeNode.Core.Keying;

namespace OfficeNode.Standards.Readers;

/// <summary>The values of a form by field and item.</summary>
internal sealed class FormRows
{
    private readonly ILookup<string, EntryValue> _byPath;

    public FormRows(IEnumerable<EntryValue> values) => _byPath = values.OrderBy(value => value.Item).ToLookup(value => value.Path, StringComparer.Ordinal);

    /// <summary>The values of a field, emptied ones among them, by item.</summary>
    public IEnumerable<EntryValue> Of(string path) => _byPath[path];

    public EntryValue? At(string path, int item) => _byPath[path].FirstOrDefault(value => value.Item == item);

    /// <summary>Whether the form says anything of a field, be it that it is empty.</summary>
    public bool Has(string path) => _byPath.Contains(path);

    /// <summary>Whether a place of the corrected record is as it was: nobody changed it, or the form does not show it.</summary>
    public bool Keeps(string path, int item) => At(path, item) is not { } value || (value.Was is not null && value.Text == value.Was);

    /// <summary>The items of a field that hold something.</summary>
    public IEnumerable<int> Filled(string path) => _byPath[path].Where(value => value.Text.Trim().Length > 0).Select(value => value.Item);

    /// <summary>All items of the fields of a group, in order.</summary>
    public IReadOnlyList<int> Items(params IReadOnlyList<string> paths) => [.. paths.SelectMany(path => _byPath[path]).Select(value => value.Item).Distinct().Order()];

    /// <summary>Whether an item of a group came from the corrected record.</summary>
    public bool IsKnown(int item, params IReadOnlyList<string> paths) => paths.Any(path => At(path, item)?.Was is not null);

    /// <summary>The first item of a group whose named field is empty while others of the group are not; 0 where there is none.</summary>
    public int FirstWithout(string path)
    {
        var group = path[..(path.LastIndexOf('.') + 1)];
        var filled = Filled(path).ToHashSet();
        return _byPath.Where(field => group.Length > 0 && field.Key.StartsWith(group, StringComparison.Ordinal))
            .SelectMany(field => Filled(field.Key))
            .Where(item => !filled.Contains(item))
            .Order()
            .FirstOrDefault();
    }
}
