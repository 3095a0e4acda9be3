using System.Globalization;

namespace OfficeNode.Core.Batches;

/// <summary>Parts a batch into dossiers and documents, by separators and by what people said.</summary>
/// <remarks>
/// What follows a sheet belongs to it and to nothing before it: a code of another dossier, a code that cannot be read and a mark without data
/// all end the dossier before. Pages before the first separator make a dossier of their own. One bad sheet costs its own pages a name, no others (I11).
/// A target sheet parts nothing wherever it lies: the pages around it stay together, and it stands in none of their documents.
/// </remarks>
public sealed class DraftSplitter
{
    private readonly OfficeCode _office;
    private readonly List<Open> _dossiers = [];
    private readonly List<ArrangedPage> _separators = [];
    private readonly List<ArrangedPage> _targets = [];
    private readonly HashSet<(int Sheet, Side Side)> _targetSides;
    private readonly List<Finding> _findings = [];
    private OpenDocument? _document;

    private DraftSplitter(OfficeCode office, Arrangement arrangement)
    {
        _office = office;
        _targetSides = [.. arrangement.Pages.Where(page => page.IsTarget).Select(page => (page.Page.Sheet, page.Page.Side))];
    }

    /// <summary>Parts a batch of an office.</summary>
    public static BatchDrafts Split(OfficeCode office, Arrangement arrangement)
    {
        var splitter = new DraftSplitter(office, arrangement);
        foreach (var page in arrangement.Pages)
        {
            splitter.Take(page);
        }

        splitter.Close();
        return new BatchDrafts
        {
            Dossiers = [.. splitter._dossiers.Select(dossier => new DraftDossier
            {
                Name = dossier.Name,
                Documents = [.. dossier.Documents.Select(document => new DraftDocument { Code = document.Code?.Document, Pages = document.Pages })],
            })],
            Separators = splitter._separators,
            Targets = splitter._targets,
            Findings = splitter._findings,
        };
    }

    private sealed record Open(DossierName? Name, List<OpenDocument> Documents);

    private sealed record OpenDocument(SeparatorCode? Code, int At, List<ArrangedPage> Pages);

    private void Take(ArrangedPage page)
    {
        if (page.IsTarget || IsBackOfTarget(page))
        {
            _targets.Add(page);
            return;
        }

        if (page.Split is { } split)
        {
            Begin(split.Code, page);
            _document?.Pages.Add(page);
            return;
        }

        var marks = page.Codes.Where(code => code.Symbology == FoundCode.PatchT || code.Text.StartsWith(SeparatorCode.Prefix, StringComparison.OrdinalIgnoreCase)).ToList();
        if (marks.Count > 0)
        {
            _separators.Add(page);
            Begin(CodeOf(page, marks), page);
            return;
        }

        if (_document is null)
        {
            Begin(null, page);
        }

        _document?.Pages.Add(page);
    }

    /// <summary>The blank other side of a target sheet would begin a dossier where the sheet lies first.</summary>
    private bool IsBackOfTarget(ArrangedPage page) =>
        page is { IsBlank: true, Split: null } && _targetSides.Contains((page.Page.Sheet, page.Page.Side == Side.Front ? Side.Back : Side.Front));

    /// <summary>What a sheet says; null when it says nothing, or more than one thing.</summary>
    private SeparatorCode? CodeOf(ArrangedPage page, IReadOnlyList<FoundCode> marks)
    {
        var texts = marks.Where(mark => mark.Symbology != FoundCode.PatchT).Select(mark => mark.Text).Distinct(StringComparer.Ordinal).ToList();
        if (texts.Count == 0)
        {
            return null;
        }

        var codes = texts.Select(SeparatorCode.Parse).Where(parsed => parsed.Success).Select(parsed => parsed.Value).Distinct().ToList();
        if (codes.Count != 1)
        {
            Say(codes.Count == 0 ? BatchFindings.SeparatorUnreadable : BatchFindings.SeparatorTwofold, Severity.Error, page.Page.Number, string.Join(" | ", texts), SeparatorCode.Parse("").Expected);
            return null;
        }

        if (codes[0].Office != _office)
        {
            Say(BatchFindings.SeparatorOffice, Severity.Error, page.Page.Number, codes[0].Office.Value, _office.Value);
            return null;
        }

        return codes[0];
    }

    private void Begin(SeparatorCode? code, ArrangedPage page)
    {
        Close();
        _document = new OpenDocument(code, page.Page.Number, []);
        var dossier = code is null ? null : _dossiers.Find(open => open.Name == code.Dossier);
        if (dossier is null)
        {
            dossier = new Open(code?.Dossier, []);
            _dossiers.Add(dossier);
        }

        dossier.Documents.Add(_document);
    }

    /// <summary>Counts the pages of the document that ends, against what its sheet said.</summary>
    private void Close()
    {
        if (_document is not { } document)
        {
            return;
        }

        var written = document.Pages.Count(page => !page.IsBlank);
        if (document.Code is { Pages: { } expected } && written != expected && document.Pages.Count != expected)
        {
            Say(BatchFindings.PageCount, Severity.Warning, document.At, Text(written), Text(expected), document.Code.Dossier);
        }
        else if (document.Code is { } code && written == 0)
        {
            Say(BatchFindings.DocumentEmpty, Severity.Warning, document.At, code.Document.Value, null, code.Dossier);
        }
    }

    private void Say(string rule, Severity severity, int page, string? found, string? expected, DossierName? dossier = null) => _findings.Add(new Finding(rule, severity)
    {
        Dossier = dossier?.ToString(),
        Path = $"page {Text(page)}",
        Found = found,
        Expected = expected,
    });

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Ids of the findings about batches.</summary>
public static class BatchFindings
{
    /// <summary>A sheet counts other pages than follow it.</summary>
    public const string PageCount = "BATCH-PAGE-COUNT";

    /// <summary>Nothing follows a separator sheet.</summary>
    public const string DocumentEmpty = "BATCH-DOCUMENT-EMPTY";

    /// <summary>A separator's code has not the form.</summary>
    public const string SeparatorUnreadable = "BATCH-SEPARATOR-UNREADABLE";

    /// <summary>A sheet carries codes that say different things.</summary>
    public const string SeparatorTwofold = "BATCH-SEPARATOR-TWOFOLD";

    /// <summary>A separator of another office.</summary>
    public const string SeparatorOffice = "BATCH-SEPARATOR-OFFICE";

    /// <summary>A file has become pages before: it makes no more of them.</summary>
    public const string FileKnown = "BATCH-FILE-KNOWN";
}
