using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>Guesses the parts of a mapping from header and samples.</summary>
internal sealed class MappingGuess
{
    private static readonly string[] DateForms =
    [
        "yyyy-MM-dd", "yyyyMMdd", "dd.MM.yyyy", "dd/MM/yyyy", "dd-MM-yyyy", "d.M.yyyy", "d/M/yyyy", "d-M-yyyy", "yyyy/MM/dd", "yyyy.MM.dd",
        "yyyy-MM-dd*", "dd/MM/yyyy*", "MM/dd/yyyy", "M/d/yyyy", "MM-dd-yyyy", "dd MMM yyyy", "dd-MMM-yyyy", "d MMMM yyyy", "MMM d, yyyy", "dd/MM/yy", "dd.MM.yy",
    ];

    private static readonly string[] Lists = ["ipc", "nice", "nice.goods", "vienna", "locarno"];

    private readonly IReadOnlyList<string> _header;
    private readonly List<List<string>> _samples;
    private readonly EntryFindings _findings;
    private readonly (string Path, LanguageCode? Language)?[] _places;

    public MappingGuess(IReadOnlyList<string> header, List<List<string>> samples, EntryFindings findings)
    {
        _header = header;
        _samples = samples;
        _findings = findings;
        _places = [.. header.Select(HeaderWords.Known.Place)];
        var right = Array.FindIndex(_places, place => place?.Path == "right");
        RightColumn = right >= 0 && Filled(right).All(value => HeaderWords.Known.Right(value) is not null) ? header[right] : null;
    }

    /// <summary>The column that says what each record is; null when there is none.</summary>
    public string? RightColumn { get; }

    public RightChoice Right(Right? told)
    {
        if (told is null && RightColumn is not null)
        {
            var field = _header.ToList().IndexOf(RightColumn);
            return new() { Column = RightColumn, Codes = Filled(field).Distinct().ToDictionary(value => value, value => HeaderWords.Known.Right(value) ?? "") };
        }

        return new() { Fixed = told ?? GuessRight() };
    }

    public List<MappedColumn> Columns(Right? right)
    {
        var columns = new List<MappedColumn>();
        var used = new HashSet<string>();
        for (var field = 0; field < _header.Count; field++)
        {
            if (_places[field] is { Path: not "right" } place && MappingPath.Parse(place.Path) is { Success: true, Value: var path }
                && (path.Place.TakesMany || used.Add(path.Key)))
            {
                columns.Add(Column(field, place.Path, path.Place, place.Language));
            }
        }

        EnsureNumber(columns);
        return columns;
    }

    public List<string> EmptyWords() =>
        [.. _samples.SelectMany(values => values).Where(value => value.Length is > 0 and < 16 && HeaderWords.Known.IsEmptyWord(value)).Distinct(StringComparer.OrdinalIgnoreCase).Take(10)];

    private IEnumerable<string> Filled(int field) => _samples[field].Where(value => value.Length > 0 && !HeaderWords.Known.IsEmptyWord(value));

    private Right GuessRight()
    {
        var paths = _places.Select(place => place?.Path ?? "").ToHashSet();
        var isDesign = paths.Contains("locarno") || paths.Contains("designs.products");
        var isPatent = paths.Contains("ipc") || paths.Contains("parties[inventor].name");
        var isMark = paths.Any(path => path.StartsWith("mark.", StringComparison.Ordinal) || path.StartsWith("nice", StringComparison.Ordinal));
        if (isDesign || isPatent || isMark)
        {
            return isMark ? Core.Right.Trademark : isPatent ? Core.Right.Patent : Core.Right.Design;
        }

        _findings.Add(ReaderFindings.ProposalRight, Severity.Warning, "right", expected: "patent, utilityModel, trademark or design");
        return Core.Right.Patent;
    }

