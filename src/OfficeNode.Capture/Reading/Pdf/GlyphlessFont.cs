using System.Buffers.Binary;
using System.Text;

namespace OfficeNode.Capture.Reading.Pdf;

/// <summary>A font whose every letter is half as wide as the font is high, and shows nothing: it carries the words of a page over its picture.</summary>
/// <remarks>
/// A composite font with two-byte codes that are UTF-16 (ISO 32000-1, 9.7). The font program is the smallest TrueType that readers take: six tables,
/// two glyphs without outlines (OpenType 1.9: <c>head</c>, <c>hhea</c>, <c>maxp</c>, <c>hmtx</c>, <c>loca</c>, <c>glyf</c>).
/// </remarks>
internal static class GlyphlessFont
{
    /// <summary>The width of a letter, as a part of the font's size.</summary>
    public const double LetterWidth = 0.5;

    /// <summary>How far letters reach below the line they stand on, as a part of the font's size.</summary>
    public const double Depth = 0.2;

    private const int UnitsPerEm = 1_000;
    private const int Advance = 500;
    private const int Ascent = 800;
    private const int Descent = -200;
    private const int Codes = 1 << 16;

    // A table of a character map holds at most 100 ranges (Adobe Technical Note 5014).
    private const int MostRanges = 100;

    private const string Name = "Glyphless";

    /// <summary>Writes the font and what belongs to it.</summary>
    public static void Write(PdfOutput pdf, int number)
    {
        var (descendant, descriptor, program, glyphs, unicode) = (pdf.Reserve(), pdf.Reserve(), pdf.Reserve(), pdf.Reserve(), pdf.Reserve());
        pdf.Object(number, $"<< /Type /Font /Subtype /Type0 /BaseFont /{Name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {unicode} 0 R >>");
        pdf.Object(
            descendant,
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{Name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /DW {Advance} /CIDToGIDMap {glyphs} 0 R >>");

        // Flags: fixed pitch and symbolic.
        pdf.Object(
            descriptor,
            $"<< /Type /FontDescriptor /FontName /{Name} /Flags 5 /FontBBox [0 {Descent} {Advance} {Ascent}] /ItalicAngle 0 /Ascent {Ascent} /Descent {Descent} /CapHeight {Ascent} /StemV 80 /FontFile2 {program} 0 R >>");
        var file = Program();
        pdf.Compressed(program, $"/Length1 {file.Length}", file);
        pdf.Compressed(glyphs, "", GlyphOfEachCode());
        pdf.Compressed(unicode, "", Encoding.ASCII.GetBytes(ToUnicode()));
    }

    private static byte[] GlyphOfEachCode()
    {
        var glyphs = new byte[2 * Codes];
        for (var i = 1; i < glyphs.Length; i += 2)
        {
            glyphs[i] = 1;
        }

        return glyphs;
    }

    /// <summary>Each code means itself; a range may not pass a change of the first byte.</summary>
    private static string ToUnicode()
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            + "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        for (var first = 0; first < 256; first += MostRanges)
        {
            var end = Math.Min(first + MostRanges, 256);
            map.Append(PdfOutput.Invariant($"{end - first} beginbfrange\n"));
            for (var high = first; high < end; high++)
            {
                map.Append(PdfOutput.Invariant($"<{high:X2}00> <{high:X2}FF> <{high:X2}00>\n"));
            }

            map.Append("endbfrange\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }

    private static byte[] Program()
    {
        var tables = new (string Tag, byte[] Bytes)[] { ("glyf", new byte[4]), ("head", Head()), ("hhea", HorizontalHeader()), ("hmtx", Metrics()), ("loca", new byte[6]), ("maxp", Profile()) };
        var start = 12 + 16 * tables.Length;
        var file = new byte[start + tables.Sum(table => Padded(table.Bytes.Length))];
        Put(file, 0, 0x00010000);
        Put16(file, 4, tables.Length);
        Put16(file, 6, 64);   // 16 times the largest power of two among the tables, its exponent, and the rest
        Put16(file, 8, 2);
        Put16(file, 10, 16 * tables.Length - 64);
        for (var (i, at) = (0, start); i < tables.Length; at += Padded(tables[i].Bytes.Length), i++)
        {
            var (tag, bytes) = tables[i];
            bytes.CopyTo(file, at);
            Encoding.ASCII.GetBytes(tag).CopyTo(file, 12 + 16 * i);
            Put(file, 16 + 16 * i, Sum(file.AsSpan(at, Padded(bytes.Length))));
            Put(file, 20 + 16 * i, (uint)at);
            Put(file, 24 + 16 * i, (uint)bytes.Length);
        }

        // Makes the sum over the whole file what OpenType wants it to be.
        Put(file, start + Padded(4) + 8, 0xB1B0AFBA - Sum(file));
        return file;
    }

    private static byte[] Head()
    {
        var table = new byte[54];
        Put(table, 0, 0x00010000);
        Put(table, 4, 0x00010000);
        Put(table, 12, 0x5F0F3CF5);   // the magic number
        Put16(table, 18, UnitsPerEm);
        Put16(table, 46, 8);          // smallest readable size
        Put16(table, 48, 2);          // direction
        return table;
    }

    private static byte[] HorizontalHeader()
    {
        var table = new byte[36];
        Put(table, 0, 0x00010000);
        Put16(table, 4, Ascent);
        Put16(table, 6, Descent);
        Put16(table, 10, Advance);
        Put16(table, 18, 1);          // slope of the caret: upright
        Put16(table, 34, 1);          // metrics
        return table;
    }

    private static byte[] Metrics()
    {
        var table = new byte[6];
        Put16(table, 0, Advance);     // for both glyphs; the bearings are 0
        return table;
    }

    private static byte[] Profile()
    {
        var table = new byte[32];
        Put(table, 0, 0x00010000);
        Put16(table, 4, 2);           // glyphs
        Put16(table, 14, 1);          // zones
        return table;
    }

    private static int Padded(int length) => (length + 3) / 4 * 4;

    private static uint Sum(ReadOnlySpan<byte> words)
    {
        var sum = 0u;
        for (var i = 0; i < words.Length; i += 4)
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(words[i..]));
        }

        return sum;
    }

    private static void Put(byte[] table, int at, uint value) => BinaryPrimitives.WriteUInt32BigEndian(table.AsSpan(at), value);

    private static void Put16(byte[] table, int at, int value) => BinaryPrimitives.WriteInt16BigEndian(table.AsSpan(at), (short)value);
}
