using System.Text;
using OfficeNode.Core;
using OfficeNode.Standards.Readers;

namespace OfficeNode.Tests.Readers;

/// <summary>Reads a whole source for a test.</summary>
internal static class Reading
{
    public static readonly OfficeCode Office = OfficeCode.Parse("XX").Value;

    public static async Task<List<SourceItem>> AllAsync(ISourceReader reader, byte[] source, long after = 0)
    {
        using var stream = new MemoryStream(source);
        return await AllAsync(reader, stream, after);
    }

    public static async Task<List<SourceItem>> AllAsync(ISourceReader reader, Stream source, long after = 0)
    {
        var items = new List<SourceItem>();
        await foreach (var item in reader.ReadAsync(source, new ReadOptions { Office = Office, File = "source", After = after }, CancellationToken.None))
        {
            items.Add(item);
        }

        return items;
    }

    public static async Task<List<SourceItem>> FileAsync(ISourceReader reader, string path)
    {
        await using var stream = File.OpenRead(path);
        return await AllAsync(reader, stream);
    }

    public static Task<List<SourceItem>> CsvAsync(string csv, string columns, string more = "", ReaderLimits? limits = null, long after = 0) =>
        CsvAsync(Encoding.UTF8.GetBytes(csv), columns, more, limits, after);

    public static Task<List<SourceItem>> CsvAsync(byte[] csv, string columns, string more = "", ReaderLimits? limits = null, long after = 0) =>
        AllAsync(new CsvRegisterReader(MapOf(columns, more), limits), csv, after);

    /// <summary>A trademark mapping with these columns, which must be good.</summary>
    public static Mapping MapOf(string columns, string more = "")
    {
        var json = $$"""{ "right": "trademark", {{more}} "columns": { {{columns}} } }""";
        var reading = Mapping.Read(Encoding.UTF8.GetBytes(json), "map.json");
        return reading.Mapping ?? throw new ArgumentException(string.Join("; ", reading.Findings), nameof(columns));
    }

    public static IEnumerable<string> Rules(this IEnumerable<SourceItem> items) => items.SelectMany(item => item.Findings).Select(finding => finding.Rule);

    public static List<string?> Numbers(this IEnumerable<SourceItem> items) =>
        [.. items.Where(item => item.Record is not null).Select(item => item.Record?.ApplicationNumber?.AsPrinted)];
}
