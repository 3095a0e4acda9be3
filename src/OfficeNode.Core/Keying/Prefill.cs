using System.Text.RegularExpressions;
using OfficeNode.Core.Batches;

namespace OfficeNode.Core.Keying;

/// <summary>Puts what was found on a form into the fields of an entry: values that nobody looked at yet.</summary>
/// <remarks>Texts are parted where a form has one line for several fields, and stay as printed otherwise. Digits of every script count.</remarks>
public sealed partial class Prefill
{
    // "and" of any language between two classes is no list of goods.
    private const int LongestJoin = 3;

    private readonly Form _form;
    private readonly Func<int, int?> _pageOf;
    private readonly DateTimeOffset _at;
    private readonly Dictionary<string, int> _items = new(StringComparer.Ordinal);
    private readonly List<EntryValue> _values = [];

    private Prefill(Form form, Func<int, int?> pageOf, DateTimeOffset at)
    {
        _form = form;
        _pageOf = pageOf;
        _at = at;
    }

    /// <summary>The values of what was found.</summary>
    /// <param name="pageOf">The number within the entry of a page by its number within the batch; null for a page that is not the entry's.</param>
    public static IReadOnlyList<EntryValue> Of(Form form, IEnumerable<ReadField> fields, Func<int, int?> pageOf, DateTimeOffset at)
    {
        var prefill = new Prefill(form, pageOf, at);
        foreach (var field in fields)
        {
            prefill.Take(field);
        }

        return prefill._values;
    }

    private void Take(ReadField field)
    {
        switch (field.Field)
        {
            case "priority":
                TakePriority(field);
                break;
            case "classification":
                TakeClasses(field);
                break;
            default:
                TakeWhole(field);
                break;
        }
    }

    private void TakeWhole(ReadField field)
    {
        if (_form.Fields.FirstOrDefault(candidate => candidate.ReadFrom == field.Field) is { } place)
        {
            var item = Next(field.Field);
            if (field.Field == "address" && Country().Match(field.Value) is { Success: true } country)
            {
                Put(place.Path, item, field.Value[..country.Index], field);
                Put("parties[applicant].address.country", item, country.Groups["code"].Value, field);
                return;
            }

            Put(place.Path, item, field.Value, field);
        }
    }

    /// <summary><c>US 63/138088, 14.02.2025</c>: office, number and date in one line, any of them missing.</summary>
    private void TakePriority(ReadField field)
    {
        var item = Next(field.Field);
        var (text, date) = Cut(field.Value, Day());
        var office = Office().Match(text).Groups["code"].Value;
        (text, _) = Cut(text, OfficeApart());
        Put("priorities.office", item, office, field);
        Put("priorities.number", item, text.Trim(' ', ',', ';', '،', '(', ')', ':'), field);
        Put("priorities.date", item, date, field);
    }

    private void TakeClasses(ReadField field)
    {
        var scheme = _form.Right switch
        {
            Right.Trademark => "nice",
            Right.Design => "locarno",
            _ => "ipc",
        };
        if (scheme == "nice")
        {
            TakeNice(field);
            return;
        }

        var parts = scheme == "locarno"
            ? Locarno().Matches(field.Value).Select(match => match.Value.Replace(" ", "", StringComparison.Ordinal)).ToList()
            : [.. Separators().Split(field.Value).Select(part => part.Trim()).Where(part => part.Length > 0)];
        foreach (var part in parts.Count == 0 ? [field.Value] : parts)
        {
            Put(scheme, Next(scheme), part, field);
        }
    }

    /// <summary><c>29, 30</c>, or with the goods of each class behind its number: <c>29 Milk, 30 Coffee</c>.</summary>
    private void TakeNice(ReadField field)
    {
        var classes = Nice().Matches(field.Value);
        if (classes.Count == 0)
        {
            Put("nice", Next("nice"), field.Value, field);
        }

        foreach (Match one in classes)
        {
            var item = Next("nice");
            Put("nice", item, one.Groups["number"].Value, field);
            var goods = one.Groups["goods"].Value.Trim(' ', ',', ';', '.', '،', ':', '-');
            Put("nice.goods", item, goods.Length > LongestJoin ? goods : "", field);
        }
    }

    private void Put(string path, int item, string text, ReadField field)
    {
        var trimmed = text.Trim().TrimEnd(',', ';', '،').TrimEnd();
        if (trimmed.Length == 0 || _form.Find(path) is not { } place || (item > 0 && !place.Repeats))
        {
            return;
        }

        _values.Add(new EntryValue
        {
            Path = path,
            Item = item,
            Text = trimmed,
            State = ValueState.Read,
            Confidence = field.Confidence,
            Page = _pageOf(field.Page),
            Box = field.Box,
            At = _at,
        });
    }

    private int Next(string counter)
    {
        var item = _items.GetValueOrDefault(counter);
        _items[counter] = item + 1;
        return item;
    }

    private static (string Remaining, string Found) Cut(string text, Regex what) => what.Match(text) is { Success: true } found
        ? (text.Remove(found.Index, found.Length), found.Value.Trim())
        : (text, "");

    [GeneratedRegex(@"\d{1,2} ?[./-] ?\d{1,2} ?[./-] ?\d{4}|\d{4} ?[./-] ?\d{1,2} ?[./-] ?\d{1,2}", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex(@"^\s*(?<code>[A-Z]{2})(?=[\s,/;.-]|\d|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Office();

    // Before a slash it is a part of the number as well: KE/P/2024/17.
    [GeneratedRegex(@"^\s*[A-Z]{2}(?=[\s,;.-]|\d|$)", RegexOptions.CultureInvariant)]
    private static partial Regex OfficeApart();

    // Two capitals that end an address behind a comma, a blank or a hyphen with blanks around it: "Dakar, SN".
    [GeneratedRegex(@"[,،]\s*\(?(?<code>[A-Z]{2})\)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Country();

    [GeneratedRegex(@"\d{2} ?- ?\d{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Locarno();

    [GeneratedRegex(@"(?<!\d)(?<number>\d{1,2})(?!\d)(?<goods>\D*)", RegexOptions.CultureInvariant)]
    private static partial Regex Nice();

    [GeneratedRegex(@"[;,،\r\n]+", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();
}
