using OfficeNode.Core;
using OfficeNode.Core.Keying;

namespace OfficeNode.Standards.Readers;

/// <summary>How an office writes what it keys.</summary>
public sealed record FormOptions
{
    /// <summary>The office for records that are new.</summary>
    public required OfficeCode Office { get; init; }

    /// <summary>The forms of its dates, tried in order; the ISO form is always understood. The grammar is that of a mapping file.</summary>
    public IReadOnlyList<string> Dates { get; init; } = [];

    /// <summary>The calendar of its dates.</summary>
    public DateCalendar Calendar { get; init; }

    /// <summary>Of month names and of texts whose value names none; null when it is to stay open.</summary>
    public LanguageCode? Language { get; init; }
}

/// <summary>Something found in a form, with the field it leads to.</summary>
/// <param name="Path">The field, as <see cref="FormField.Path"/>; null where it concerns the entry as a whole.</param>
/// <param name="Item">Which one where the field repeats, counted from 0.</param>
public sealed record FormFinding(string? Path, int Item, Finding Finding);

/// <summary>A form as understood.</summary>
public sealed class FormReading
{
    private readonly FormTrace _trace;

    internal FormReading(Record record, IReadOnlyList<FormFinding> findings, FormTrace trace)
    {
        Record = record;
        Findings = findings;
        _trace = trace;
    }

    /// <summary>What the values say; places with an error are empty in it.</summary>
    public Record Record { get; }

    /// <summary>What could not be understood, with the field it stands in.</summary>
    public IReadOnlyList<FormFinding> Findings { get; }

    /// <summary>Leads what a rule found in the record to the field it stands in.</summary>
    public FormFinding Lead(Finding finding) => _trace.Lead(finding);
}

/// <summary>Understands the values of a form by the same machinery that reads tables of offices. Thread-safe.</summary>
public sealed class FormReader
{
    private const string Iso = "yyyy-MM-dd";
    private const int MostFindings = 200;

    private readonly FormOptions _options;

    public FormReader(FormOptions options) => _options = options;

    /// <summary>Whether a text is a form of dates, as a mapping file writes them.</summary>
    public static bool IsDateForm(string pattern) => DateForm.Parse(pattern, System.Globalization.CultureInfo.InvariantCulture).Success;

    /// <summary>What the record of a dossier puts into a form, unchanged.</summary>
    public static IReadOnlyList<FormText> TextsOf(Form form, Record record) => FormTexts.Of(form, record);

    /// <summary>Reads a form.</summary>
    /// <param name="values">Those of the form; empty texts stand for nothing.</param>
    /// <param name="known">The record that is corrected: what the form does not show of it, or nobody changed, stays as it is. Null for a new one.</param>
    public FormReading Read(Form form, IReadOnlyList<EntryValue> values, Record? known)
    {
        var reading = new Reading(form, new FormRows(values), _options);
        reading.Fill();
        var (record, findings, trace) = reading.Build();
        if (known is not null)
        {
            (record, trace) = new RecordMerge(known, record, reading.Rows, trace).Run();
        }

        return new FormReading(WithLanguage(record), [.. findings.Select(found => found.Path is null ? trace.Lead(found.Finding) : found)], trace);
    }

    // No form asks for the language of a filing: it is that of its title.
    private static Record WithLanguage(Record record) => record.Language is not null ? record
        : record with { Language = record.Titles.Select(title => title.Language).FirstOrDefault(language => language is not null) };

    /// <summary>One form on its way into a record.</summary>
    private sealed class Reading
    {
        private readonly Form _form;
        private readonly FormOptions _options;
        private readonly RecordDraft _draft;
        private readonly List<FormFinding> _findings = [];
        private readonly Dictionary<string, List<int>> _items = new(StringComparer.Ordinal);

        public Reading(Form form, FormRows rows, FormOptions options)
        {
            _form = form;
            _options = options;
            _draft = new RecordDraft { Office = options.Office, Right = form.Right };
            Rows = rows;
        }

        public FormRows Rows { get; }

        public void Fill()
        {
            foreach (var field in _form.Fields)
            {
                foreach (var value in Rows.Of(field.Path).Where(value => value.Text.Trim().Length > 0))
                {
                    Put(field, value);
                }
            }
        }

        public (Record Record, IReadOnlyList<FormFinding> Findings, FormTrace Trace) Build()
        {
            var whole = new EntryFindings(null, MostFindings);
            var record = _draft.Build(whole);
            if (_draft.Application.IsEmpty && _draft.Registration.IsEmpty)
            {
                _findings.Add(new FormFinding("applicationNumber", 0, new Finding(KeyingFindings.NumberMissing, Severity.Error) { Path = "applicationNumber" }));
            }

            foreach (var found in whole.Take().Where(found => found.Rule != ReaderFindings.GoodsCount))
            {
                _findings.Add(Place(AsKeyed(found)));
            }

            return (record, _findings, Trace());
        }

