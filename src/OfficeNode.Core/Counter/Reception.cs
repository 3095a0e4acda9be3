namespace OfficeNode.Core.Counter;

/// <summary>Papers of one kind that were handed over.</summary>
/// <param name="Document">What they are.</param>
/// <param name="Sheets">How many sheets of paper, counted at the counter: 1 to <see cref="MostSheets"/>.</param>
public readonly record struct ReceivedPapers(DocumentCode Document, int Sheets)
{
    /// <summary>More sheets of one kind are no filing but a mistyped number.</summary>
    public const int MostSheets = 99_999;

    /// <summary>The kinds that applications for a right consist of, in the order of a file; the first is its form.</summary>
    public static IReadOnlyList<DocumentCode> KindsFor(Right right) => right switch
    {
        Right.Trademark => Codes("TMA MRK GDS POA PRI FEE IDP COR"),
        Right.Design => Codes("DSA VIE DES POA PRI FEE IDP COR"),
        _ => Codes("APP DES CLA ABS DRA POA PRI FEE IDP COR"),
    };

    private static IReadOnlyList<DocumentCode> Codes(string codes) => [.. codes.Split(' ').Select(code => DocumentCode.Parse(code).Value)];
}

/// <summary>What is taken down of a filing at the counter.</summary>
public sealed record ReceptionFacts
{
    /// <summary>The most characters of the applicant's name (UTF-16 code units): the longest names of companies and of several applicants fit.</summary>
    public const int LongestApplicant = 300;

    /// <summary>The most characters of a fee receipt's number (UTF-16 code units).</summary>
    public const int LongestFeeReceipt = 40;

    /// <summary>The most characters of a remark (UTF-16 code units).</summary>
    public const int LongestRemark = 500;

    /// <summary>As the applicant is called on the papers.</summary>
    public required string Applicant { get; init; }

    /// <summary>Each kind once, in the order of a file.</summary>
    public required IReadOnlyList<ReceivedPapers> Papers { get; init; }

    /// <summary>The number of the receipt for the fee; null when none was shown.</summary>
    public string? FeeReceipt { get; init; }

    public string? Remark { get; init; }

    /// <summary>Whether the same was taken down.</summary>
    public bool Equals(ReceptionFacts? other) => other is not null
        && (Applicant, FeeReceipt, Remark) == (other.Applicant, other.FeeReceipt, other.Remark)
        && Papers.SequenceEqual(other.Papers);

    public override int GetHashCode() => HashCode.Combine(Applicant, FeeReceipt, Remark, Papers.Count);
}

/// <summary>A filing taken in at the counter: it has a number and a receipt date. Neither is a filing date, which is accorded after the examination of form.</summary>
public sealed record Reception
{
    public required ReceptionId Id { get; init; }

    public required SeriesId Series { get; init; }

    public required Right Right { get; init; }

    public required Number Number { get; init; }

    public required ReceptionFacts Facts { get; init; }

    /// <summary>When the papers were handed over: by the clock, or as it stands on the sheet of a reserved block.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The office's day then, in its own time zone.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The name of who entered it.</summary>
    public required string Author { get; init; }

    /// <summary>When it was entered: later than it was received where it comes from a block.</summary>
    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>The block that its number comes from; null where the number was given at once.</summary>
    public BlockId? Block { get; init; }

    /// <summary>Null while it stands.</summary>
    public TakenBack? TakenBack { get; init; }

    /// <summary>The dossier that the papers will be.</summary>
    public DossierName Dossier => DossierName.Of(Right, Number);
}

/// <summary>That a reception counts no more: its number stays used, and explained.</summary>
public sealed record TakenBack(DateTimeOffset At, string Author, string Why);
