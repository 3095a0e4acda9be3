using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Writers;

/// <summary>The versions of ST.96 that are written, and how its files are named in a package.</summary>
internal static class St96Version
{
    public const string Standard = "ST.96";

    public const string V6 = "V6_0";

    public static IReadOnlyList<string> Known { get; } = [V6];

    /// <summary>The code lists of a version.</summary>
    /// <exception cref="ArgumentException">The version is not one that this program writes.</exception>
    public static St96Codes CodesOf(string version) => version == V6
        ? St96Codes.V6
        : throw new ArgumentException($"ST.96 {version} is not written here: the versions are {string.Join(", ", Known)}.", nameof(version));

    /// <summary>One XML file per record at the top of the package, its images beside it under the same name with the page number; views <c>_design_view</c>.</summary>
    public static ExportNames Names(IRecordWriter writer, Record record, int twin, IReadOnlyList<PagePlace> pages, string schema)
    {
        WriterMisuse.ThrowUnlessTaken(writer, record.Right);
        var stem = NumberName.Of(record, twin);
        var counts = new Dictionary<int, int>();
        var images = new List<string>(pages.Count);
        foreach (var page in pages)
        {
            var design = record.Right == Right.Design ? page.DesignNumber ?? 1 : 0;
            var count = counts[design] = counts.GetValueOrDefault(design) + 1;
            var place = design == 0
                ? string.Create(CultureInfo.InvariantCulture, $"_{count:D4}")
                : string.Create(CultureInfo.InvariantCulture, $"_M{design:D3}_{count:D3}");
            images.Add(stem + place + ImageExtension.Of(page.Format));
        }

        return new ExportNames { Folder = "", Files = [new RecordFile(RecordFileKind.Data, stem + ".xml", schema)], Pages = images };
    }
}

/// <summary>Refuses what only a mistake in the calling code can hand to a writer.</summary>
internal static class WriterMisuse
{
    public static void ThrowUnlessTaken(IRecordWriter writer, Right right)
    {
        if (!writer.Rights.Contains(right))
        {
            throw new ArgumentException($"{writer.GetType().Name} writes {string.Join(", ", writer.Rights)}, not {right}.", nameof(right));
        }
    }
}