        private void Put(FormField field, EntryValue value)
        {
            var findings = new EntryFindings(null, MostFindings);
            if (ColumnPlan.Of(ColumnOf(field, value), _options.Language, findings) is { } plan)
            {
                var before = CountOf(field.Place);
                plan.Path.Place.Put(new Cell(findings) { Draft = _draft, Plan = plan, Item = value.Item, Text = value.Text.Trim() });
                if (CountOf(field.Place) > before)
                {
                    ItemsOf(field.Path).Add(value.Item);
                }
            }

            // What the register has already is not judged by how this office writes today.
            if (value.Text != value.Was)
            {
                _findings.AddRange(findings.Take().Select(found => new FormFinding(field.Path, value.Item, AsKeyed(found) with { Path = field.Path })));
            }
        }

        /// <summary>What is said of the row of a table, said of a form. What cannot be understood would be lost: it is an error here, where somebody can mend it.</summary>
        private static Finding AsKeyed(Finding found) => found.Rule switch
        {
            ReaderFindings.ValueDate => Anew(found, KeyingFindings.Date),
            ReaderFindings.ValueCode => Anew(found, KeyingFindings.Code),
            ReaderFindings.ValueIpc => Anew(found, KeyingFindings.Ipc),
            ReaderFindings.GoodsWithoutClass => Anew(found, KeyingFindings.ClassMissing),
            ReaderFindings.PartyWithoutName => Anew(found, KeyingFindings.NameMissing),
            _ => found,
        };

        private static Finding Anew(Finding found, string rule) => new(rule, Severity.Error) { Path = found.Path, Found = found.Found, Expected = found.Expected };

        private MappedColumn ColumnOf(FormField field, EntryValue value) => new()
        {
            Header = field.Path,
            Path = field.Place,
            Dates = field.Kind == FieldKind.Date ? [.. _options.Dates, Iso] : [],
            Calendar = _options.Calendar,
            Language = field.IsLocal ? value.Language : null,
        };

        /// <summary>How many of a list are read so far: it tells which items were understood.</summary>
        private int CountOf(string place) => place switch
        {
            "ipc" => _draft.Ipc.Count,
            "vienna" => _draft.Vienna.Count,
            "locarno" => _draft.Locarno.Count,
            "titles" => _draft.Titles.Count,
            "abstracts" => _draft.Abstracts.Count,
            "mark.words" => _draft.Mark.Words.Count,
            "mark.colours" => _draft.Mark.Colours.Count,
            "mark.disclaimers" => _draft.Mark.Disclaimers.Count,
            "mark.translations" => _draft.Mark.Translations.Count,
            _ => 0,
        };

        private List<int> ItemsOf(string path)
        {
            if (!_items.TryGetValue(path, out var items))
            {
                _items.Add(path, items = []);
            }

            return items;
        }

        private FormTrace Trace() => new()
        {
            Form = _form,
            Items = _items.Select(pair => KeyValuePair.Create(pair.Key, (IReadOnlyList<int>)pair.Value))
                .Append(KeyValuePair.Create("priorities", Built(_draft.Priorities, priority => priority.Build() is not null)))
                .Append(KeyValuePair.Create("publications", Built(_draft.Publications, publication => publication.Build() is not null)))
                .Append(KeyValuePair.Create("nice", Built(_draft.Nice, nice => nice.Number is not null)))
                .Append(KeyValuePair.Create("designs", Built(_draft.Designs, _ => true)))
                .ToDictionary(),
            Parties = [.. _draft.Parties.Where(party => party.Build() is not null).Select(party => ((PartyRole, int)?)(party.Role, party.Item))],
        };

        private static IReadOnlyList<int> Built<T>(Slots<T> slots, Func<T, bool> isBuilt)
            where T : class, new() => slots.IsEmpty ? [] : [.. slots.InOrder().Where(slot => isBuilt(slot.Value)).Select(slot => slot.Item)];

        /// <summary>What is said of the whole row names a list: it leads to the first item that is to blame.</summary>
        private FormFinding Place(Finding found)
        {
            var path = found.Path is { } place && place.EndsWith(']') ? place + ".name" : found.Path;
            if (path is null || _form.Find(path) is null)
            {
                return new FormFinding(null, 0, found);
            }

            var partner = path == "nice.goods" ? "nice" : null;
            var item = partner is not null
                ? Rows.Filled(path).FirstOrDefault(candidate => !Rows.Filled(partner).Contains(candidate))
                : Rows.FirstWithout(path);
            return new FormFinding(path, item, found);
        }
    }
}
