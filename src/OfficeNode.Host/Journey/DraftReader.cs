using OfficeNode.Capture.Fields;
using OfficeNode.Core;
using OfficeNode.Core.Batches;

namespace OfficeNode.Host.Journey;

/// <summary>A place on a page of a draft that looks like its mark or one of its views.</summary>
/// <param name="Turns">Quarter turns to the right that make the page's frame upright; the picture's box lies in it then.</param>
public sealed record DraftPicture(BatchPage Page, int Turns, PagePicture Picture);

/// <summary>What was found in the pages of a draft. Proposals for a person, nothing more.</summary>
/// <param name="Pictures">In the order of pages, the surest of a page first.</param>
public sealed record DraftContent(IReadOnlyList<ReadField> Fields, IReadOnlyList<DraftPicture> Pictures);

/// <summary>Finds what fills a draft in what was read of it: fields on its form, the mark or the views. Nothing here changes a record.</summary>
public sealed class DraftReader
{
    private static readonly Dictionary<string, Right> Forms = new(StringComparer.Ordinal)
    {
        ["APP"] = Right.Patent,
        ["TMA"] = Right.Trademark,
        ["DSA"] = Right.Design,
    };

    // The forms show marks and views, and so do sheets of their own.
    private static readonly HashSet<string> Pictured = new(StringComparer.Ordinal) { "TMA", "MRK", "DSA", "VIE" };

    private readonly FieldFinder _finder;

    /// <param name="node">Its own rules for fields, where it has some, go before the built-in ones.</param>
    public DraftReader(Node node)
    {
        (var rules, Findings) = RulesOf(node);
        _finder = new FieldFinder(rules, new FieldLimits());
    }

    /// <summary>What is wrong with the office's rules; with an error among them the built-in ones serve alone.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>What fills one dossier; nothing before its pages were read.</summary>
    public DraftContent Of(DraftDossier dossier, BatchTexts texts) => Of(dossier, texts.Of);

    /// <summary>What fills one dossier; nothing before its pages were read.</summary>
    /// <param name="textOf">What was read on a page; null where nothing was.</param>
    public DraftContent Of(DraftDossier dossier, Func<BatchPage, PageText?> textOf)
    {
        // A form with pictures is looked at twice; its text comes from the disk once.
        var known = new Dictionary<int, PageText?>();
        PageText? TextOf(BatchPage page)
        {
            if (!known.TryGetValue(page.Number, out var text))
            {
                known.Add(page.Number, text = textOf(page));
            }

            return text;
        }

        return new(FieldsOf(dossier, TextOf), [.. PicturesOf(dossier, TextOf)]);
    }

    private IReadOnlyList<ReadField> FieldsOf(DraftDossier dossier, Func<BatchPage, PageText?> textOf)
    {
        var forms = dossier.Documents.Where(document => document.Code is { } code && Forms.ContainsKey(code.Value)).ToList();
        if (forms.Count == 0)
        {
            return [];
        }

        var pages = forms.SelectMany(form => form.Pages)
            .Select(page => (page.Page.Number, Text: textOf(page.Page)))
            .Where(page => page.Text is not null)
            .Select(page => new FormPage(page.Number, page.Text!))   // filtered above
            .ToList();
        return pages.Count == 0 ? [] : _finder.Find(pages, dossier.Name?.Right ?? RightOf(forms[0]));
    }

    private static IEnumerable<DraftPicture> PicturesOf(DraftDossier dossier, Func<BatchPage, PageText?> textOf) => dossier.Documents
        .Where(document => document.Code is { } code && Pictured.Contains(code.Value))
        .SelectMany(document => document.Pages)
        .Where(page => !page.IsBlank)
        .Select(page => (page.Page, Text: textOf(page.Page)))
        .SelectMany(page => page.Text is { } text ? text.Pictures.Select(picture => new DraftPicture(page.Page, text.Turns, picture)) : []);

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
