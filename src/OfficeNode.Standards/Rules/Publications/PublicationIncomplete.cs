using OfficeNode.Core;
using OfficeNode.Standards.Writers;

namespace OfficeNode.Standards.Rules.Publications;

/// <summary>An earlier publication of the dossier has number, kind code and date.</summary>
/// <remarks>
/// Together with the office they identify a document. It is no error: the printed grant often names the day of the first publication only, as INID 43
/// does, and what is sent is the latest publication.
/// </remarks>
internal sealed class PublicationIncomplete : Rule
{
    public override string Id => "PUBLICATION-INCOMPLETE";

    public override Severity Severity => Severity.Warning;

    public override string Source => "WIPO ST.1, facts/numbering-and-codes.md [V]";

    public override IReadOnlyList<Right> Rights => Inventions;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        var main = PatentFacts.MainPublication(subject.Record);
        for (var i = 0; i < subject.Record.Publications.Count; i++)
        {
            var publication = subject.Record.Publications[i];
            if (!ReferenceEquals(publication, main) && PatentFacts.MissingIdentity(publication, subject.Record) is { } missing)
            {
                yield return At(Item("publications", i, missing), "no " + missing, "publication number, kind code and date");
            }
        }
    }
}
