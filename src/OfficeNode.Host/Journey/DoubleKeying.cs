using OfficeNode.Core;
using OfficeNode.Core.Keying;
using OfficeNode.Host.Settings;
using OfficeNode.Storage;

namespace OfficeNode.Host.Journey;

/// <summary>The fields that two people key, and where the two differ. Equal after folding blanks means agreed.</summary>
internal static class DoubleKeying
{
    /// <summary>The fields of a right that the office keys twice, in the order of the form.</summary>
    public static IReadOnlyList<FormField> FieldsOf(NodeSettings settings, Right right) =>
        [.. Form.Of(right).Fields.Where(field => settings.Keying.DoubleKeying.Contains(field.Path))];

    /// <summary>Every field in which the two keyings of an entry differ.</summary>
    public static IReadOnlyList<KeyingDifference> Differences(RegisterSession session, NodeSettings settings, Entry entry) =>
        [.. Compare(session, settings, entry).Where(pair => !pair.Agreed).Select(pair => pair.Difference)];

    /// <summary>All fields that were keyed twice, with whether the two agree.</summary>
    public static IEnumerable<(KeyingDifference Difference, bool Agreed)> Compare(RegisterSession session, NodeSettings settings, Entry entry)
    {
        var first = session.EntryValues.Of(entry.Id, KeyingPass.First);
        var second = session.EntryValues.Of(entry.Id, KeyingPass.Second);
        foreach (var field in FieldsOf(settings, entry.Right))
        {
            var items = first.Concat(second).Where(value => value.Path == field.Path && Fold(value.Text).Length > 0).Select(value => value.Item).Distinct().Order();
            foreach (var item in items)
            {
                var (one, other) = (TextAt(first, field.Path, item), TextAt(second, field.Path, item));

                // Which stands first tells nothing of who typed it.
                var isTurned = string.CompareOrdinal(one, other) > 0;
                yield return (new KeyingDifference(field.Path, item, isTurned ? other : one, isTurned ? one : other), Fold(one) == Fold(other));
            }
        }
    }

    private static string TextAt(IReadOnlyList<EntryValue> values, string path, int item) =>
        values.FirstOrDefault(value => value.Path == path && value.Item == item)?.Text ?? "";

    private static string Fold(string text) => string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
