using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>Turns rows into records as a mapping says. One serves one source.</summary>
internal sealed class RowPlan
{
    private readonly Mapping _mapping;
    private readonly ReadOptions _options;
    private readonly IReadOnlyList<string> _header;
    private readonly List<ColumnPlan> _columns = [];
    private readonly List<int> _unknown = [];
    private readonly int _rightField;
    private readonly HashSet<string> _empty;
    private readonly EntryFindings _findings;
    private readonly Cell _cell;

    public RowPlan(Mapping mapping, IReadOnlyList<string> header, ReadOptions options, EntryFindings findings)
    {
        _mapping = mapping;
        _options = options;
        _header = header;
        _findings = findings;
        _cell = new Cell(findings);
        _empty = mapping.Empty.ToHashSet(StringComparer.OrdinalIgnoreCase);
        _rightField = mapping.Right.Column is { } column ? IndexOf(column) : -1;
        foreach (var mapped in mapping.Columns)
        {
            Add(mapped, IndexOf(mapped.Header));
        }

        foreach (var (path, _) in mapping.Constants)
        {
            Add(new() { Header = path, Path = path }, -1);
        }

        var known = _columns.Select(plan => plan.Field).Append(_rightField).ToHashSet();
        _unknown.AddRange(Enumerable.Range(0, header.Count).Where(field => !known.Contains(field)));
    }

    /// <summary>Reads the row that a source stands on; its own findings are already in the list.</summary>
    public SourceItem Read(CsvRows rows, long ordinal)
    {
        if (rows.IsTorn)
        {
            return Reject(rows, ordinal);
        }

        var draft = new RecordDraft { Office = _options.Office };
        _cell.Draft = draft;
        if (RightOf(rows) is { } right)
        {
            draft.Right = right;
            Fill(rows);
        }

        CountUnknown(rows, draft.Unmapped);
        if (draft.Application.IsEmpty && draft.Registration.IsEmpty)
        {
            _findings.Add(ReaderFindings.NumberMissing, Severity.Error);
        }

        var record = draft.Build(_findings);
        var act = draft.Act.Build(_findings);
        return _findings.HasError ? Reject(rows, ordinal) : new SourceItem
        {
            Ordinal = ordinal,
            Line = rows.Line,
            Record = record,
            Findings = _findings.Take(),
            Unmapped = draft.Unmapped,
            Images = draft.Images,
            Act = act,
        };
    }

    private SourceItem Reject(CsvRows rows, long ordinal) => new()
    {
        Ordinal = ordinal,
        Line = rows.Line,
        Findings = _findings.Take(),
        Raw = rows.Raw(),
    };

    private int IndexOf(string name)
    {
        for (var i = 0; i < _header.Count; i++)
        {
            if (_header[i] == name)
            {
                return i;
            }
        }

        return -1;
    }

    private void Add(MappedColumn column, int field)
    {
        if (ColumnPlan.Of(column, _mapping.Language, _findings, field) is { } plan)
        {
            _columns.Add(plan);
        }
    }

    private Right? RightOf(CsvRows rows)
    {
        if (_mapping.Right.Fixed is { } one)
        {
            return one;
        }

        var text = TextOf(rows, _rightField);
        var codes = _mapping.Right.Codes;
        var name = codes.FirstOrDefault(code => code.Key.Equals(text, StringComparison.OrdinalIgnoreCase)).Value ?? text;
        if (name.Length > 0 && !char.IsAsciiDigit(name[0]) && Enum.TryParse<Right>(name, ignoreCase: true, out var right))
        {
            return right;
        }

        _findings.Add(ReaderFindings.ValueRight, Severity.Error, _mapping.Right.Column, text, codes.Count > 0 ? string.Join(", ", codes.Keys) : "patent, utilityModel, trademark, design");
        return null;
    }

    private void Fill(CsvRows rows)
    {
        foreach (var plan in _columns)
        {
            _cell.Plan = plan;
            _cell.Item = 0;
            var text = plan.Field < 0 ? _mapping.Constants[plan.Column.Path] : TextOf(rows, plan.Field);
            if (plan.Column.Split is not { Length: > 0 } split)
            {
                Put(plan, text);
                continue;
            }

            // Empty places count, so that "A;;C" keeps the third country with the third name.
            foreach (var part in text.Split(split, StringSplitOptions.TrimEntries))
            {
                Put(plan, part);
                _cell.Item++;
            }
        }
    }

    private void Put(ColumnPlan plan, string text)
    {
        if (text.Length > 0 && !IsEmpty(text))
        {
            _cell.Text = text;
            plan.Path.Place.Put(_cell);
        }
    }

    private void CountUnknown(CsvRows rows, List<string> unmapped)
    {
        foreach (var field in _unknown)
        {
            var text = TextOf(rows, field);
            if (text.Length > 0 && !IsEmpty(text))
            {
                unmapped.Add(_header[field]);
            }
        }
    }

    private bool IsEmpty(string text) => _empty.Count > 0 && _empty.Contains(text);

    // Control characters have no place in any register and none in XML 1.0; the row's finding says that they were there.
    private static string TextOf(CsvRows rows, int field)
    {
        var text = rows.Text(field).Trim();
        return rows.HasControls ? string.Concat(text.Select(sign => char.IsControl(sign) && sign is not ('\t' or '\r' or '\n') ? ' ' : sign)).Trim() : text;
    }
}
