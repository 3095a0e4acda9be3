using OfficeNode.Core;

namespace OfficeNode.Standards.Writers;

/// <summary>A page that needs a name inside a package: what it shows and the format it will have there.</summary>
/// <param name="DesignNumber">For a design's view: the design it belongs to; null for the first.</param>
public sealed record PagePlace(DocumentCode Document, ImageFormat Format, int? DesignNumber = null);

/// <summary>Which part of a record an XML file of a package holds.</summary>
public enum RecordFileKind
{
    /// <summary>The bibliographic data, with the texts that are open.</summary>
    Data,

    /// <summary>The list of all pages as images of the whole document.</summary>
    Facsimile,

    /// <summary>The list of the files in the record's folder.</summary>
    Contents,
}

/// <summary>One XML file of a record.</summary>
/// <param name="Name">File name inside the record's folder.</param>
/// <param name="Schema">The official schema or DTD file it must be valid against; null where the standard has none.</param>
public sealed record RecordFile(RecordFileKind Kind, string Name, string? Schema);

/// <summary>The names that one record takes in a package: safe on every file system, and never those of another record.</summary>
/// <remarks>Two records of one package share no name as long as right, number as printed and ordinal differ: see <see cref="NumberName"/>.</remarks>
public sealed record ExportNames
{
    /// <summary>The record's own folder in the package; empty when its files lie at the top.</summary>
    public required string Folder { get; init; }

    /// <summary>The XML files, in the order they are written.</summary>
    public required IReadOnlyList<RecordFile> Files { get; init; }

    /// <summary>The image names, one per page in the order the pages were given.</summary>
    public required IReadOnlyList<string> Pages { get; init; }

    /// <summary>The path inside the package of one of the record's files.</summary>
    public string PathOf(string file) => Folder.Length == 0 ? file : Folder + "/" + file;
}

/// <summary>The extension of an image file by its format.</summary>
internal static class ImageExtension
{
    public static string Of(ImageFormat format) => format switch
    {
        ImageFormat.Tiff => ".tif",
        ImageFormat.Jpeg => ".jpg",
        ImageFormat.Png => ".png",
        ImageFormat.Pdf => ".pdf",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };
}
