using System.Xml;
using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>The formats of register data that are read.</summary>
public enum SourceFormat
{
    Unknown,
    Csv,
    St36,
    St66,
}

/// <summary>Tells a source's format from its first bytes.</summary>
public static class SourceDetection
{
    private const string Accepted = "CSV; a patent document of ST.36 (ep-patent-document, us-patent-grant, us-patent-application); trademark transactions of ST.66";

    private static readonly (byte[] Start, string Name)[] Others =
    [
        ("PK"u8.ToArray(), "a ZIP file or a document of an office program"),
        ("%PDF"u8.ToArray(), "a PDF file"),
        ([0xD0, 0xCF, 0x11, 0xE0], "a document of an older office program"),
        ([0x1F, 0x8B], "a gzip file"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz file"),
        ("II*\0"u8.ToArray(), "a TIFF image"),
        ("MM\0*"u8.ToArray(), "a TIFF image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
        ("SQLite format 3"u8.ToArray(), "an SQLite database"),
        ("{"u8.ToArray(), "a JSON file"),
        ("["u8.ToArray(), "a JSON file"),
    ];

    /// <summary>How many bytes <see cref="Detect"/> should be given; fewer are enough where the source is shorter.</summary>
    public static int HeadBytes => ReaderLimits.Default.HeadBytes;

    /// <summary>Tells the format; of what is not accepted, the finding says what it looks like and what is.</summary>
    public static (SourceFormat Format, Finding? Finding) Detect(ReadOnlySpan<byte> head, string? file)
    {
        foreach (var (start, name) in Others)
        {
            if (head.StartsWith(start))
            {
                return Unknown(file, name);
            }
        }

        var encoding = TextEncoding.Detect(head);
        var text = encoding.Encoding.GetString(head[encoding.MarkLength..]);
        return text.AsSpan().TrimStart() is ['<', ..]
            ? OfXml(head, text, file)
            : text.AsSpan().IndexOf('\0') >= 0 ? Unknown(file, "a binary file") : (SourceFormat.Csv, null);
    }

    private static (SourceFormat Format, Finding? Finding) OfXml(ReadOnlySpan<byte> head, string text, string? file)
    {
        var root = RootOf(head.ToArray());
        if (root is null)
        {
            return Unknown(file, "XML without a readable root element");
        }

        if (St36Reader.IsRoot(root))
        {
            return (SourceFormat.St36, null);
        }

        // EUIPO's designs open with the same element: what stands inside tells marks from designs.
        var isMarks = root == "Transaction" && (text.Contains("TradeMark", StringComparison.Ordinal) || !text.Contains("<Design", StringComparison.Ordinal));
        return isMarks ? (SourceFormat.St66, null) : Unknown(file, $"XML with the root element {root}");
    }

    private static string? RootOf(byte[] head)
    {
        using var reader = XmlReader.Create(new MemoryStream(head), new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        try
        {
            return reader.MoveToContent() == XmlNodeType.Element ? reader.LocalName : null;
        }
        catch (XmlException)
        {
            return null;   // what the reader of the whole source would say is said by it; here only the root's name is asked for
        }
    }

    private static (SourceFormat Format, Finding? Finding) Unknown(string? file, string found) => (SourceFormat.Unknown, new Finding(ReaderFindings.FormatUnknown, Severity.Error)
    {
        File = file,
        Found = found,
        Expected = Accepted,
    });
}
