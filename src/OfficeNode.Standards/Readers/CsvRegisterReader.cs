using System.Runtime.CompilerServices;

namespace OfficeNode.Standards.Readers;

/// <summary>Reads the table of an office's register from CSV, as a mapping says.</summary>
public sealed class CsvRegisterReader(Mapping mapping, ReaderLimits? limits = null) : ISourceReader
{
    private readonly ReaderLimits _limits = limits ?? ReaderLimits.Default;

    public async IAsyncEnumerable<SourceItem> ReadAsync(Stream source, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var findings = new EntryFindings(options.File, _limits.FindingsPerEntry);
        using var table = await CsvTable.OpenAsync(source, mapping, findings, _limits, cancellationToken);
        var plan = table.Header is { } header ? Plan(header, options, findings) : null;
        if (!findings.IsEmpty)
        {
            yield return new SourceItem { Ordinal = 0, Line = findings.Line, Findings = findings.Take() };
        }

        if (plan is null)
        {
            yield break;
        }

        for (var ordinal = 1L; await table.Rows.MoveAsync(findings, cancellationToken); ordinal++)
        {
            if (ordinal > options.After)
            {
                yield return plan.Read(table.Rows, ordinal);
            }
        }
    }

    private RowPlan? Plan(IReadOnlyList<string> header, ReadOptions options, EntryFindings findings)
    {
        foreach (var missing in mapping.Check(header, options.File))
        {
            findings.Add(missing);
        }

        var plan = new RowPlan(mapping, header, options, findings);
        return findings.HasError ? null : plan;
    }
}
