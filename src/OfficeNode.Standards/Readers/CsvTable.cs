using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>A CSV source opened up to its header.</summary>
internal sealed class CsvTable : IDisposable
{
    private CsvTable(CsvForm form, CsvRows rows)
    {
        Form = form;
        Rows = rows;
    }

    public CsvForm Form { get; }

    public CsvRows Rows { get; }

    /// <summary>A name for each column, none twice: <c>#3</c> where the third has none, <c>Name#2</c> for the second of that name. Null when there is no header.</summary>
    public IReadOnlyList<string>? Header { get; private set; }

    public static async ValueTask<CsvTable> OpenAsync(Stream source, Mapping? mapping, EntryFindings findings, ReaderLimits limits, CancellationToken cancellationToken)
    {
        var head = new byte[limits.HeadBytes];
        var length = await source.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        var form = await CsvForm.DetectAsync(head.AsMemory(0, length), mapping, cancellationToken);
        var table = new CsvTable(form, await CsvRows.OpenAsync(head.AsMemory(0, length), source, form, limits, cancellationToken));
        await table.ReadHeaderAsync(findings, limits, cancellationToken);
        form.Report(findings);
        return table;
    }

    public void Dispose() => Rows.Dispose();

    private async ValueTask ReadHeaderAsync(EntryFindings findings, ReaderLimits limits, CancellationToken cancellationToken)
    {
        if (!await Rows.MoveAsync(findings, cancellationToken))
        {
            findings.Add(ReaderFindings.CsvEmpty, Severity.Error);
            return;
        }

        if (Rows.IsTorn || Rows.FieldCount > limits.MaxColumns)
        {
            findings.Add(ReaderFindings.CsvHeader, Severity.Error, found: Rows.Raw(), expected: $"at most {limits.MaxColumns} columns");
            return;
        }

        var names = new List<string>();
        for (var field = 0; field < Rows.FieldCount; field++)
        {
            names.Add(Name(Rows.Text(field).Trim(), names, findings));
        }

        // A name per delimiter that spreadsheets append is none: such columns have no data either.
        while (names.Count > 1 && names[^1] == $"#{names.Count}")
        {
            names.RemoveAt(names.Count - 1);
        }

        Rows.Expected = names.Count;
        Header = names;
    }

    private static string Name(string text, List<string> before, EntryFindings findings)
    {
        if (text.Length == 0)
        {
            return $"#{before.Count + 1}";
        }

        var name = text;
        for (var times = 2; before.Contains(name); times++)
        {
            name = $"{text}#{times}";
        }

        if (name != text)
        {
            findings.Add(ReaderFindings.CsvHeaderDuplicate, Severity.Warning, text, name);
        }

        return name;
    }
}
