using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Standards.Writers;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Writers;

public sealed class GoldenWriterTests
{
    private static IEnumerable<TestCaseData> Pairs =>
        Written.Pairs.Select(pair => new TestCaseData(pair.Writer, pair.Right).SetArgDisplayNames(pair.Writer.Standard, pair.Right.ToString()));

    [TestCaseSource(nameof(Pairs))]
    public void A_sample_record_gives_the_golden_bytes(IRecordWriter writer, Right right)
    {
        var export = Written.Export(writer, SampleRecords.All.First(record => record.Right == right));
        var folder = Written.Names(writer, export).Folder;

        var files = Written.Write(writer, export).Files;

        Assert.Multiple(() =>
        {
            foreach (var (file, bytes) in files)
            {
                Golden.Compare(Path.Combine($"{writer.Standard}-{writer.Version}", folder, file.Name), bytes);
            }
        });
    }
}
