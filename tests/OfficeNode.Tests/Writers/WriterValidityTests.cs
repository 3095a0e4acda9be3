using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Standards.Writers;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Writers;

public sealed class WriterValidityTests
{
    private static IEnumerable<TestCaseData> Samples =>
        from pair in Written.Pairs
        from operation in new[] { Operation.Insert, Operation.Update }
        select new TestCaseData(pair.Writer, pair.Right, operation).SetArgDisplayNames(pair.Writer.Standard, pair.Right.ToString(), operation.ToString());

    [TestCaseSource(nameof(Samples))]
    public void A_sample_record_is_valid_against_the_official_schema(IRecordWriter writer, Right right, Operation operation)
    {
        var export = Written.Export(writer, SampleRecords.All.First(record => record.Right == right), operation);

        var (files, findings) = Written.Write(writer, export);

        Assert.That(findings.Where(finding => finding.Severity == Severity.Error), Is.Empty, Written.Said(findings));
        Assert.Multiple(() =>
        {
            foreach (var (file, bytes) in files)
            {
                Assert.That(Written.Faults(writer, file, bytes), Is.Empty, file.Name + "\n" + Written.Said(Written.Faults(writer, file, bytes)));
                Assert.That(Written.Xmllint(writer, file, bytes), Has.Property(nameof(ToolResult.ExitCode)).Zero, file.Name);
            }
        });
    }
}
