using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Sync;

/// <summary>The names of an unfinished upload: <c>.NAME.&lt;16 hex of its SHA-256&gt;.part</c>, then <c>.part2</c> to <c>.part9</c>.</summary>
/// <remarks>The digest ties the bytes to the file: a package that was rebuilt under the same name never goes on behind another's beginning.</remarks>
internal static class PartName
{
    private const int Most = 9;
    private const int DigestShown = 16;

    /// <summary>The names in the order in which they are tried.</summary>
    public static IEnumerable<RemotePath> Of(Upload upload) => Enumerable.Range(1, Most).Select(number => Of(upload.Folder, upload.Name, upload.Digest, number));

    /// <summary>Says that every name is taken by something that is not the beginning of this file.</summary>
    public static DeliveryException Exhausted(Upload upload) => new(
        DeliveryFault.NameTaken,
        $"{upload.Folder} holds {Most} unfinished uploads of {upload.Name} that do not begin as it does.")
    {
        Path = upload.Folder.Child(upload.Name).Value,
        Found = $"{Most} unfinished uploads with other bytes",
        Expected = "none, or the beginning of this package",
    };

    private static RemotePath Of(RemotePath folder, string name, Digest digest, int number) => folder.Child(
        $".{name}.{digest.Value[..DigestShown]}.part{(number == 1 ? "" : number.ToString(CultureInfo.InvariantCulture))}");
}
