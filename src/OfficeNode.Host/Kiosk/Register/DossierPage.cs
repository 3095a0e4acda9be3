using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Kiosk.Register;

/// <summary>One page of a dossier opened large, with its neighbours and what OCR read on it.</summary>
internal sealed record DossierPage
{
    public required Page Page { get; init; }

    /// <summary>Dossier, document and number.</summary>
    public required string Title { get; init; }

    public PageId? Previous { get; init; }

    public PageId? Next { get; init; }

    /// <summary>What was read, a paragraph each; empty where nobody read it.</summary>
    public required IReadOnlyList<string> Blocks { get; init; }

    /// <summary>How sure the reading machine was, 0 to 100.</summary>
    public required string Confidence { get; init; }

    /// <summary>Null when the dossier has no such page.</summary>
    public static DossierPage? Find(Node node, DossierId dossier, PageId id)
    {
        var (pages, name, digest) = node.Register.Read(session =>
        {
            var all = session.Pages.Of(dossier);
            var wanted = all.FirstOrDefault(page => page.Id == id);
            return wanted is null ? ([], null, null) : (all, session.Dossiers.Get(dossier).Name, session.Trail.TextOf(wanted));
        });
        var place = pages.Index().FirstOrDefault(page => page.Item.Id == id);
        if (name is null || place.Item is not { } found)
        {
            return null;
        }

        var text = digest is { } known ? node.Pages.ReadText(known) : null;
        return new DossierPage
        {
            Page = found,
            Title = Words.Of("register.page.title", ("dossier", name.Number), ("document", Words.Of("document-name." + found.Document)), ("number", found.Sequence)),
            Previous = place.Index > 0 ? pages[place.Index - 1].Id : null,
            Next = place.Index + 1 < pages.Count ? pages[place.Index + 1].Id : null,
            Blocks = text is null ? [] : [.. text.Blocks.Select(block => string.Join('\n', block.Lines.Select(line => line.Text())))],
            Confidence = (text?.Confidence() ?? 0).ToString("N0", CultureInfo.CurrentCulture),
        };
    }
}
