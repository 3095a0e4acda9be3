namespace OfficeNode.Core.Batches;

/// <summary>A field that was found in the text of a form: it fills a draft, never a released record.</summary>
public sealed record ReadField
{
    /// <summary>What it is, as scripts know it: <c>application_number</c>, <c>filing_date</c>, <c>priority</c>, <c>classification</c>, <c>title</c>, <c>applicant</c>, <c>address</c>, <c>inventor</c>, <c>agent</c>.</summary>
    public required string Field { get; init; }

    /// <summary>The INID code that stands before it (ST.9, ST.60, ST.80); null when there is none.</summary>
    public string? Inid { get; init; }

    /// <summary>As printed.</summary>
    public required string Value { get; init; }

    /// <summary>0 to 100: how sure the machine is that the value belongs to the field and is read right.</summary>
    public required double Confidence { get; init; }

    /// <summary>The page it stands on: its <see cref="BatchPage.Number"/>.</summary>
    public required int Page { get; init; }

    public required PixelBox Box { get; init; }
}
