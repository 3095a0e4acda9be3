using OfficeNode.Core.Keying;
using OfficeNode.Standards.Readers;
using OfficeNode.Storage;

namespace OfficeNode.Host.Journey;

/// <summary>The fields of an entry in the order of the form, each with what is found in it.</summary>
internal static class ReleaseFields
{
    public static IReadOnlyList<ReleaseField> Of(RegisterSession session, Entry entry, IReadOnlyList<FormFinding> findings)
    {
        var values = session.EntryValues.Of(entry.Id, KeyingPass.First).ToDictionary(value => (value.Path, value.Item));
        var spoiled = session.Accuracy.SpoiledOf(entry.Id) is { Noticed: null } one ? one : null;
        var fields = new List<ReleaseField>();
        var form = Form.Of(entry.Right);
        foreach (var group in form.Fields.GroupBy(field => field.Group ?? field.Path))
        {
            var paths = group.Select(field => field.Path).ToHashSet(StringComparer.Ordinal);
            var items = values.Keys.Where(key => paths.Contains(key.Path)).Select(key => key.Item)
                .Concat(findings.Where(found => found.Path is { } path && paths.Contains(path)).Select(found => found.Item));
            foreach (var item in items.Distinct().Order())
            {
                fields.AddRange(group.Select(field => FieldOf(field, item, values.GetValueOrDefault((field.Path, item)), findings, spoiled)).OfType<ReleaseField>());
            }
        }

        return fields;
    }

    private static ReleaseField? FieldOf(
        FormField field, int item, EntryValue? value, IReadOnlyList<FormFinding> findings, Storage.Tables.SeededValue? spoiled)
    {
        var found = findings.Where(one => one.Path == field.Path && one.Item == item).Select(one => one.Finding).ToList();
        var text = spoiled is not null && spoiled.Path == field.Path && spoiled.Item == item ? spoiled.Spoiled : value?.Text ?? "";
        return text.Length == 0 && value?.Was is null && found.Count == 0
            ? null
            : new ReleaseField(field, item, text, value?.Language, value?.Was, value?.State ?? ValueState.Typed, found)
            {
                Page = value?.Page,
                Box = value?.Box,
            };
    }
}
