using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>The publication act of a row, if the source records one (I13: a row without a whole one stays closed).</summary>
internal sealed class ActDraft
{
    private readonly List<DocumentCode> _opens = [];

    public OpeningPoint? Kind { get; set; }

    public PrintedDate? Date { get; set; }

    public string? Person { get; set; }

    public string? Gazette { get; set; }

    public List<string> Destinations { get; } = [];

    public void Open(Cell cell)
    {
        if (cell.Value<DocumentCode>() is not { } code)
        {
            return;
        }

        if (code.IsClosed)
        {
            cell.Refuse("a document type that an act can open");
        }
        else
        {
            _opens.Add(code);
        }
    }

    /// <summary>The act; null when the row has no date or gazette of one, with a finding when it has only one of the two.</summary>
    public PublicationAct? Build(EntryFindings findings)
    {
        if (Date is null && Gazette is null)
        {
            return null;
        }

        if (Date is null || Gazette is null || Person is null)
        {
            var missing = Date is null ? "act.date" : Gazette is null ? "act.gazette" : "act.person";
            findings.Add(ReaderFindings.ActIncomplete, Severity.Warning, missing);
            return null;
        }

        return new PublicationAct
        {
            Kind = Kind ?? OpeningPoint.Gazette,
            Date = Date.Date,
            Person = Person,
            Gazette = Gazette,
            Opens = _opens,
            Destinations = Destinations,
        };
    }
}
