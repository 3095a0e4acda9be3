using OfficeNode.Core;
using OfficeNode.Core.Json;
using OfficeNode.Core.Keying;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>Puts an entry into the register: dossier, pages, revision, and who released it. Within the caller's transaction.</summary>
internal sealed class EntryFiling
{
    private readonly string _author;

    public EntryFiling(string author) => _author = author;

    /// <summary>What speaks against it, whoever releases.</summary>
    public static IReadOnlyList<Finding> Against(RegisterSession session, Entry entry, JudgedEntry judged)
    {
        if (entry.Dossier is { } dossier)
        {
            var current = session.Dossiers.Get(dossier);
            if (current.Revision != entry.Base)
            {
                return [new Finding(KeyingFindings.BaseChanged, Severity.Error) { Found = current.Name.ToString() }];
            }
        }
        else if (session.Dossiers.Match(judged.Record) is not null)
        {
            return [new Finding(KeyingFindings.NumberOfOther, Severity.Error) { Path = "applicationNumber", Found = judged.Record.IdentifyingNumber?.AsPrinted }];
        }

        return [.. judged.Errors.Select(found => found.Finding)];
    }

    /// <param name="sample">The sample that stands for it; null where it was looked at itself.</param>
    public DossierId File(RegisterSession session, Entry entry, JudgedEntry judged, CutPictures pictures, long? sample)
    {
        var dossier = Save(session, entry, judged.Record);
        FilePages(session, entry, dossier);
        FilePictures(session, entry, dossier, pictures);
        var isOwn = string.Equals(entry.KeyedBy, _author, StringComparison.OrdinalIgnoreCase);
        var level = entry.Level == TextLevel.Checked && !isOwn && sample is null ? TextLevel.Proofread : entry.Level;
        session.Releases.Add(entry, dossier, session.Dossiers.Get(dossier).Revision, _author, level, isOwn, sample);
        if (session.Accuracy.SpoiledOf(entry.Id) is { Noticed: null })
        {
            session.Accuracy.SetNoticed(entry.Id, false);
        }

        session.Entries.SetRemark(entry.Id, null, _author);
        session.Entries.Move(entry.Id, EntryState.Released, level);
        session.Entries.Bind(entry.Id, dossier, session.Dossiers.Get(dossier).Revision);
        return dossier;
    }

    // Pages may be all that is new: the same record again is no new state of it.
    private DossierId Save(RegisterSession session, Entry entry, Record record)
    {
        var json = RecordJson.Write(record);
        return entry.Dossier is { } known && session.Revisions.CurrentDigest(known) is { } current && current.Digest == Digest.Of(json)
            ? known
            : session.Save(entry.Dossier, record, json, _author, null);
    }

    private static void FilePages(RegisterSession session, Entry entry, DossierId dossier)
    {
        foreach (var page in session.EntryPages.Of(entry.Id).Where(page => page is { IsBlank: false, Filed: null }))
        {
            if (page.Document is { } document)
            {
                var filed = session.Pages.Append(new NewPage
                {
                    Dossier = dossier,
                    Document = document,
                    Master = page.Master,
                    Frame = page.Frame,
                    Facts = page.Facts,
                    Origin = page.Origin,
                    Turns = page.Turns,
                });
                session.EntryPages.SetFiled(entry.Id, page.Number, filed);
            }
        }
    }

    private static void FilePictures(RegisterSession session, Entry entry, DossierId dossier, CutPictures pictures)
    {
        foreach (var picture in pictures.Pictures)
        {
            session.Masters.Enter(picture.Master);
            var filed = session.Pages.Append(new NewPage
            {
                Dossier = dossier,
                Document = picture.Crop.Document,
                DesignNumber = picture.Crop.Design,
                Master = picture.Master,
                Frame = 0,
                Facts = picture.Facts,
                Origin = picture.Origin,
            });
            session.EntryPages.SetCropFiled(entry.Id, picture.Crop.Number, filed);
        }
    }
}
