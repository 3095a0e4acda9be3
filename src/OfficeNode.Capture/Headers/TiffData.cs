namespace OfficeNode.Capture.Headers;

/// <summary>Where the strips or tiles of a TIFF frame stand, as its directory says.</summary>
internal sealed class TiffData
{
    private readonly TiffDirectory _directory;
    private readonly int _offsets;
    private readonly int _lengths;

    private TiffData(TiffDirectory directory, int offsets, int lengths)
    {
        _directory = directory;
        _offsets = offsets;
        _lengths = lengths;
    }

    public bool Tiled => _offsets == TiffTag.TileOffsets;

    public uint Blocks => _directory.CountOf(_offsets);

    /// <summary>Some old writers leave the lengths out; then only the offsets can be checked.</summary>
    public bool HasLengths => _directory.CountOf(_lengths) > 0;

    public static TiffData Of(TiffDirectory directory) => directory.Has(TiffTag.TileOffsets)
        ? new(directory, TiffTag.TileOffsets, directory.Has(TiffTag.TileByteCounts) ? TiffTag.TileByteCounts : TiffTag.StripByteCounts)
        : new(directory, TiffTag.StripOffsets, TiffTag.StripByteCounts);

    public long? OffsetOf(uint block) => _directory.Number(_offsets, block);

    public long? LengthOf(uint block) => _directory.Number(_lengths, block);
}
