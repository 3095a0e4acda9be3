using System.Globalization;

namespace OfficeNode.Host.Kiosk.Keying;

/// <summary>The name under which one field of an entry is posted: <c>parties[applicant].name#0</c>.</summary>
/// <param name="Item">Which one where the field repeats, counted from 0.</param>
internal readonly record struct FieldName(string Path, int Item)
{
    private const char Mark = '#';

    /// <summary>Before the name of a field: the language of its text.</summary>
    public const string Language = "language:";

    /// <summary>Before a number: a part of a page that becomes a page of its own.</summary>
    public const string Crop = "crop:";

    /// <summary>Before the number of such a part: the design that it shows.</summary>
    public const string Design = "design:";

    /// <summary>Before the number of a page: what it is.</summary>
    public const string Document = "document:";

    /// <summary>Reads a name; null for anything else that a form posts.</summary>
    public static FieldName? Parse(string name)
    {
        var mark = name.LastIndexOf(Mark);
        return mark > 0 && int.TryParse(name.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var item) ? new FieldName(name[..mark], item) : null;
    }

    /// <summary>A name whose item is not known yet.</summary>
    public static string Of(string path, string item) => $"{path}{Mark}{item}";

    /// <summary>The id of its input.</summary>
    public static string IdOf(string path, string item) => "entry-" + path.Replace("].", "-", StringComparison.Ordinal).Replace('[', '-').Replace('.', '-') + "-" + item;

    /// <summary>The number behind a prefix; null where there is none.</summary>
    public static int? NumberOf(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal) && int.TryParse(name.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public override string ToString() => Of(Path, Item.ToString(CultureInfo.InvariantCulture));
}
