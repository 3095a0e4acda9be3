using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Core.Counter;

namespace OfficeNode.Host.Journey;

/// <summary>What is typed at the counter, before a number is given for it.</summary>
internal static class ReceptionCheck
{
    /// <summary>The path of a count of sheets in findings.</summary>
    public static string PathOf(DocumentCode document) => "sheets." + document;

    /// <summary>Reads an entry: the facts, in the order of a file, or what is wrong with them.</summary>
    public static (ReceptionFacts Facts, IReadOnlyList<Finding> Findings) Read(ReceptionEntry entry, Right right)
    {
        var findings = new List<Finding>();
        var facts = new ReceptionFacts
        {
            Applicant = TypedText.Settle(entry.Applicant) ?? "",
            Papers = PapersOf(entry, right, findings),
            FeeReceipt = TypedText.Settle(entry.FeeReceipt),
            Remark = TypedText.Settle(entry.Remark),
        };
        if (!facts.Applicant.Any(char.IsLetterOrDigit) || !TypedText.Fits(facts.Applicant, ReceptionFacts.LongestApplicant))
        {
            findings.Insert(0, TooLong(CounterFindings.ApplicantForm, "applicant", ReceptionFacts.LongestApplicant));
        }

        if (!TypedText.Fits(facts.FeeReceipt, ReceptionFacts.LongestFeeReceipt))
        {
            findings.Add(TooLong(CounterFindings.FeeReceiptForm, "feeReceipt", ReceptionFacts.LongestFeeReceipt));
        }

        if (!TypedText.Fits(facts.Remark, ReceptionFacts.LongestRemark))
        {
            findings.Add(TooLong(CounterFindings.RemarkForm, "remark", ReceptionFacts.LongestRemark));
        }

        return (facts, findings);
    }

    /// <summary>A whole number as people type it, in whatever digits their keyboard has; null when it is none.</summary>
    public static int? Count(string? typed)
    {
        var digits = (typed ?? "").Trim();
        return digits.Length is > 0 and < 10 && digits.All(char.IsDigit)
            ? int.Parse(string.Concat(digits.Select(digit => (char)('0' + (int)char.GetNumericValue(digit)))), CultureInfo.InvariantCulture)
            : null;
    }

    public static Finding TooLong(string rule, string path, int longest) => new(rule, Severity.Error)
    {
        Path = path,
        Expected = longest.ToString(CultureInfo.CurrentCulture),
    };

    private static List<ReceivedPapers> PapersOf(ReceptionEntry entry, Right right, List<Finding> findings)
    {
        var papers = new List<ReceivedPapers>();
        foreach (var document in ReceivedPapers.KindsFor(right))
        {
            var typed = entry.Sheets.GetValueOrDefault(document, "");
            var count = string.IsNullOrWhiteSpace(typed) ? 0 : Count(typed);
            if (count is null or > ReceivedPapers.MostSheets)
            {
                findings.Add(TooLong(CounterFindings.SheetsForm, PathOf(document), ReceivedPapers.MostSheets) with { Found = typed });
            }
            else if (count > 0)
            {
                papers.Add(new ReceivedPapers(document, count.Value));
            }
        }

        if (papers.Count == 0 && findings.Count == 0)
        {
            findings.Add(new Finding(CounterFindings.PapersMissing, Severity.Error) { Path = PathOf(ReceivedPapers.KindsFor(right)[0]) });
        }

        return papers;
    }
}
