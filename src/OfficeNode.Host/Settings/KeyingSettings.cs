using OfficeNode.Standards.Readers;

namespace OfficeNode.Host.Settings;

/// <summary>How an office keys, checks and releases.</summary>
public sealed record KeyingSettings
{
    /// <summary>The most of <see cref="SpoiledShare"/>: checkers who find a made-up error in every fifth entry no longer believe in any.</summary>
    public const int MostSpoiled = 20;

    /// <summary>The most of <see cref="SampleSize"/>: larger samples of a batch are the batch.</summary>
    public const int LargestSample = 5_000;

    /// <summary>The forms of dates, tried in order, as a mapping file writes them. Default: day, month, year with any of the usual signs, or in eight digits. The ISO form is always understood.</summary>
    public IReadOnlyList<string> Dates { get; init; } = ["d.M.yyyy", "d/M/yyyy", "d-M-yyyy", "ddMMyyyy", "d MMMM yyyy", "d MMM yyyy"];

    /// <summary>The calendar of dates on the office's papers. Default: Gregorian.</summary>
    public DateCalendar Calendar { get; init; }

    /// <summary>Paths of the fields that two people key, as <c>applicationNumber</c> or <c>parties[applicant].name</c>. Default: none.</summary>
    public IReadOnlyList<string> DoubleKeying { get; init; } = [];

    /// <summary>Whether who keyed an entry may release it: for an office of one person. Such releases are marked. Default: no.</summary>
    public bool OwnRelease { get; init; }

    /// <summary>Entries of one batch from which on a sample may stand for all of them; null for never, which is the default.</summary>
    public int? SampleFrom { get; init; }

    /// <summary>Entries in a sample. Default 200: with one error accepted, a batch with 2.4 % wrong entries passes less than one time in twenty.</summary>
    public int SampleSize { get; init; } = 200;

    /// <summary>Wrong entries that a sample may have. Default 1.</summary>
    public int SampleAccepted { get; init; } = 1;

    /// <summary>Of so many entries in a hundred one value is spoiled on purpose when they are shown for release, to see what checking finds. Never released. Default 0.</summary>
    public int SpoiledShare { get; init; }
}
