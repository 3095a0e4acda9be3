using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Kiosk.Openings;

namespace OfficeNode.Host.Kiosk.Outbox;

/// <summary>Ids of what is wrong with an answer as somebody gave it.</summary>
public static class AnswerFindings
{
    /// <summary>The day is missing or no day.</summary>
    public const string DateForm = "ANSWER-DATE-FORM";

    /// <summary>The day is still to come.</summary>
    public const string DateFuture = "ANSWER-DATE-FUTURE";

    /// <summary>Nobody says who answered.</summary>
    public const string SenderMissing = "ANSWER-SENDER-MISSING";

    /// <summary>The count is no number.</summary>
    public const string CountForm = "ANSWER-COUNT-FORM";

    /// <summary>A line of refused records cannot be read.</summary>
    public const string RecordForm = "ANSWER-RECORD-FORM";

    /// <summary>The answer does not fit the package.</summary>
    public const string Refused = "ANSWER-NOT-TAKEN";
}

/// <summary>A destination's answer as somebody gives it on a screen.</summary>
internal sealed record AnswerForm
{
    /// <summary>The names of the fields by the paths of findings.</summary>
    public static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["date"] = "Given.Date",
        ["sender"] = "Given.Sender",
        ["count"] = "Given.Count",
        ["records"] = "Given.Records",
    };

    public string Date { get; init; } = "";

    public string Sender { get; init; } = "";

    public string Count { get; init; } = "";

    /// <summary>The whole package was refused.</summary>
    public bool IsRefused { get; init; }

    /// <summary>Refused records, one in each line, as <see cref="RefusedRecord"/> reads them.</summary>
    public string Records { get; init; } = "";

    public IFormFile? Letter { get; init; }

    public static AnswerForm Read(IFormCollection form) => new()
    {
        Date = form["Given.Date"].ToString().Trim(),
        Sender = form["Given.Sender"].ToString().Trim(),
        Count = form["Given.Count"].ToString().Trim(),
        IsRefused = form["Given.Verdict"] == "refused",
        Records = form["Given.Records"].ToString(),
        Letter = form.Files["Given.Letter"] is { Length: > 0 } letter ? letter : null,
    };

    public IEnumerable<Finding> Check(DateOnly today)
    {
        var day = ActForm.DayOf(Date);
        if (day is null || day > today)
        {
            yield return new Finding(day is null ? AnswerFindings.DateForm : AnswerFindings.DateFuture, Severity.Error) { Path = "date" };
        }

        if (Sender.Length == 0)
        {
            yield return new Finding(AnswerFindings.SenderMissing, Severity.Error) { Path = "sender" };
        }

        if (Count.Length > 0 && CountOf() is null)
        {
            yield return new Finding(AnswerFindings.CountForm, Severity.Error) { Path = "count", Found = Count };
        }

        foreach (var line in Lines().Where(line => !RefusedRecord.Parse(line).Success))
        {
            yield return new Finding(AnswerFindings.RecordForm, Severity.Error) { Path = "records", Found = line };
        }
    }

    /// <summary>What is entered, where <see cref="Check"/> found nothing.</summary>
    public AcknowledgeOrder Order(PackageName package, string person) => new()
    {
        Package = package,
        Date = ActForm.DayOf(Date) ?? throw new InvalidOperationException("An answer is made of a form that was checked."),
        Sender = Sender,
        Person = person,
        Refused = IsRefused,
        Count = CountOf(),
        RefusedRecords = [.. Lines().Select(RefusedRecord.Parse).Where(line => line.Success).Select(line => line.Value)],
        Letter = Letter is { } letter ? new ReceivedLetter(Path.GetFileName(letter.FileName), letter.OpenReadStream) : null,
    };

    private string[] Lines() => Records.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private long? CountOf() => long.TryParse(Count, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
}
