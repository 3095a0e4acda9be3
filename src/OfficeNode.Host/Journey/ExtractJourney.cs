using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Core.People;
using OfficeNode.Host.Texts;
using OfficeNode.Packaging.Signatures;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>What a node says of an extract that it kept.</summary>
/// <param name="IsGenuine">Whether content, digest and signature still belong together, by the node's own key.</param>
/// <param name="Newest">The revision that the dossier has now.</param>
internal sealed record CheckedExtract(StoredExtract Stored, ExtractContent Content, bool IsGenuine, int Newest);

/// <summary>Makes certified extracts: states of records, signed by the node in the name of a person, kept for ever.</summary>
internal sealed class ExtractJourney
{
    private readonly Node _node;

    public ExtractJourney(Node node) => _node = node;

    /// <summary>Certifies what a person saw.</summary>
    /// <param name="lines">Of the revision, as the paper shall have them.</param>
    /// <param name="isPublic">Whether an act has opened the dossier.</param>
    /// <returns>The extract's number, or what stands against it: then nothing was made.</returns>
    /// <exception cref="Core.Disk.StorageException">The node's key cannot be read.</exception>
    public (long? Number, IReadOnlyList<Finding> Findings) Make(Person signatory, Revision seen, IReadOnlyList<ExtractLine> lines, bool isPublic)
    {
        using var key = NodeKey.Load(_node.Folder.Keys);
        long? number = null;
        var name = _node.Register.Read(session => session.Dossiers.Get(seen.Dossier).Name);
        var deed = new Deed(signatory.Name.Value, "extract", string.Create(CultureInfo.InvariantCulture, $"{name}, revision {seen.Ordinal}, {seen.Digest}"));
        var findings = _node.Register.TryWrite(deed, session =>
        {
            if (session.Dossiers.Get(seen.Dossier).Revision != seen.Id)
            {
                return [new Finding(RegisterFindings.ExtractOutdated, Severity.Error) { Dossier = name.ToString() }];
            }

            number = session.Extracts.NextId;
            var content = Compose(session, number.Value, signatory, seen, lines, isPublic).Write();
            session.Extracts.Keep(number.Value, seen, content, key.Sign(content), signatory.Name.Value);
            return [];
        });
        return (findings.Count == 0 ? number : null, findings);
    }

    /// <summary>An extract as it was kept, checked; null when there is none of this number.</summary>
    public CheckedExtract? Find(long number)
    {
        var found = _node.Register.Read(session => session.Extracts.Find(number) is { } stored
            ? (Stored: stored, Newest: session.Revisions.Current(stored.Dossier)?.Ordinal ?? 0)
            : default);
        if (found.Stored is not { } extract)
        {
            return null;
        }

        using var key = NodeKey.Load(_node.Folder.Keys);
        var signature = DetachedSignature.Check(extract.Content, extract.Signature, [key.Certificate], _node.Time.GetUtcNow());
        var isGenuine = Digest.Of(extract.Content) == extract.Digest && signature.All(finding => finding.Severity != Severity.Error);
        return new CheckedExtract(extract, ExtractContent.Read(extract.Content), isGenuine, found.Newest);
    }

    private ExtractContent Compose(RegisterSession session, long number, Person signatory, Revision seen, IReadOnlyList<ExtractLine> lines, bool isPublic)
    {
        var dossier = session.Dossiers.Get(seen.Dossier);
        return new ExtractContent
        {
            Number = number,
            Office = _node.Settings.Office.Value,
            OfficeName = _node.Settings.Name,
            Dossier = dossier.Name.ToString(),
            DossierNumber = dossier.Name.Number,
            Right = dossier.Right.ToString(),
            Revision = seen.Ordinal,
            RevisionDigest = seen.Digest.Value,
            RevisionAt = seen.At,
            AuditHead = session.Audit.Head.Value,
            MadeAt = _node.Time.GetUtcNow(),
            Signatory = new ExtractSignatory(
                signatory.Name.Value,
                signatory.FullName,
                [.. signatory.Roles.Where(role => RolePermissions.Allow([role], Permission.Certify)).Select(role => role.ToString())]),
            Language = Language.Current.Tag.Value,
            IsPublic = isPublic,
            Lines = lines,
            Pictures =
            [
                .. session.Pages.Of(seen.Dossier)
                    .Where(page => page.Document == DocumentCode.MarkImage || page.Document == DocumentCode.DesignViews)
                    .Select(page => new ExtractPicture(page.Document.Value, page.Sequence, page.Master.Digest.Value, page.Frame)),
            ],
        };
    }
}
