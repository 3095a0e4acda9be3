using OfficeNode.Core;
using OfficeNode.Core.Keying;
using OfficeNode.Core.Ledgers;
using OfficeNode.Storage;

namespace OfficeNode.Host.Journey;

/// <summary>Who may key a folio now: one person at a time, as with entries. Read and written within one transaction.</summary>
internal sealed class FolioAccess
{
    private readonly Node _node;
    private readonly string _author;

    public FolioAccess(Node node, string author)
    {
        _node = node;
        _author = author;
    }

    /// <summary>Another person who holds a folio now; null where nobody else does.</summary>
    public Claim? HolderOf(Folio folio) => folio.Claim is { } claim && !IsAuthor(claim.Person) && claim.HoldsAt(_node.Time.GetUtcNow()) ? claim : null;

    /// <summary>Why this person may not key a folio; null when they may.</summary>
    public Finding? Against(RegisterSession session, Folio? folio) => folio switch
    {
        null => new Finding(LedgerFindings.Unknown, Severity.Error),
        _ => HolderOf(folio) is { } holder ? new Finding(LedgerFindings.Held, Severity.Error) { Found = PersonNames.Read(session).Of(holder.Person), Expected = folio.Label } : null,
    };

    /// <summary>Takes a folio into one's hands, and lets go of others of its volume, or gives a sign of life of having it.</summary>
    public void Hold(RegisterSession session, Folio folio)
    {
        if (folio.Claim is { } claim && IsAuthor(claim.Person) && claim.HoldsAt(_node.Time.GetUtcNow()))
        {
            session.Volumes.See(folio.Volume, folio.Number);
        }
        else
        {
            session.Volumes.Hold(folio.Volume, folio.Number, _author);
            session.Volumes.LetGoOthers(folio.Volume, folio.Number, _author);
        }
    }

    public bool IsAuthor(string person) => string.Equals(person, _author, StringComparison.OrdinalIgnoreCase);
}
