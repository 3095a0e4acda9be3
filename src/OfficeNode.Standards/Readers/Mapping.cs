using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>Says which column of an office's table becomes which part of a record. The grammar stands in docs/mapping.md.</summary>
public sealed record Mapping
{
    /// <summary>What the records are.</summary>
    public required RightChoice Right { get; init; }

    /// <summary>The registered name of the file's encoding; null to detect it.</summary>
    public string? Encoding { get; init; }

    /// <summary>The sign between fields; null to detect it.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The language of texts whose column names none; null when unknown.</summary>
    public LanguageCode? Language { get; init; }

    /// <summary>Words that stand for nothing, as <c>NA</c> or <c>0000-00-00</c>.</summary>
    public IReadOnlyList<string> Empty { get; init; } = [];

    /// <summary>Values that every record gets, by path.</summary>
    public IReadOnlyDictionary<string, string> Constants { get; init; } = new Dictionary<string, string>();

    /// <summary>Where each column goes; a header may stand several times when one column fills several places.</summary>
    public required IReadOnlyList<MappedColumn> Columns { get; init; }

    /// <summary>Reads and checks a mapping file. Findings of severity error mean there is no mapping.</summary>
    /// <param name="file">The file's name for the findings.</param>
    public static MappingReading Read(ReadOnlySpan<byte> json, string? file) => new MappingJson(file).Read(json);

    /// <summary>Writes the mapping file, indented for people to go on with.</summary>
    public byte[] Write() => MappingJsonWriter.Write(this);

    /// <summary>Compares the mapping with a table's header.</summary>
    /// <returns>An error for each column that the mapping names and the table does not have; empty when all is well.</returns>
    public IReadOnlyList<Finding> Check(IReadOnlyList<string> header, string? file)
    {
        var findings = new EntryFindings(file, ReaderLimits.Default.MaxColumns);
        var known = header.ToHashSet(StringComparer.Ordinal);
        var named = Columns.Select(column => column.Header).Concat(Right.Column is null ? [] : [Right.Column]);
        foreach (var missing in named.Distinct().Where(name => !known.Contains(name)))
        {
            findings.Add(ReaderFindings.MapHeaderMissing, Severity.Error, missing, expected: string.Join(" | ", header));
        }

        return findings.Take();
    }
}

/// <summary>What the records of a table are: one right, or a column that says it.</summary>
public sealed record RightChoice
{
    public Right? Fixed { get; init; }

    public string? Column { get; init; }

    /// <summary>The column's codes, each with the name of a right.</summary>
    public IReadOnlyDictionary<string, string> Codes { get; init; } = new Dictionary<string, string>();
}

/// <summary>Where one column goes and how its values are read.</summary>
public sealed record MappedColumn
{
    public required string Header { get; init; }

    /// <summary>The place in the record, as <c>parties[holder].name</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The forms of its dates, tried in order; empty for the ISO forms.</summary>
    public IReadOnlyList<string> Dates { get; init; } = [];

    public DateCalendar Calendar { get; init; }

    /// <summary>Its codes, each with the value it stands for.</summary>
    public IReadOnlyDictionary<string, string> Codes { get; init; } = new Dictionary<string, string>();

    /// <summary>The text between several values in one field; null when a field holds one.</summary>
    public string? Split { get; init; }

    public LanguageCode? Language { get; init; }

    /// <summary>For pictures: the number of the design they show.</summary>
    public int? Design { get; init; }

    /// <summary>For pictures: their document type; null for the right's own (MRK, VIE, DRA).</summary>
    public DocumentCode? Document { get; init; }

    /// <summary>For numbers: a regular expression whose last group is the year.</summary>
    public string? Year { get; init; }
}

/// <summary>A mapping file as read: the mapping, unless a finding is an error.</summary>
public sealed record MappingReading(Mapping? Mapping, IReadOnlyList<Finding> Findings);
