using OfficeNode.Core;

namespace OfficeNode.Packaging;

/// <summary>What a member of a package is, as the member list and the counts of the manifest name it.</summary>
public enum MemberKind
{
    /// <summary>The bibliographic data of one record.</summary>
    Record,

    /// <summary>A page image, a picture of a mark or a view of a design.</summary>
    Image,

    /// <summary>The full text of a document.</summary>
    Text,

    /// <summary>What describes the collection as a whole.</summary>
    Collection,
}

/// <summary>One file to be put into a package.</summary>
/// <param name="Path">Inside the package; see <see cref="Zip.MemberPath"/>.</param>
/// <param name="Dossier">The dossier it belongs to, as <c>P-2026-123</c>; null for the collection's own.</param>
public sealed record PackageMember(string Path, MemberKind Kind, MemberContent Content, DossierName? Dossier = null);
