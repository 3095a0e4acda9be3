using OfficeNode.Core;
using OfficeNode.Core.Keying;
using OfficeNode.Storage;

namespace OfficeNode.Host.Journey;

/// <summary>Puts what a person did into an entry, within a transaction that has looked who may. Refuses before it writes.</summary>
internal sealed class EntryWriter
{
    private readonly Node _node;
    private readonly string _author;

    public EntryWriter(Node node, string author)
    {
        _node = node;
        _author = author;
    }

    public IReadOnlyList<Finding> Put(RegisterSession session, Entry entry, IReadOnlyList<KeyedValue> values)
    {
        var (pass, fields) = entry.State switch
        {
            EntryState.Second => (KeyingPass.Second, DoubleKeying.FieldsOf(_node.Settings, entry.Right)),
            EntryState.Settling => (KeyingPass.Settled, DoubleKeying.FieldsOf(_node.Settings, entry.Right)),
            _ => (KeyingPass.First, Form.Of(entry.Right).Fields),
        };
        if (values.Count > KeyingLimits.MostValues)
        {
            return [new Finding(KeyingFindings.Field, Severity.Error)];
        }

        if (values.Select(value => Against(fields, value)).FirstOrDefault(finding => finding is not null) is { } refused)
        {
            return [refused];
        }

        var changed = false;
        foreach (var value in values)
        {
            changed |= Put(session, entry.Id, pass, value);
        }

        if (changed)
        {
            session.Entries.Touch(entry.Id);
            EntryFill.Rename(session, entry.Id);
        }

        return [];
    }

    /// <summary>Does something to some of the entry's own pages.</summary>
    public static IReadOnlyList<Finding> OnPages(RegisterSession session, Entry entry, IReadOnlyList<int> numbers, Action<EntryPage> work)
    {
        var pages = session.EntryPages.Of(entry.Id).ToDictionary(page => page.Number);
        var wanted = numbers.Distinct().ToList();
        if (wanted.Count == 0 || entry.State is EntryState.Second or EntryState.Settling || wanted.Exists(number => !pages.ContainsKey(number)))
        {
            return [new Finding(KeyingFindings.CropOutside, Severity.Error) { Found = string.Join(' ', wanted) }];
        }

        foreach (var number in wanted)
        {
            work(pages[number]);
        }

        session.Entries.Touch(entry.Id);
        return [];
    }

    public static IReadOnlyList<Finding> PutCrop(RegisterSession session, Entry entry, EntryCrop crop)
    {
        var page = session.EntryPages.Of(entry.Id).FirstOrDefault(candidate => candidate.Number == crop.Page);
        var isPicture = crop.Document == DocumentCode.MarkImage || crop.Document == DocumentCode.DesignViews;
        if (page is null || !isPicture || !Holds(page, crop.Box) || entry.State is EntryState.Second or EntryState.Settling || crop.Design is < 1 or > KeyingLimits.MostItems)
        {
            return [new Finding(KeyingFindings.CropOutside, Severity.Error) { Found = $"{crop.Page}" }];
        }

        var last = session.EntryPages.Crops(entry.Id).Select(known => known.Number).DefaultIfEmpty().Max();
        session.EntryPages.Put(entry.Id, crop with { Number = crop.Number is > 0 && crop.Number <= last ? crop.Number : last + 1 });
        session.Entries.Touch(entry.Id);
        return [];
    }

    private static bool Holds(EntryPage page, PixelBox box)
    {
        var isTurned = page.Turns % 2 == 1;
        var (width, height) = isTurned ? (page.Facts.Height, page.Facts.Width) : (page.Facts.Width, page.Facts.Height);
        return box is { X: >= 0, Y: >= 0, Width: > 0, Height: > 0 } && box.Width <= width && box.X <= width - box.Width && box.Height <= height && box.Y <= height - box.Height;
    }

    private static Finding? Against(IReadOnlyList<FormField> fields, KeyedValue value)
    {
        if (fields.FirstOrDefault(field => field.Path == value.Path) is not { } field || value.Item < 0 || value.Item >= (field.Repeats ? KeyingLimits.MostItems : 1))
        {
            return new Finding(KeyingFindings.Field, Severity.Error) { Path = value.Path, Found = value.Path };
        }

        return value.Text.Length > KeyingLimits.LongestText
            ? new Finding(KeyingFindings.TextLong, Severity.Error)
            {
                Path = value.Path,
                Expected = KeyingLimits.LongestText.ToString(System.Globalization.CultureInfo.InvariantCulture),
            }
            : null;
    }

    private bool Put(RegisterSession session, EntryId id, KeyingPass pass, KeyedValue value)
    {
        var before = session.EntryValues.At(id, pass, value.Path, value.Item);
        var text = value.Text.Replace("\r\n", "\n", StringComparison.Ordinal);
        var isSame = before is not null ? before.Text == text && before.Language == value.Language : text.Length == 0;
        var isConfirming = value.IsConfirmed && before is { State: ValueState.Read or ValueState.Kept };
        if (isSame && !isConfirming)
        {
            return false;
        }

        session.EntryValues.Put(id, pass, new EntryValue
        {
            Path = value.Path,
            Item = value.Item,
            Text = text,
            Language = value.Language,
            State = isSame ? ValueState.Confirmed : ValueState.Typed,
            Confidence = isSame ? before?.Confidence : null,
            Page = before?.Page,
            Box = before?.Box,
            Was = before?.Was,
            Author = _author,
            At = _node.Time.GetUtcNow(),
        });
        return true;
    }
}
