using System.Text.RegularExpressions;
using OfficeNode.Core;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Commands;

/// <summary>The one act by which an office declares a whole published collection open: <c>gazette 12/2025 of 2025-06-30 by A. Registrar</c>.</summary>
internal static partial class CollectionAct
{
    /// <exception cref="UsageException">The text has another form, or an unknown kind or day.</exception>
    public static PublicationAct Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success)
        {
            throw Values.Unreadable("--published-collection", text, Words.Of("import.collection.form"));
        }

        return new PublicationAct
        {
            Kind = Values.Choice<OpeningPoint>("--published-collection", match.Groups["kind"].Value),
            Gazette = match.Groups["gazette"].Value,
            Date = Values.Day("--published-collection", match.Groups["day"].Value),
            Person = match.Groups["person"].Value,
            Opens = [],
        };
    }

    [GeneratedRegex(@"^(?<kind>\w+) (?<gazette>.+) of (?<day>\d{4}-\d{2}-\d{2}) by (?<person>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
