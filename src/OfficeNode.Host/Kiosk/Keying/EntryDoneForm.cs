using System.Globalization;
using OfficeNode.Core.Keying;
using OfficeNode.Host.Journey;

namespace OfficeNode.Host.Kiosk.Keying;

/// <summary>A whole form that is sent as done. Where a browser runs no scripts it brings everything that was typed; otherwise all of it was kept before.</summary>
internal sealed class EntryDoneForm
{
    private readonly KeyingJourney _journey;
    private readonly IFormCollection _form;

    public EntryDoneForm(KeyingJourney journey, IFormCollection form)
    {
        _journey = journey;
        _form = form;
    }

    public KeyingAnswer Send(EntryId id)
    {
        var version = long.TryParse(_form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;
        if (_journey.View(id) is { MayEdit: true } view && view.Entry.Version == version && Typed(view) is { Count: > 0 } typed)
        {
            var saved = _journey.Save(id, version, typed);
            if (!saved.IsDone)
            {
                return saved;
            }

            version = saved.Version;
        }

        return _journey.Done(id, version, _form["remark"].ToString() is { Length: > 0 } remark ? remark : null);
    }

    private IReadOnlyList<KeyedValue> Typed(EntryView view) =>
    [
        .. _form.Keys.Select(FieldName.Parse).OfType<FieldName>()
            .Where(name => view.Fields.Any(field => field.Path == name.Path))
            .Select(name => (Name: name, Known: view.Values.FirstOrDefault(value => value.Path == name.Path && value.Item == name.Item), Text: TextOf(name)))
            .Where(field => field.Text != (field.Known?.Text ?? ""))
            .Select(field => new KeyedValue(field.Name.Path, field.Name.Item, field.Text, field.Known?.Language, IsConfirmed: false)),
    ];

    private string TextOf(FieldName name) => _form[name.ToString()].ToString().Replace("\r\n", "\n", StringComparison.Ordinal);
}
