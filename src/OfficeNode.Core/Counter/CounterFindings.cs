namespace OfficeNode.Core.Counter;

/// <summary>Ids of what keeps a number from being given, and a series or block from being made.</summary>
public static class CounterFindings
{
    /// <summary>The clock stands before what happened last, and nobody confirmed it.</summary>
    public const string ClockBehind = "COUNTER-CLOCK-BEHIND";

    /// <summary>There is no such series.</summary>
    public const string SeriesUnknown = "COUNTER-SERIES-UNKNOWN";

    /// <summary>The series gives no numbers in this year.</summary>
    public const string SeriesYears = "COUNTER-SERIES-YEARS";

    /// <summary>The name of a series is empty, too long, or no plain text.</summary>
    public const string SeriesName = "COUNTER-SERIES-NAME";

    /// <summary>Another series of the right has the name.</summary>
    public const string SeriesTaken = "COUNTER-SERIES-TAKEN";

    /// <summary>The years of a series are none, or the last is before the first.</summary>
    public const string YearsForm = "COUNTER-YEARS-FORM";

    /// <summary>The pattern is none.</summary>
    public const string PatternForm = "COUNTER-PATTERN-FORM";

    /// <summary>A series that begins anew each year shows no year in its numbers.</summary>
    public const string PatternYear = "COUNTER-PATTERN-YEAR";

    /// <summary>The next number is none.</summary>
    public const string NextForm = "COUNTER-NEXT-FORM";

    /// <summary>The next number is not beyond the highest that the register knows.</summary>
    public const string NextKnown = "COUNTER-NEXT-KNOWN";

    /// <summary>Numbers of the series have been given: what they look like and where they begin is settled.</summary>
    public const string SeriesInUse = "COUNTER-SERIES-IN-USE";

    /// <summary>The number that comes next is in the register already, or was given by another series.</summary>
    public const string NumberTaken = "COUNTER-NUMBER-TAKEN";

    /// <summary>The series has no number left.</summary>
    public const string SeriesFull = "COUNTER-SERIES-FULL";

    /// <summary>The applicant's name is empty, too long, or no plain text.</summary>
    public const string ApplicantForm = "COUNTER-APPLICANT-FORM";

    /// <summary>No sheet was counted.</summary>
    public const string PapersMissing = "COUNTER-PAPERS-MISSING";

    /// <summary>A count of sheets is no number, or too large.</summary>
    public const string SheetsForm = "COUNTER-SHEETS-FORM";

    /// <summary>The number of the fee receipt is too long, or no plain text.</summary>
    public const string FeeReceiptForm = "COUNTER-FEE-RECEIPT-FORM";

    /// <summary>A remark is too long, or no plain text.</summary>
    public const string RemarkForm = "COUNTER-REMARK-FORM";

    /// <summary>A remark is missing that says why.</summary>
    public const string WhyMissing = "COUNTER-WHY-MISSING";

    /// <summary>The act came without the name by which it is known when it is asked for again.</summary>
    public const string RequestMissing = "COUNTER-REQUEST-MISSING";

    /// <summary>An act of the same name was done before, with something else in it.</summary>
    public const string RequestUsed = "COUNTER-REQUEST-USED";

    /// <summary>The reception was taken back before.</summary>
    public const string AlreadyTakenBack = "COUNTER-ALREADY-TAKEN-BACK";

    /// <summary>How many numbers are skipped or reserved is none, or too many.</summary>
    public const string CountForm = "COUNTER-COUNT-FORM";

    /// <summary>The days of a block are none, in the wrong order, past, too many, or of two years.</summary>
    public const string BlockDays = "COUNTER-BLOCK-DAYS";

    /// <summary>The block is closed.</summary>
    public const string BlockClosed = "COUNTER-BLOCK-CLOSED";

    /// <summary>The number is none of the block, or was entered before.</summary>
    public const string BlockNumber = "COUNTER-BLOCK-NUMBER";

    /// <summary>The day on the paper is none of the block.</summary>
    public const string PaperDay = "COUNTER-PAPER-DAY";

    /// <summary>The time on the paper is none, or still to come.</summary>
    public const string PaperTime = "COUNTER-PAPER-TIME";

    /// <summary>The clock is not behind: there is nothing to confirm.</summary>
    public const string ClockRight = "COUNTER-CLOCK-RIGHT";
}
