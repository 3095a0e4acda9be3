using System.Text.RegularExpressions;

namespace OfficeNode.Capture.Workers.Poppler;

/// <summary>How a run of one of poppler's programs ended.</summary>
internal enum PopplerEnd
{
    /// <summary>By itself and all its output read; whether it succeeded says its exit code.</summary>
    Done,

    /// <summary>It wrote more than allowed, or what is no picture, and was ended.</summary>
    Misled,

    /// <summary>It took too long and was ended.</summary>
    TimedOut,

    /// <summary>It is not installed.</summary>
    Missing,
}

/// <summary>One run of one of poppler's programs.</summary>
/// <param name="ExitCode">0 for success, 99 for a page that is not there; else it failed, or a signal ended it.</param>
/// <param name="Words">The first of what it wrote on its standard error.</param>
internal sealed partial record PopplerRun(PopplerEnd End, int ExitCode, string Words)
{
    private const int NoSuchPage = 99;

    public bool Succeeded => End == PopplerEnd.Done && ExitCode == 0;

    public bool LacksPage => End == PopplerEnd.Done && ExitCode == NoSuchPage;

    /// <summary>The file needs a password; one that only forbids printing or copying does not.</summary>
    public bool IsLocked => Words.Contains("Incorrect password", StringComparison.Ordinal);

    /// <summary>Something of the file could not be read: what was drawn may lack parts. Mere warnings do not count.</summary>
    public bool HasErrors => Words.Contains("Error", StringComparison.Ordinal);

    /// <summary>The last complaint kept, as <c>Couldn't read xref table</c>, for the person who asks what is wrong; null when there is none.</summary>
    public string? Complaint => ErrorLine().Matches(Words).LastOrDefault()?.Groups["complaint"].Value;

    [GeneratedRegex(@"^[A-Z][A-Za-z ]* Error( \([0-9]+\))?: (?<complaint>[^\r\n]+?)\.?\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex ErrorLine();
}
