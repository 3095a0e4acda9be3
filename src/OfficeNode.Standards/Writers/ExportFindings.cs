using OfficeNode.Core;

namespace OfficeNode.Standards.Writers;

/// <summary>Collects what one call of a writer has to say; costs nothing while there is nothing to say.</summary>
internal sealed class ExportFindings
{
    private List<Finding>? _findings;

    public bool HasErrors { get; private set; }

    public IReadOnlyList<Finding> Findings => _findings ?? [];

    /// <summary>The standard cannot carry the record.</summary>
    public void Error(string rule, string path, string? found = null, string? expected = null) => Add(rule, Severity.Error, path, found, expected);

    /// <summary>Something was written otherwise than the register has it.</summary>
    public void Warning(string rule, string path, string? found = null, string? expected = null) => Add(rule, Severity.Warning, path, found, expected);

    public void Info(string rule, string path, string? found = null, string? expected = null) => Add(rule, Severity.Info, path, found, expected);

    /// <summary>The standard has no place for a value (I10: it is said, not dropped silently).</summary>
    public void LeftOut(string path, string? found, string? expected = null) => Warning(WriterFindings.ValueLeftOut, path, found, expected);

    private void Add(string rule, Severity severity, string path, string? found, string? expected)
    {
        HasErrors |= severity == Severity.Error;
        (_findings ??= []).Add(new Finding(rule, severity) { Path = path, Found = found, Expected = expected });
    }
}
