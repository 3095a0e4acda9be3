using OfficeNode.Core;

namespace OfficeNode.Packaging;

/// <summary>One member of a package as its list describes it.</summary>
/// <param name="Dossier">As the sender names it, for its own eyes: <c>P-2026-123</c>; null for what belongs to no dossier.</param>
public sealed record ListedMember(string Path, MemberKind Kind, long Length, Digest Sha256, string? Dossier);
