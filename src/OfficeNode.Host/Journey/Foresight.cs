namespace OfficeNode.Host.Journey;

/// <summary>What would leave for a destination, as far as it has been counted. Immutable.</summary>
public sealed record Foresight
{
    public long Records { get; init; }

    /// <summary>Of <see cref="Records"/>, those that take something back.</summary>
    public long Deletes { get; init; }

    public long Pages { get; init; }

    public long Bytes { get; init; }

    public int Packages { get; init; }

    /// <summary>Pages whose images are made only when the package is built: their bytes are those of what was scanned.</summary>
    public long Estimated { get; init; }

    /// <summary>How many are left out, by <see cref="SkippedRecord.Reason"/>.</summary>
    public IReadOnlyDictionary<string, long> LeftOut { get; init; } = new Dictionary<string, long>();

    /// <summary>Dossiers looked at so far.</summary>
    public long LookedAt { get; init; }

    /// <summary>All dossiers there were when counting began.</summary>
    public long Dossiers { get; init; }

    /// <summary>Whether all dossiers have been looked at.</summary>
    public bool IsWhole { get; init; }
}

/// <summary>Adds up what a selection gives. Not thread-safe.</summary>
internal sealed class ForesightTally
{
    private readonly long _mostBytes;
    private readonly long _dossiers;
    private readonly Dictionary<string, long> _leftOut = new(StringComparer.Ordinal);
    private Foresight _sum = new();
    private long _bytesOfPackage;

    /// <param name="mostBytes">As <see cref="Settings.DestinationSettings.MaxPackageBytes"/>.</param>
    public ForesightTally(long mostBytes, long dossiers)
    {
        _mostBytes = mostBytes;
        _dossiers = dossiers;
    }

    /// <summary>Adds a record, to a new package where it does not fit the last: a dossier is never split.</summary>
    public void Take(SelectedRecord record)
    {
        var fits = _sum.Packages > 0 && _bytesOfPackage + record.Bytes <= _mostBytes;
        _bytesOfPackage = fits ? _bytesOfPackage + record.Bytes : record.Bytes;
        _sum = _sum with
        {
            Records = _sum.Records + 1,
            Deletes = _sum.Deletes + (record.Export.Operation == Standards.Writers.Operation.Delete ? 1 : 0),
            Pages = _sum.Pages + record.Export.Images.Count,
            Bytes = _sum.Bytes + record.Bytes,
            Packages = _sum.Packages + (fits ? 0 : 1),
        };
    }

    /// <summary>Notes a step of the selection with what it left out.</summary>
    public void Step(int dossiers, IReadOnlyList<SkippedRecord> leftOut, long estimated)
    {
        foreach (var skipped in leftOut)
        {
            _leftOut[skipped.Reason] = _leftOut.GetValueOrDefault(skipped.Reason) + 1;
        }

        _sum = _sum with { LookedAt = _sum.LookedAt + dossiers, Estimated = estimated };
    }

    public Foresight SoFar() => _sum with { LeftOut = new Dictionary<string, long>(_leftOut), Dossiers = _dossiers };
}
