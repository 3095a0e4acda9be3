using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>A mapping guessed from a table's header and first rows, for a person to check and complete.</summary>
public sealed record MappingProposal
{
    /// <summary>Rows looked at. Enough to meet every code that is not rare.</summary>
    private const int SampleRows = 500;

    /// <summary>The mapping; null when the table has no readable header.</summary>
    public Mapping? Mapping { get; private init; }

    /// <summary>Headers whose place is not known, in the table's order. Their values are counted as unmapped when the proposal is used as it is.</summary>
    public IReadOnlyList<string> Unplaced { get; private init; } = [];

    /// <summary>What a person must look at: guesses between equals, a substitute, a missing number.</summary>
    public IReadOnlyList<Finding> Findings { get; private init; } = [];

    /// <summary>Looks at the start of a table.</summary>
    /// <param name="right">What the records are; null to guess it from the columns.</param>
    public static async Task<MappingProposal> MakeAsync(Stream source, Right? right, string? file, CancellationToken cancellationToken)
    {
        var limits = ReaderLimits.Default;
        var findings = new EntryFindings(file, limits.MaxColumns);
        using var table = await CsvTable.OpenAsync(source, null, findings, limits, cancellationToken);
        if (table.Header is not { } header)
        {
            return new() { Findings = findings.Take() };
        }

        var samples = header.Select(_ => new List<string>()).ToList();
        var rowFindings = new EntryFindings(file, limits.FindingsPerEntry);
        for (var row = 0; row < SampleRows && await table.Rows.MoveAsync(rowFindings, cancellationToken); row++)
        {
            for (var field = 0; field < header.Count && !table.Rows.IsTorn; field++)
            {
                samples[field].Add(table.Rows.Text(field).Trim());
            }
        }

        var guess = new MappingGuess(header, samples, findings);
        var columns = guess.Columns(right);
        return new()
        {
            Mapping = new Mapping
            {
                Right = guess.Right(right),
                Encoding = table.Form.Encoding.Origin == EncodingOrigin.Guessed ? table.Form.Encoding.Encoding.WebName : null,
                Delimiter = table.Form.Delimiter,
                Empty = guess.EmptyWords(),
                Columns = columns,
            },
            Unplaced = [.. header.Where(name => columns.All(column => column.Header != name) && name != guess.RightColumn)],
            Findings = findings.Take(),
        };
    }
}
