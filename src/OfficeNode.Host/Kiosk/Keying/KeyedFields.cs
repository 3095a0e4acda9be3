using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Core.Keying;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;
using OfficeNode.Standards.Readers;

namespace OfficeNode.Host.Kiosk.Keying;

/// <summary>The fields of an entry as its screen shows them: what stands in each, what is found wrong with it, how it was understood, and what ditto would put there.</summary>
public sealed class KeyedFields
{
    private const string AnyDate = "filingDate";

    private readonly EntryView _view;
    private readonly FormReader _reader;
    private readonly Dictionary<(string, int), EntryValue> _values;
    private readonly Dictionary<(string, int), string> _ditto;
    private readonly ILookup<(string?, int), Finding> _findings;

    /// <param name="last">What the person keyed last of the same right: what ditto repeats.</param>
    public KeyedFields(EntryView view, NodeSettings settings, IReadOnlyList<EntryValue> last)
    {
        _view = view;
        _reader = new FormReader(new FormOptions { Office = settings.Office, Dates = settings.Keying.Dates, Calendar = settings.Keying.Calendar, Language = settings.Language });
        _values = view.Values.ToDictionary(value => (value.Path, value.Item));
        _ditto = last.Where(value => value.Text.Length > 0).ToDictionary(value => (value.Path, value.Item), value => value.Text);
        _findings = view.Findings.Where(found => found.Finding.Rule != KeyingFindings.Unconfirmed).ToLookup(found => (found.Path, found.Item), found => found.Finding);
    }

    /// <summary>The groups in the order of the paper.</summary>
    public IEnumerable<KeyedGroup> Groups()
    {
        var fields = _view.Fields;
        for (var start = 0; start < fields.Count;)
        {
            var group = fields[start].Group;
            var end = start + 1;
            while (group is not null && end < fields.Count && fields[end].Group == group)
            {
                end++;
            }

            yield return Group(group, [.. fields.Skip(start).Take(end - start)]);
            start = end;
        }
    }

    /// <summary>Every field that stands on the screen.</summary>
    public IEnumerable<KeyedField> All() => Groups().SelectMany(group => group.Rows).SelectMany(row => row.Fields);

    /// <summary>What concerns the entry as a whole, and no field.</summary>
    public IReadOnlyList<Finding> OfWhole => [.. _findings[(null, 0)]];

    /// <summary>The field to begin with: the first that wants somebody, else the first.</summary>
    public KeyedField? First() => All().FirstOrDefault(field => field.IsRead || field.Findings.Count > 0) ?? All().FirstOrDefault();

    private KeyedGroup Group(string? name, IReadOnlyList<FormField> fields)
    {
        if (_view.Pass == KeyingPass.Settled)
        {
            var differing = _view.Differences.Where(difference => fields.Any(field => field.Path == difference.Path)).Select(difference => difference.Item).Distinct().Order();
            return new KeyedGroup(name, [.. differing.Select(item => Row(item, [.. fields.Where(field => DifferenceAt(field.Path, item) is not null)]))], null);
        }

        var items = _values.Values.Where(value => value.Text.Length > 0 && fields.Any(field => field.Path == value.Path)).Select(value => value.Item).Distinct().Order().ToList();
        var rows = name is null || items.Count == 0 ? [0] : items;
        var isOpen = name is not null && _view.MayEdit;
        return new KeyedGroup(name, [.. rows.Select(item => Row(item, fields))], isOpen ? NewRow(fields) : null);
    }

    private KeyedRow Row(int item, IReadOnlyList<FormField> fields) => new(item.ToString(CultureInfo.InvariantCulture), [.. fields.Select(field => At(field, item))]);

    private static KeyedRow NewRow(IReadOnlyList<FormField> fields) => new(KeyedField.NewItem, [.. fields.Select(field => new KeyedField { Field = field, Item = KeyedField.NewItem })]);

    private KeyedField At(FormField field, int item)
    {
        var value = _values.GetValueOrDefault((field.Path, item));
        return new KeyedField
        {
            Field = field,
            Item = item.ToString(CultureInfo.InvariantCulture),
            Value = value,
            Region = _view.Region,
            Ditto = _view.Pass == KeyingPass.First ? _ditto.GetValueOrDefault((field.Path, item)) : null,
            Choices = DifferenceAt(field.Path, item) is { } difference ? [difference.One, difference.Other] : [],
            Findings = [.. _findings[(field.Path, item)].Select(finding => finding with { Path = KeyedField.LabelOf(field) })],   // people know the field by its label
            Day = field.Kind == FieldKind.Date && value is not null ? DayOf(value) : null,
            IsFixed = !_view.MayEdit,
        };
    }

    private KeyingDifference? DifferenceAt(string path, int item) => _view.Differences.FirstOrDefault(difference => difference.Path == path && difference.Item == item);

    // All dates of an office are written in the same ways: each is understood as the one that stands once.
    private PrintedDate? DayOf(EntryValue value) => value.Text.Length == 0 ? null
        : _reader.Read(Form.Of(_view.Entry.Right), [value with { Path = AnyDate, Item = 0 }], null).Record.FilingDate;
}
