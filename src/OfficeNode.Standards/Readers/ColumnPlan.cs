using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>A mapped column made ready for reading: everything that can be parsed once is.</summary>
internal sealed class ColumnPlan
{
    private static readonly string[] IsoForms = ["yyyy-MM-dd", "yyyyMMdd", "yyyy-MM-dd*"];

    private ColumnPlan(MappingPath path, MappedColumn column, LanguageCode? language)
    {
        Path = path;
        Column = column;
        Language = column.Language ?? language;
        Codes = column.Codes.Count == 0 ? null : column.Codes.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    public MappingPath Path { get; }

    public MappedColumn Column { get; }

    public LanguageCode? Language { get; }

    public FrozenDictionary<string, string>? Codes { get; }

    public IReadOnlyList<DateForm> Dates { get; private init; } = [];

    public Regex? Year { get; private init; }

    /// <summary>The field of the row, counted from 0; -1 for a constant.</summary>
    public int Field { get; init; } = -1;

    /// <summary>Makes a column ready; what does not fit becomes findings, and the outcome null.</summary>
    public static ColumnPlan? Of(MappedColumn column, LanguageCode? language, EntryFindings findings, int field = -1)
    {
        var path = MappingPath.Parse(column.Path);
        if (!path.Success)
        {
            findings.Add(ReaderFindings.MapPath, Severity.Error, column.Header, column.Path, path.Expected);
            return null;
        }

        var wasFine = !findings.HasError;
        var dates = DatesOf(column, language, path.Value.Place, findings);
        var year = YearOf(column, findings);
        CheckCodes(column, path.Value.Place, findings);
        return wasFine && findings.HasError ? null : new ColumnPlan(path.Value, column, language) { Dates = dates, Year = year, Field = field };
    }

    private static List<DateForm> DatesOf(MappedColumn column, LanguageCode? language, MappingPlace place, EntryFindings findings)
    {
        var forms = new List<DateForm>();
        if (place.Kind != ValueKind.Date)
        {
            return forms;
        }

        var culture = (column.Language ?? language) is { } named ? CultureInfo.GetCultureInfo(named.Value) : CultureInfo.InvariantCulture;
        foreach (var pattern in column.Dates.Count == 0 ? IsoForms : column.Dates)
        {
            var form = DateForm.Parse(pattern, culture);
            if (form.Success)
            {
                forms.Add(form.Value);
            }
            else
            {
                findings.Add(ReaderFindings.MapValue, Severity.Error, column.Header, pattern, form.Expected);
            }
        }

        return forms;
    }

    // The pattern comes from a file: it is run without backtracking, so that no value can make it slow.
    private static Regex? YearOf(MappedColumn column, EntryFindings findings)
    {
        if (column.Year is null)
        {
            return null;
        }

        try
        {
            return new Regex(column.Year, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception broken) when (broken is ArgumentException or NotSupportedException)
        {
            findings.Add(ReaderFindings.MapValue, Severity.Error, column.Header, column.Year, "a regular expression without look-around, the year its last group");
            return null;
        }
    }

    private static void CheckCodes(MappedColumn column, MappingPlace place, EntryFindings findings)
    {
        var names = place.Name switch
        {
            "status" => Enum.GetNames<StatusCategory>(),
            "route.kind" => Enum.GetNames<RouteKind>(),
            "parties.kind" => Enum.GetNames<PartyKind>(),
            "mark.feature" => Enum.GetNames<MarkFeature>(),
            "act.kind" => Enum.GetNames<OpeningPoint>(),
            _ => [],
        };
        foreach (var word in column.Codes.Values.Where(word => names.Length > 0 && !names.Contains(word, StringComparer.OrdinalIgnoreCase)))
        {
            findings.Add(ReaderFindings.MapValue, Severity.Error, column.Header, word, string.Join(", ", names));
        }
    }
}
