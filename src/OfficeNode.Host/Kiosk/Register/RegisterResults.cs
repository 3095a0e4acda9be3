using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Kiosk.Register;

/// <summary>One dossier among the results of a search.</summary>
public sealed record RegisterRow
{
    public required DossierId Dossier { get; init; }

    /// <summary>As commands name it.</summary>
    public required string Name { get; init; }

    public required string Number { get; init; }

    public required string Right { get; init; }

    /// <summary>The title, or the words of the mark; null where there are neither.</summary>
    public string? Title { get; init; }

    public string? Applicant { get; init; }

    public string? Status { get; init; }

    public string? Filed { get; init; }

    public string? Registered { get; init; }

    public static RegisterRow Of(Dossier dossier, Record record) => new()
    {
        Dossier = dossier.Id,
        Name = dossier.Name.ToString(),
        Number = dossier.Name.Number,
        Right = Words.Of("record-right." + dossier.Right),
        Title = TitleOf(record),
        Applicant = ApplicantOf(record),
        Status = RecordWords.ShortStatus(record.Status),
        Filed = RecordWords.Day(record.FilingDate is { } filed ? PrintedDate.Of(filed.Date) : null),
        Registered = RecordWords.Day(record.RegistrationDate is { } registered ? PrintedDate.Of(registered.Date) : null),
    };

    /// <summary>What a dossier is called beside its number.</summary>
    public static string? TitleOf(Record record) => record.Titles.Concat(record.Mark?.Words ?? []).Concat(record.Designs.SelectMany(design => design.Products)).FirstOrDefault()?.Text;

    // Who holds the right now comes before who once applied for it.
    private static string? ApplicantOf(Record record) => record.Parties
        .Where(party => party.Role is PartyRole.Holder or PartyRole.Applicant)
        .OrderBy(party => party.Role == PartyRole.Holder ? 0 : 1)
        .SelectMany(party => party.Names)
        .FirstOrDefault()?.Text;
}

/// <summary>What a search shows.</summary>
public sealed record RegisterResults
{
    public required IReadOnlyList<RegisterRow> Rows { get; init; }

    public required SearchAnswer Answer { get; init; }

    /// <summary>How many there are, in one sentence.</summary>
    public string Count => Answer switch
    {
        { Found: 0 } => Words.Of("register.none"),
        { IsUncounted: true } => Words.Of("register.more-than", ("count", Counted(SearchAnswer.MostCounted))),
        { IsPartial: true } => Words.Of("register.at-least", ("count", Counted(Answer.Found))),
        _ => Words.OfCount("register.found", Answer.Found),
    };

    public bool HasMore => Answer.Found > Rows.Count;

    /// <summary>The dossiers that have what was typed.</summary>
    /// <param name="rows">How many of the best to show.</param>
    public static RegisterResults Of(Node node, string typed, int rows) => node.Register.Read(session =>
    {
        var answer = session.Search.Find(SearchWords.Parse(typed), rows);
        return new RegisterResults
        {
            Answer = answer,
            Rows = [.. answer.Dossiers.Select(id => session.Dossiers.Get(id)).Select(dossier => RegisterRow.Of(dossier, session.Revisions.Get(dossier.Revision).Record))],
        };
    });

    private static string Counted(int number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
