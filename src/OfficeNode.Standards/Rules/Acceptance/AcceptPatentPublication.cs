using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Acceptance;

/// <summary>The document has its identity: publication number, kind code and date.</summary>
/// <remarks>Where the office publishes under the application number, that number serves.</remarks>
internal sealed class AcceptPatentPublication : Rule
{
    public override string Id => "ACC-PATENT-PUBLICATION";

    public override Severity Severity => Severity.Error;

    public override string Source => "OfficeNode, local acceptance profile; WIPO ST.1, facts/patentscope.md [V]";

    public override IReadOnlyList<Right> Rights => Inventions;

    public override IReadOnlyList<string> Destinations => [Profiles.Patentscope];

    public override IEnumerable<Finding> Check(Subject subject)
    {
        var publications = subject.Record.Publications;
        if (publications.Count == 0)
        {
            yield return At("publications", "no publication", "publication number, kind code and date");
        }

        for (var i = 0; i < publications.Count; i++)
        {
            if (MissingOf(publications[i], subject.Record) is { } missing)
            {
                yield return At(Item("publications", i, missing), "no " + missing, "publication number, kind code and date");
            }
        }
    }

    private static string? MissingOf(Publication publication, Record record)
    {
        if (string.IsNullOrWhiteSpace(publication.Number) && record.ApplicationNumber is null)
        {
            return "number";
        }

        return string.IsNullOrWhiteSpace(publication.Kind) ? "kind" : publication.Date is null ? "date" : null;
    }
}
