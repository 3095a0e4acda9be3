using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Acceptance;

/// <summary>The document has pages of opened types, or text.</summary>
/// <remarks>
/// Where an application came by the PCT and was published there, that publication takes the place of the office's own: offices then print a front page only,
/// and the receiver has the text from the international publication.
/// </remarks>
internal sealed class AcceptPatentContent : Rule
{
    public override string Id => "ACC-PATENT-CONTENT";

    public override Severity Severity => Severity.Error;

    public override string Source => "OfficeNode, local acceptance profile; PCT Article 29, EPC Article 153(3)";

    public override IReadOnlyList<Right> Rights => Inventions;

    public override IReadOnlyList<string> Destinations => [Profiles.Patentscope];

    public override IEnumerable<Finding> Check(Subject subject)
    {
        var record = subject.Record;
        var hasText = record.Abstracts.Count > 0 || record.Descriptions.Count > 0 || record.Claims.Count > 0;
        var isPublishedByPct = record.Route is { Kind: RouteKind.Pct, PublicationNumber: not null };
        if (!hasText && !isPublishedByPct && subject.Pages.Count == 0)
        {
            yield return At("pages", expected: "pages of opened document types, or text");
        }
    }
}
