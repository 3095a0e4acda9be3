using System.Text;
using OfficeNode.Core;
using OfficeNode.Core.Checksums;
using OfficeNode.Packaging;

namespace OfficeNode.Benchmarks;

/// <summary>Documents and images that are packed and hashed: made once, in a folder.</summary>
internal static class Material
{
    private const int ImageLength = 100_000;        // a page of Group 4 has 30 to 150 KB

    /// <summary>Makes them: the members of a package, and their bytes in files, the documents in a single one so that opening it costs nothing.</summary>
    public static async Task<IReadOnlyList<PackageMember>> MakeAsync(string folder, int documents, long imageBytes, CancellationToken cancellationToken)
    {
        var random = new Random(1);
        var members = new List<PackageMember>();
        await using var documentFile = File.Create(Path.Combine(folder, "documents.deflated"));
        for (var number = 0; number < documents; number++)
        {
            var prepared = await PreparedContent.PrepareAsync(Document(random), cancellationToken);
            await documentFile.WriteAsync(prepared.Deflated, cancellationToken);
            members.Add(new PackageMember($"T{number:D6}/record.xml", MemberKind.Record, prepared));
        }

        var image = new byte[ImageLength];
        for (var number = 0; number * (long)ImageLength < imageBytes; number++)
        {
            random.NextBytes(image);
            var path = Path.Combine(folder, $"{number:D6}.tif");
            await File.WriteAllBytesAsync(path, image, cancellationToken);
            var content = new StoredContent(() => File.OpenRead(path), ImageLength, Crc32.Of(image), Digest.Of(image));
            members.Add(new PackageMember($"P{number / 20:D6}/{number % 20 + 1:D8}.tif", MemberKind.Image, content));
        }

        return members;
    }

    /// <summary>About 8 KB of XML, as a mark has (design bar: 8 KB on average).</summary>
    private static byte[] Document(Random random)
    {
        var text = new StringBuilder("<Trademark>");
        while (text.Length < 8000)
        {
            text.Append("<GoodsServicesDescriptionText>").Append(random.NextInt64()).Append("</GoodsServicesDescriptionText>");
        }

        return Encoding.UTF8.GetBytes(text.Append("</Trademark>").ToString());
    }
}
