using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Packaging;

/// <summary>The findings of one package: kept up to a limit, counted beyond it. Not thread-safe.</summary>
public sealed class FindingList
{
    private readonly List<Finding> _kept = [];
    private readonly int _limit;
    private readonly string _file;
    private long _more;

    /// <summary>Makes an empty list.</summary>
    /// <param name="file">The package, named in findings that are about no member.</param>
    public FindingList(string file, PackagingLimits limits)
    {
        _file = file;
        _limit = limits.Findings;
    }

    /// <summary>Whether an error is among the findings, kept or not.</summary>
    public bool HasErrors { get; private set; }

    public void Add(Finding finding)
    {
        HasErrors |= finding.Severity == Severity.Error;
        if (_kept.Count < _limit)
        {
            _kept.Add(finding.File is null ? finding with { File = _file } : finding);
        }
        else
        {
            _more++;
        }
    }

    /// <summary>Adds what was found at a byte offset of the package.</summary>
    internal void AddAt(string rule, long offset, string? member = null, string? found = null, string? expected = null, Severity severity = Severity.Error) =>
        Add(new Finding(rule, severity)
        {
            File = member,
            Found = found,
            Expected = expected,
            Arguments = new Dictionary<string, string> { ["offset"] = offset.ToString(CultureInfo.InvariantCulture), ["package"] = _file },
        });

    /// <summary>What was found, in the order of the file; a last finding says how many more there are.</summary>
    public IReadOnlyList<Finding> ToList() => _more == 0
        ? [.. _kept]
        : [.. _kept, new Finding(PackagingFindings.MoreFindings, Severity.Info) { File = _file, Found = _more.ToString(CultureInfo.InvariantCulture) }];
}
