using OfficeNode.Core;
using OfficeNode.Standards.Writers;

namespace OfficeNode.Standards.Rules.Acceptance;

/// <summary>The document that is sent has its identity: publication number, kind code and date.</summary>
/// <remarks>
/// The latest publication is the document that is sent, so it alone is judged here; an earlier one that lacks something is for PUBLICATION-INCOMPLETE. Where
/// the office publishes under the application number, that number serves.
/// </remarks>
internal sealed class AcceptPatentPublication : Rule
{
    public override string Id => "ACC-PATENT-PUBLICATION";

    public override Severity Severity => Severity.Error;

    public override string Source => "OfficeNode, local acceptance profile; WIPO ST.1, facts/patentscope.md [V]";

    public override IReadOnlyList<Right> Rights => Inventions;

    public override IReadOnlyList<string> Destinations => [Profiles.Patentscope];

    public override IEnumerable<Finding> Check(Subject subject)
    {
        if (PatentFacts.MainPublication(subject.Record) is not { } main)
        {
            yield return At("publications", "no publication", "publication number, kind code and date");
        }
        else if (PatentFacts.MissingIdentity(main, subject.Record) is { } missing)
        {
            yield return At(Item("publications", PositionOf(main, subject.Record), missing), "no " + missing, "publication number, kind code and date");
        }
    }

    private static int PositionOf(Publication publication, Record record) =>
        record.Publications.Index().First(entry => ReferenceEquals(entry.Item, publication)).Index;
}
