using OfficeNode.Capture.Fields;
using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>Finds the fields of a draft in what was read on its form. They are proposals: nothing here changes a record.</summary>
public sealed class DraftFields
{
    private static readonly Dictionary<string, Right> Forms = new(StringComparer.Ordinal)
    {
        ["APP"] = Right.Patent,
        ["TMA"] = Right.Trademark,
        ["DSA"] = Right.Design,
    };

    private readonly Node _node;
    private readonly FieldFinder _finder;

    /// <param name="node">Its own rules for fields, where it has some, go before the built-in ones.</param>
    public DraftFields(Node node)
    {
        _node = node;
        (var rules, Findings) = RulesOf(node);
        _finder = new FieldFinder(rules, new FieldLimits());
    }

    /// <summary>What is wrong with the office's rules; with an error among them the built-in ones serve alone.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The fields of one dossier; none before its form was read.</summary>
    public IReadOnlyList<ReadField> Of(DraftDossier dossier, IReadOnlyDictionary<int, PageReading> readings)
    {
        var forms = dossier.Documents.Where(document => document.Code is { } code && Forms.ContainsKey(code.Value)).ToList();
        if (forms.Count == 0)
        {
            return [];
        }

        var pages = forms.SelectMany(form => form.Pages)
            .Select(page => (page.Page.Number, Text: readings.GetValueOrDefault(page.Page.Number)?.Text is { } digest ? _node.Pages.ReadText(digest) : null))
            .Where(page => page.Text is not null)
            .Select(page => new FormPage(page.Number, page.Text!))   // filtered above
            .ToList();
        return pages.Count == 0 ? [] : _finder.Find(pages, dossier.Name?.Right ?? RightOf(forms[0]));
    }

    private static (FieldRules Rules, IReadOnlyList<Finding> Findings) RulesOf(Node node)
    {
        if (!File.Exists(node.Folder.FieldRulesFile))
        {
            return (FieldRules.BuiltIn, []);
        }

        var reading = FieldRuleFile.Read(File.ReadAllBytes(node.Folder.FieldRulesFile), node.Folder.FieldRulesFile);
        return (reading.Rules is { } office ? FieldRules.BuiltIn.With(office) : FieldRules.BuiltIn, reading.Findings);
    }

    private static Right RightOf(DraftDocument form) => Forms[form.Code is { } code ? code.Value : ""];
}
