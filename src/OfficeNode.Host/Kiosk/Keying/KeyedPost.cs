using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Core.Keying;
using OfficeNode.Host.Journey;

namespace OfficeNode.Host.Kiosk.Keying;

/// <summary>What an open form sends of what was typed: the fields that changed, what stood in them before, and which of them the person confirmed.</summary>
internal sealed class KeyedPost
{
    private const string Value = "value:";
    private const string Was = "was:";
    private const int BoxParts = 5;

    private readonly IFormCollection _form;
    private readonly HashSet<string> _confirmed;

    public KeyedPost(IFormCollection form)
    {
        _form = form;
        _confirmed = [.. form["confirmed"].OfType<string>()];
        Names = [.. form.Keys.Where(key => key.StartsWith(Value, StringComparison.Ordinal)).Select(key => key[Value.Length..])];
    }

    /// <summary>The names of what changed.</summary>
    public IReadOnlyList<string> Names { get; }

    public string TextOf(string name) => Plain(_form[Value + name].ToString());

    /// <summary>The changed fields that somebody else changed too: what stands there is neither what this person saw nor what they typed.</summary>
    public IReadOnlyList<FieldName> Disputed(EntryView view) =>
    [
        .. Fields().Where(name => TextIn(view, name) is var text && text != Plain(_form[Was + name].ToString()) && text != TextOf(name.ToString())),
    ];

    /// <summary>The changed fields and those whose language changed, but for those that are disputed.</summary>
    public IReadOnlyList<KeyedValue> Values(EntryView view, IReadOnlyList<FieldName> disputed) =>
    [
        .. Fields().Concat(Names.Where(IsLanguage).Select(name => FieldName.Parse(name[FieldName.Language.Length..])).OfType<FieldName>())
            .Distinct()
            .Except(disputed)
            .Select(name => ValueOf(view, name)),
    ];

    /// <summary>The parts of pages that were drawn, moved or confirmed; null in place of one that was taken away.</summary>
    public IEnumerable<(int Number, EntryCrop? Crop)> Crops(EntryView view)
    {
        foreach (var number in Names.Select(name => FieldName.NumberOf(name, FieldName.Crop) ?? FieldName.NumberOf(name, FieldName.Design)).OfType<int>().Distinct())
        {
            var known = view.Crops.FirstOrDefault(crop => crop.Number == number);
            var box = Names.Contains(FieldName.Crop + number) ? TextOf(FieldName.Crop + number) : null;
            if (box is { Length: 0 })
            {
                yield return (number, null);
            }
            else if ((box is null ? known : Draw(box, view)) is { } drawn)
            {
                yield return (number, drawn with { Number = known?.Number ?? 0, Design = DesignOf(number) ?? known?.Design ?? drawn.Design, IsProposed = false });
            }
        }
    }

    /// <summary>What pages were said to be.</summary>
    public IEnumerable<(int Page, DocumentCode Document)> Documents() => Names
        .Select(name => (Page: FieldName.NumberOf(name, FieldName.Document), Code: DocumentCode.Parse(TextOf(name))))
        .Where(said => said is { Page: not null, Code.Success: true })
        .Select(said => (said.Page ?? 0, said.Code.Value));

    private IEnumerable<FieldName> Fields() => Names.Where(name => !IsLanguage(name)).Select(FieldName.Parse).OfType<FieldName>();

    private KeyedValue ValueOf(EntryView view, FieldName name)
    {
        var (own, language) = (name.ToString(), FieldName.Language + name);
        var known = view.Values.FirstOrDefault(value => value.Path == name.Path && value.Item == name.Item);
        var text = Names.Contains(own) ? TextOf(own) : known?.Text ?? "";
        var tongue = !Names.Contains(language) ? known?.Language
            : LanguageCode.Parse(TextOf(language).Trim().ToLowerInvariant()) is { Success: true } code ? code.Value : null;
        return new KeyedValue(name.Path, name.Item, text, tongue, _confirmed.Contains(own));
    }

    private int? DesignOf(int number) => int.TryParse(TextOf(FieldName.Design + number), NumberStyles.None, CultureInfo.InvariantCulture, out var design) ? design : null;

    private static EntryCrop? Draw(string text, EntryView view)
    {
        var parts = text.Split(',').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();
        var isMark = view.Entry.Right == Right.Trademark;
        return parts.Count != BoxParts || parts.Contains(-1)
            ? null
            : new EntryCrop(0, parts[0], new PixelBox(parts[1], parts[2], parts[3], parts[4]), isMark ? DocumentCode.MarkImage : DocumentCode.DesignViews, isMark ? null : 1, IsProposed: false);
    }

    private static string TextIn(EntryView view, FieldName name) => view.Values.FirstOrDefault(value => value.Path == name.Path && value.Item == name.Item)?.Text ?? "";

    private static bool IsLanguage(string name) => name.StartsWith(FieldName.Language, StringComparison.Ordinal);

    // Forms send line ends as CR LF, scripts as LF.
    private static string Plain(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
