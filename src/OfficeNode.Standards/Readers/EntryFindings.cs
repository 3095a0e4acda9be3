using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>Gathers the findings of one entry with its file and line, and cuts a flood.</summary>
internal sealed class EntryFindings(string? file, int most)
{
    private List<Finding>? _findings;
    private int _count;

    /// <summary>The line of the entry; findings without a line of their own take it.</summary>
    public long? Line { get; private set; }

    public bool HasError { get; private set; }

    public bool IsEmpty => _findings is null;

    /// <summary>Starts the next entry. What was taken by <see cref="Take"/> is not touched.</summary>
    public void Begin(long? line)
    {
        Line = line;
        _findings = null;
        _count = 0;
        HasError = false;
    }

    public void Add(Finding finding)
    {
        HasError |= finding.Severity == Severity.Error;
        _count++;
        if (_count <= most)
        {
            (_findings ??= []).Add(finding with { File = file, Line = finding.Line ?? Line });
        }
        else if (_count == most + 1)
        {
            _findings!.Add(new Finding(ReaderFindings.FindingsCut, Severity.Info) { File = file, Line = Line });   // most is at least 1
        }
    }

    public void Add(string rule, Severity severity, string? path = null, string? found = null, string? expected = null) =>
        Add(new Finding(rule, severity) { Path = path, Found = found, Expected = expected });

    public IReadOnlyList<Finding> Take() => _findings is null ? [] : _findings;
}
