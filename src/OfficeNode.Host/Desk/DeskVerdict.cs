using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Packaging;

namespace OfficeNode.Host.Desk;

/// <summary>What the desk comes to think of one package: counts and findings, within limits. Not thread-safe.</summary>
/// <remarks>
/// The sender takes every record for accepted whose refusal it does not read. So each refused record keeps its first error under all
/// circumstances, and a package with more refused records than a receipt can name is refused as a whole.
/// </remarks>
internal sealed class DeskVerdict
{
    private readonly DeskLimits _limits;
    private readonly List<Finding> _refusals = [];
    private readonly List<Finding> _further = [];
    private readonly HashSet<(string Rule, string? Expected)> _saidOnce = [];
    private bool _isRefused;

    public DeskVerdict(DeskLimits limits) => _limits = limits;

    /// <summary>Records taken in.</summary>
    public long Accepted { get; private set; }

    /// <summary>Records refused one by one.</summary>
    public long Refused { get; private set; }

    /// <summary>Findings that were left out.</summary>
    public long LeftOut { get; private set; }

    /// <summary>Whether more records are refused than can be told apart.</summary>
    public bool IsFull => _refusals.Count >= _limits.RefusedRecords;

    public ReceiptOutcome Outcome => _isRefused || (Refused > 0 && Accepted == 0) ? ReceiptOutcome.Refused
        : Refused > 0 ? ReceiptOutcome.Partly
        : ReceiptOutcome.Accepted;

    /// <summary>First what refuses the package, then one error for each refused record, then the rest.</summary>
    public IReadOnlyList<Finding> Findings => [.. _refusals, .. _further];

    /// <summary>Refuses the package as a whole, whatever was thought of its records before.</summary>
    public void RefuseAll(IEnumerable<Finding> findings)
    {
        (_isRefused, Accepted, Refused) = (true, 0, 0);
        var before = _refusals.ToList();
        _refusals.Clear();
        foreach (var finding in findings)
        {
            Note(_refusals, finding, PackagingLimits.Default.Findings);
        }

        foreach (var finding in before)
        {
            Note(_further, finding, _limits.FurtherFindings);
        }
    }

    /// <summary>Adds what was found out about the package while nothing speaks against it.</summary>
    public void Add(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            Note(_further, finding, _limits.FurtherFindings);
        }
    }

    /// <summary>Counts one record with all that was found in its documents.</summary>
    public void AddRecord(IReadOnlyList<Finding> findings)
    {
        var first = findings.FirstOrDefault(finding => finding.Severity == Severity.Error);
        if (first is null)
        {
            Accepted++;
        }
        else
        {
            Refused++;
            _refusals.Add(first);
        }

        foreach (var finding in findings.Where(finding => !ReferenceEquals(finding, first) && IsNew(finding)))
        {
            Note(_further, finding, _limits.FurtherFindings);
        }
    }

    /// <summary>The receipt that says all this.</summary>
    public Receipt ToReceipt(PackageName package, PackageCheck check, DateTimeOffset received, string desk) => new()
    {
        Package = package,
        Sha256 = check.Sha256,
        Length = check.Length,
        Outcome = Outcome,
        Received = received,
        Desk = desk,
        RecordsAccepted = Accepted,
        RecordsRefused = Refused,
        Findings = Findings,
        FindingsLeftOut = LeftOut,
    };

    /// <summary>The finding of a package that has more refused records than a receipt names.</summary>
    public Finding TooMany(PackageName package) => new(DeskFindings.TooManyRefused, Severity.Error)
    {
        File = package.ZipFile,
        Found = Refused.ToString(CultureInfo.InvariantCulture),
    };

    // What is no error and about the desk rather than the record (a schema that is not installed) would be said for every document.
    private bool IsNew(Finding finding) => finding.Severity == Severity.Error || _saidOnce.Count >= _limits.FurtherFindings || _saidOnce.Add((finding.Rule, finding.Expected));

    private void Note(List<Finding> list, Finding finding, int most)
    {
        if (list.Count < most)
        {
            list.Add(finding);
        }
        else
        {
            LeftOut++;
        }
    }
}
