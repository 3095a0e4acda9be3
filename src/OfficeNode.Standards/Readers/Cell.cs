using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>One value of a row on its way into the record. One object serves a whole source.</summary>
internal sealed class Cell(EntryFindings findings)
{
    private static readonly string[] Yes = ["1", "true", "yes", "y", "oui", "sí", "si", "sim", "да", "نعم", "x"];
    private static readonly string[] No = ["0", "false", "no", "n", "non", "não", "nao", "нет", "لا"];

    public EntryFindings Findings => findings;

    public RecordDraft Draft { get; set; } = new();

    /// <summary>The column it stands in; set before any value is read.</summary>
    public ColumnPlan Plan { get; set; } = null!;   // set by the row reader before each Put

    /// <summary>Trimmed and never empty.</summary>
    public string Text { get; set; } = "";

    /// <summary>Which of several values in the field, counted from 0.</summary>
    public int Item { get; set; }

    public LocalText Local() => LocalText.Of(Text, Plan.Language);

    public string[] Lines() => Text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public string Coded() => Plan.Codes is { } codes && codes.TryGetValue(Text, out var meaning) ? meaning : Text;

    public PartyDraft Party() => Draft.Party(Plan.Path.Role ?? PartyRole.Applicant, Plan.Path.Group, Item);

    /// <summary>A code in its own or the other case; null, with a finding, when it is none.</summary>
    public T? Value<T>()
        where T : struct, ITextValue<T>
    {
        var text = Coded();
        var parsed = T.Parse(text);
        parsed = parsed.Success ? parsed : T.Parse(text.ToUpperInvariant()) is { Success: true } upper ? upper : T.Parse(text.ToLowerInvariant());
        if (parsed.Success)
        {
            return parsed.Value;
        }

        Refuse(parsed.Expected);
        return null;
    }

    public T? Member<T>()
        where T : struct, Enum
    {
        var text = Coded();
        if (!char.IsAsciiDigit(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var member))
        {
            return member;
        }

        Refuse(string.Join(", ", Enum.GetNames<T>()));
        return null;
    }

    public bool? Flag()
    {
        var text = Coded();
        if (Yes.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return true;
        }

        if (No.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return false;
        }

        Refuse("true or false");
        return null;
    }

    public int? Year()
    {
        if (int.TryParse(Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) && year is >= 1 and <= 9999)
        {
            return year;
        }

        findings.Add(ReaderFindings.ValueYear, Severity.Error, Plan.Column.Header, Text, "a year of up to four digits");
        return null;
    }

    /// <summary>A date in one of the column's forms; null, with an error finding, when it is none or there is no such day.</summary>
    public PrintedDate? Date()
    {
        foreach (var form in Plan.Dates)
        {
            if (form.TryRead(Text, out var parts) && CalendarDays.ToGregorian(Plan.Column.Calendar, parts.Year, parts.Month, parts.Day) is { } day)
            {
                return PrintedDate.Of(day, Text);
            }
        }

        var calendar = Plan.Column.Calendar == DateCalendar.Gregorian ? "" : $" ({Plan.Column.Calendar})";
        findings.Add(ReaderFindings.ValueDate, Severity.Error, Plan.Column.Header, Text, string.Join(" | ", Plan.Dates.Select(form => form.Pattern)) + calendar);
        return null;
    }

    /// <summary>A value that the register cannot hold as it stands: it is kept in the source and counted.</summary>
    public void Refuse(string? expected, string rule = ReaderFindings.ValueCode)
    {
        findings.Add(rule, Severity.Warning, Plan.Column.Header, Text, expected);
        Draft.Unmapped.Add(Plan.Column.Header);
    }
}
