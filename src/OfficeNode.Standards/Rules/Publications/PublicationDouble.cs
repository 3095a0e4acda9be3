using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Publications;

/// <summary>No two publications have the same number, kind and date.</summary>
/// <remarks>Together with the office they identify a document.</remarks>
internal sealed class PublicationDouble : Rule
{
    public override string Id => "PUBLICATION-DOUBLE";

    public override Severity Severity => Severity.Error;

    public override string Source => "WIPO ST.1, facts/numbering-and-codes.md [V]";

    public override IReadOnlyList<Right> Rights => Inventions;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        var publications = subject.Record.Publications;
        for (var i = 1; i < publications.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (AreSame(publications[i], publications[j]))
                {
                    yield return At(Item("publications", i), $"{publications[i].Number} {publications[i].Kind} {publications[i].Date?.Iso}");
                    break;
                }
            }
        }
    }

    private static bool AreSame(Publication one, Publication other) =>
        one.Number == other.Number && one.Kind == other.Kind && one.Date?.Date == other.Date?.Date;
}
