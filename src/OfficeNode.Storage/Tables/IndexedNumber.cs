using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Storage.Tables;

/// <summary>Which of a record's numbers a row holds.</summary>
public enum NumberKind
{
    Application,
    Registration,
    Publication,
    Route,

    /// <summary>The node's own, for a record that has no number at all: <c>unnumbered-17</c>. It keeps the dossier findable.</summary>
    None,
}

/// <summary>A number by which a dossier is found.</summary>
internal readonly record struct IndexedNumber(NumberKind Kind, Number Number)
{
    /// <summary>All numbers of a record, never none; the first is the one that the dossier is named by.</summary>
    public static IReadOnlyList<IndexedNumber> AllOf(DossierId dossier, Record record)
    {
        var numbers = new List<IndexedNumber>(2);
        Add(numbers, NumberKind.Application, record.ApplicationNumber);
        Add(numbers, NumberKind.Registration, record.RegistrationNumber);
        foreach (var publication in record.Publications)
        {
            Add(numbers, NumberKind.Publication, publication.Number);
        }

        if (record.Route is { } route)
        {
            Add(numbers, NumberKind.Route, route.ApplicationNumber);
            Add(numbers, NumberKind.Route, route.RegistrationNumber);
            Add(numbers, NumberKind.Route, route.PublicationNumber);
        }

        if (numbers.Count == 0)
        {
            Add(numbers, NumberKind.None, string.Create(CultureInfo.InvariantCulture, $"unnumbered-{dossier}"));
        }

        return numbers;
    }

    private static void Add(List<IndexedNumber> numbers, NumberKind kind, string? printed) =>
        Add(numbers, kind, printed is null ? null : Number.Of(printed));

    private static void Add(List<IndexedNumber> numbers, NumberKind kind, Number? number)
    {
        if (number is not null)
        {
            numbers.Add(new IndexedNumber(kind, number));
        }
    }
}
