using OfficeNode.Core;
using OfficeNode.Core.Keying;
using OfficeNode.Storage;

namespace OfficeNode.Host.Journey;

/// <summary>The pages of entries as people see them, and as release files them.</summary>
internal static class EntryPages
{
    /// <summary>The pages handed over, then those that the dossier has already.</summary>
    public static IReadOnlyList<EntryPage> Of(RegisterSession session, Entry entry)
    {
        var own = session.EntryPages.Of(entry.Id);
        var filed = own.Select(page => page.Filed).OfType<PageId>().ToHashSet();
        var before = entry.Dossier is { } dossier ? session.Pages.Of(dossier).Where(page => !filed.Contains(page.Id)) : [];
        return
        [
            .. own,
            .. before.Select((page, place) => new EntryPage
            {
                Number = own.Count + place + 1,
                Document = page.Document,
                Master = page.Master,
                Frame = page.Frame,
                Facts = page.Facts,
                Turns = page.Turns,
                Origin = page.Origin,
                Filed = page.Id,
            }),
        ];
    }

    /// <summary>The pages of the dossier as they would be after release: blank ones stay with the batch.</summary>
    public static IReadOnlyList<Page> AsFiled(RegisterSession session, Entry entry, IReadOnlyList<EntryPage> own, IReadOnlyList<EntryCrop> crops)
    {
        var pages = new List<Page>(entry.Dossier is { } dossier ? session.Pages.Of(dossier) : []);
        var counts = pages.GroupBy(page => page.Document).ToDictionary(group => group.Key, group => group.Max(page => page.Sequence));
        foreach (var (document, page, design, facts) in ToFile(own, crops))
        {
            counts[document] = counts.GetValueOrDefault(document) + 1;
            pages.Add(new Page
            {
                Id = default,
                Dossier = entry.Dossier ?? default,
                Document = document,
                Sequence = counts[document],
                Master = page.Master,
                Frame = page.Frame,
                Facts = facts,
                Turns = page.Turns,
                DesignNumber = design,
                Origin = page.Origin,
            });
        }

        return [.. pages.OrderBy(page => page.Document.Value, StringComparer.Ordinal).ThenBy(page => page.Sequence)];
    }

    // A part that is cut out is a picture of its own: its facts are guessed by the box until it is made.
    private static IEnumerable<(DocumentCode Document, EntryPage Page, int? Design, ImageFacts Facts)> ToFile(IReadOnlyList<EntryPage> own, IReadOnlyList<EntryCrop> crops)
    {
        foreach (var page in own.Where(page => page is { IsBlank: false, Filed: null }))
        {
            if (page.Document is { } document)
            {
                yield return (document, page, null, page.Facts);
            }
        }

        foreach (var crop in crops.Where(crop => !crop.IsProposed))
        {
            if (own.FirstOrDefault(page => page.Number == crop.Page) is { } page)
            {
                var facts = page.Facts with { Format = ImageFormat.Jpeg, Compression = ImageCompression.Jpeg, Width = crop.Box.Width, Height = crop.Box.Height, BitsPerSample = 8, Frames = 1 };
                yield return (crop.Document, page, crop.Design, facts);
            }
        }
    }
}