    private MappedColumn Column(int field, string path, MappingPlace place, LanguageCode? language) => new()
    {
        Header = _header[field],
        Path = path,
        Dates = place.Kind == ValueKind.Date ? DateForm(field) : [],
        Codes = Codes(field, place),
        Split = place.Kind == ValueKind.LocalText && !place.IsOfParty && place.Name != "nice.goods" ? null : Split(field, place),
        Language = place.Kind == ValueKind.LocalText ? language : null,
    };

    // Days come first in most of the world: a form with months first is proposed only where days first cannot be.
    private string[] DateForm(int field)
    {
        var values = Filled(field).ToList();
        var fitting = DateForms.Where(pattern => values.Count > 0 && Readers.DateForm.Parse(pattern, CultureInfo.InvariantCulture) is { Success: true, Value: var form }
            && values.TrueForAll(value => form.TryRead(value, out var day) && CalendarDays.ToGregorian(DateCalendar.Gregorian, day.Year, day.Month, day.Day) is not null)).ToList();
        if (fitting.Count == 0 && values.Count > 0)
        {
            _findings.Add(ReaderFindings.ProposalDate, Severity.Warning, _header[field], values[0], "dd.MM.yyyy");
        }
        else if (fitting.Exists(form => form.StartsWith("dd", StringComparison.Ordinal)) && fitting.Exists(form => form.StartsWith("MM", StringComparison.Ordinal)))
        {
            _findings.Add(ReaderFindings.ProposalDateAmbiguous, Severity.Warning, _header[field], values[0], fitting[0]);
        }

        return fitting.Count == 0 || fitting[0] is "yyyy-MM-dd" or "yyyyMMdd" ? [] : [fitting[0]];
    }

    private string? Split(int field, MappingPlace place)
    {
        var isList = Lists.Contains(place.Name) || place.Name is "parties.name" or "priorities.number";
        if (!isList)
        {
            return null;
        }

        // A goods list and a name have semicolons and commas of their own.
        var signs = place.Name switch
        {
            "nice.goods" => new[] { "|" },
            "parties.name" or "priorities.number" => [";", "|"],
            _ => [";", "|", ","],
        };
        var values = Filled(field).ToList();
        return signs.FirstOrDefault(sign => values.Count(value => value.Contains(sign, StringComparison.Ordinal)) * 20 >= Math.Max(values.Count, 1));
    }

    private Dictionary<string, string> Codes(int field, MappingPlace place)
    {
        const int MostCodes = 40;
        Func<string, string?>? meaning = place.Name switch
        {
            "status" => HeaderWords.Known.Status,
            "mark.feature" => HeaderWords.Known.Feature,
            _ => null,
        };
        var values = meaning is null ? [] : Filled(field).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostCodes + 1).ToList();
        string[] names = place.Name == "status" ? Enum.GetNames<StatusCategory>() : Enum.GetNames<MarkFeature>();
        var fallback = place.Name == "status" ? "unknown" : "other";
        return meaning is null || values.Count > MostCodes ? [] : values.ToDictionary(value => value, value => meaning(value) ?? Own(value) ?? fallback);

        string? Own(string value) => names.FirstOrDefault(name => name.Equals(value, StringComparison.OrdinalIgnoreCase)) is { } name ? MappingPath.JsonName(name) : null;
    }

    // An office may publish under the application number; whether this one does is for a person to say.
    private void EnsureNumber(List<MappedColumn> columns)
    {
        if (columns.Exists(column => column.Path is "applicationNumber" or "registrationNumber"))
        {
            return;
        }

        var substitute = columns.Find(column => column.Path == "publications.number");
        if (substitute is not null)
        {
            columns.Insert(columns.IndexOf(substitute), substitute with { Path = "applicationNumber" });
        }

        _findings.Add(substitute is null ? ReaderFindings.ProposalNumber : ReaderFindings.ProposalNumberSubstitute, Severity.Warning, substitute?.Header ?? "applicationNumber");
    }
}
