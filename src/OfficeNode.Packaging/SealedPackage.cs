using OfficeNode.Core;

namespace OfficeNode.Packaging;

/// <summary>A finished package: every byte of it and of its sidecars is on the medium.</summary>
/// <param name="Folder">Where its four files lie.</param>
/// <param name="Length">Of the ZIP, in bytes.</param>
/// <param name="Sha256">Of the ZIP.</param>
/// <param name="Members">How many the ZIP has.</param>
public sealed record SealedPackage(PackageName Name, string Folder, long Length, Digest Sha256, long Members, Manifest Manifest)
{
    public string ZipPath => Path.Combine(Folder, Name.ZipFile);

    /// <summary>The names of the four files, the ZIP last: where it is, the sidecars are.</summary>
    internal static IReadOnlyList<string> FilesOf(PackageName name) => [name.MembersFile, name.ManifestFile, name.SignatureFile, name.ZipFile];
}
