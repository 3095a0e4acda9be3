namespace OfficeNode.Packaging.Zip;

/// <summary>What the headers of one member say.</summary>
/// <param name="Name">The path in UTF-8.</param>
/// <param name="Offset">Where the local header begins.</param>
internal readonly record struct ZipEntry(ReadOnlyMemory<byte> Name, ZipMethod Method, uint Checksum, long StoredLength, long Length, long Offset);
