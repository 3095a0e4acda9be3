using System.Globalization;
using OfficeNode.Capture;
using OfficeNode.Capture.Looks;
using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Kiosk.Pages;
using OfficeNode.Host.Texts;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Kiosk.Batches;

/// <summary>What a page of a contact sheet is.</summary>
public enum LeafKind
{
    Page,

    /// <summary>Folded away.</summary>
    Blank,

    /// <summary>Folded away.</summary>
    Separator,

    /// <summary>Folded away.</summary>
    Target,
}

/// <summary>One page of a contact sheet.</summary>
/// <param name="Picture">The address of its thumbnail.</param>
/// <param name="Turns">Quarters to the right by which the picture is shown.</param>
/// <param name="Marks">What is to be remarked on its picture, in a word with the number behind it.</param>
/// <param name="IsUnread">Whether it could not be read.</param>
public sealed record Leaf(int Number, LeafKind Kind, string Picture, int Turns, IReadOnlyList<string> Marks, bool IsDamaged, bool IsUnread);

/// <summary>Pages that stand together: those of one document that nothing parts, with the separator before them.</summary>
public sealed class SheetPart
{
    /// <summary>Null where nothing follows a separator.</summary>
    public DraftDossier? Dossier { get; set; }

    public DraftDocument? Document { get; set; }

    public List<Leaf> Leaves { get; } = [];

    /// <summary>What was found about one of its pages.</summary>
    public List<Finding> Findings { get; } = [];
}

/// <summary>The pages of a batch in their order, parted by dossiers and documents.</summary>
public sealed class ContactSheet
{
    private readonly Node _node;
    private readonly BatchView _view;
    private readonly IReadOnlySet<int> _damaged;
    private readonly Dictionary<int, (DraftDossier Dossier, DraftDocument Document)> _documents;
    private readonly HashSet<int> _separators;
    private readonly HashSet<int> _targets;
    private readonly Dictionary<int, SheetPart> _partOf = [];
    private readonly List<SheetPart> _parts = [];

    private ContactSheet(Node node, BatchView view)
    {
        _node = node;
        _view = view;
        _damaged = node.Register.Read(session => session.Batches.Damaged(view.Batch.Id));
        _documents = view.Drafts.Dossiers
            .SelectMany(dossier => dossier.Documents.SelectMany(document => document.Pages.Select(page => (page.Page.Number, dossier, document))))
            .ToDictionary(page => page.Number, page => (page.dossier, page.document));
        _separators = [.. view.Drafts.Separators.Select(page => page.Page.Number)];
        _targets = [.. view.Drafts.Targets.Select(page => page.Page.Number)];
    }

    public IReadOnlyList<SheetPart> Parts => _parts;

    public static ContactSheet Of(Node node, BatchView view)
    {
        var sheet = new ContactSheet(node, view);
        foreach (var page in view.Arrangement.Pages)
        {
            sheet.Add(page);
        }

        foreach (var finding in view.Drafts.Findings)
        {
            sheet.PartOf(finding)?.Findings.Add(finding);
        }

        return sheet;
    }

    /// <summary>The machine's remarks on a page's picture.</summary>
    public static IReadOnlyList<Finding> RemarksOn(BatchPage page, QualityThresholds thresholds) =>
        page.Look is { } look && TargetCode.On(look.Codes) is null ? QualityCheck.Judge(look, page.Facts, thresholds) : [];

    /// <summary>Quarters to the right by which a page is shown: as a person said, else as it was read, else as it came.</summary>
    public static int TurnsOf(Node node, BatchView view, ArrangedPage page) =>
        page.Turns ?? (view.Readings.GetValueOrDefault(page.Page.Number)?.Text is { } text ? node.Pages.ReadTurns(text) : null) ?? 0;

    private void Add(ArrangedPage page)
    {
        var number = page.Page.Number;
        var known = _documents.TryGetValue(number, out var place);
        if (NeedsPart(number, known ? place.Document : null))
        {
            _parts.Add(new SheetPart());
        }

        var part = _parts[^1];
        if (known)
        {
            (part.Dossier, part.Document) = place;
        }

        part.Leaves.Add(LeafOf(page));
        _partOf[number] = part;
    }

    private bool NeedsPart(int number, DraftDocument? document)
    {
        if (_parts.Count == 0 || _separators.Contains(number))
        {
            return true;
        }

        return document is not null && _parts[^1].Document is { } before && !ReferenceEquals(before, document);
    }

    private Leaf LeafOf(ArrangedPage page)
    {
        var number = page.Page.Number;
        var kind = _targets.Contains(number) ? LeafKind.Target : _separators.Contains(number) ? LeafKind.Separator : page.IsBlank ? LeafKind.Blank : LeafKind.Page;
        return new Leaf(
            number,
            kind,
            PagePictures.Of(page.Page.Master, page.Page.Frame, PreviewSize.Thumbnail),
            kind == LeafKind.Page ? TurnsOf(_node, _view, page) : 0,
            kind == LeafKind.Page ? [.. RemarksOn(page.Page, _node.Settings.Quality).Select(finding => Words.Of("batches.mark." + finding.Rule, ("found", finding.Found)))] : [],
            _damaged.Contains(number),
            _view.Readings.GetValueOrDefault(number)?.State == ReadingState.Failed);
    }

    /// <summary>Findings about a batch name the page as <c>page 12</c>.</summary>
    private SheetPart? PartOf(Finding finding) =>
        finding.Path?.Split(' ') is ["page", var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? _partOf.GetValueOrDefault(number) : null;
}
