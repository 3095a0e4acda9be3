using System.Text;
using System.Xml.Linq;
using OfficeNode.Core;
using OfficeNode.Standards.Rules;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys;

/// <summary>Makes docs/rules.md from the rules and their words.</summary>
internal static class RulesPage
{
    private const string Introduction = """
        # Rules

        What a dossier is judged by. An `error` keeps it out of packages (I4); a `warning` or `info` does not, and an office may weigh those otherwise or switch
        them off in its settings. Errors keep their weight.

        A rule without destinations holds for the record itself, whoever receives it. Those with destinations are the local acceptance profile of that
        destination: what this program demands before it sends. The profiles are ours, not WIPO's, which has published no list of required fields.

        Sources name a standard or treaty, or a fact sheet with its mark: `[V]` seen in a public text or schema, `[R]` recalled without a text at hand, `[I]` our own
        inference. `OfficeNode` means that the demand is our own. In the messages `{path}` is the place, `{found}` what stands there and `{expected}` what should.

        This page is made from the rules and their texts: change those, then run the tests of `RuleTextTests` with `OFFICENODE_REGENERATE=1`.

        """;

    public static string PathOnDisk { get; } = Repository.PathOf("docs/rules.md");

    /// <summary>The words of findings by key, as <c>NUMBER-MISSING.message</c>.</summary>
    public static IReadOnlyDictionary<string, string> Texts { get; } = XDocument.Load(Repository.PathOf("src/OfficeNode.Host/Texts/RuleFindings.resx"))
        .Descendants("data")
        .ToDictionary(data => (string?)data.Attribute("name") ?? "", data => data.Element("value")?.Value ?? "");

    public static string Make()
    {
        var page = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        page.Append("\n| rule | severity | rights | destinations | message | source |\n|---|---|---|---|---|---|\n");
        foreach (var rule in RuleSet.Standard.Rules)
        {
            page.AppendJoin(" | ", "| " + rule.Id, Words(rule.Severity), LettersOf(rule), DestinationsOf(rule), Texts[rule.Id + ".message"], rule.Source + " |\n");
        }

        return page.ToString();
    }

    private static string Words(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };

    private static string LettersOf(Rule rule) => string.Join(' ', rule.Rights.Select(RightLetter.Of));

    private static string DestinationsOf(Rule rule) => rule.Destinations.Count == 0 ? "-" : string.Join(", ", rule.Destinations);
}
