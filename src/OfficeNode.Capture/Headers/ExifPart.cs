namespace OfficeNode.Capture.Headers;

/// <summary>What the EXIF part of a JPEG says about showing it; damage in it is ignored, the picture does not need it.</summary>
internal sealed record ExifPart(double? DpiX, double? DpiY, int Orientation, bool HasLocation)
{
    private static readonly ExifPart None = new(null, null, 1, HasLocation: false);

    /// <summary>Reads the TIFF structure that begins at an offset.</summary>
    public static ExifPart Read(HeaderWindow window, long offset, int mostTags)
    {
        Span<byte> header = stackalloc byte[8];
        if (!window.TryRead(offset, header) || ImageSignatures.FormatOf(header) != Core.ImageFormat.Tiff)
        {
            return None;
        }

        var littleEndian = header[0] == 'I';
        var place = header[4..];
        if (!littleEndian)
        {
            place.Reverse();
        }

        var first = System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(place);
        var directory = TiffDirectory.Read(window, offset, first, littleEndian, mostTags);
        return directory is null ? None : Of(directory);
    }

    private static ExifPart Of(TiffDirectory directory)
    {
        double? perInch = directory.Number(TiffTag.ResolutionUnit) switch { null or 2 => 1, 3 => Resolution.CentimetresPerInch, _ => null };
        return new(
            Resolution.PerInch(directory.Fraction(TiffTag.XResolution) * perInch),
            Resolution.PerInch(directory.Fraction(TiffTag.YResolution) * perInch),
            directory.Number(TiffTag.Orientation) is >= 1 and <= 8 and var turn ? (int)turn : 1,
            directory.Has(TiffTag.GpsDirectory));
    }
}
