using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Publications;

/// <summary>A publication number has digits only.</summary>
/// <remarks>No office is held to it.</remarks>
internal sealed class PublicationNumberForm : Rule
{
    public override string Id => "PUBLICATION-NUMBER-FORM";

    public override Severity Severity => Severity.Info;

    public override string Source => "WIPO ST.6, facts/numbering-and-codes.md [R]";

    public override IReadOnlyList<Right> Rights => Inventions;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        for (var i = 0; i < subject.Record.Publications.Count; i++)
        {
            if (subject.Record.Publications[i].Number is { Length: > 0 } number && !number.All(char.IsAsciiDigit))
            {
                yield return At(Item("publications", i, "number"), number, "digits only");
            }
        }
    }
}
