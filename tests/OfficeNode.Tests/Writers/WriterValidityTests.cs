using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Standards.Writers;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Writers;

public sealed class WriterValidityTests
{
    private static IEnumerable<TestCaseData> Pairs =>
        Written.Pairs.Select(pair => new TestCaseData(pair.Writer, pair.Right).SetArgDisplayNames(pair.Writer.Standard, pair.Right.ToString()));

    [TestCaseSource(nameof(Pairs))]
    public void Every_document_is_valid_for_the_schema_set_and_for_xmllint(IRecordWriter writer, Right right)
    {
        Written.RequireSchemas(writer);
        var exports = Exports(writer, right).ToList();

        var written = exports.ConvertAll(export => Written.Write(writer, export));

        Assert.Multiple(() =>
        {
            foreach (var (files, findings) in written)
            {
                Assert.That(findings.Where(finding => finding.Severity == Severity.Error), Is.Empty, Written.Said(findings));
                Assert.That(files.SelectMany(file => Written.Faults(writer, file.File, file.Bytes)).ToList(), Is.Empty);
            }

            foreach (var documents in written.SelectMany(entry => entry.Files).GroupBy(entry => entry.File.Schema))
            {
                var judged = Written.Xmllint(writer, documents.Key, [.. documents.Select(document => document.Bytes)]);
                Assert.That(judged.ExitCode, Is.Zero, judged.Error);
            }
        });
    }

    [TestCaseSource(nameof(Pairs))]
    public void Any_record_gives_a_valid_document_or_an_error_that_says_why_not(IRecordWriter writer, Right right)
    {
        Written.RequireSchemas(writer);
        var refused = 0;
        var valid = 0;

        Prop.ForAll<int>(seed =>
        {
            var record = new ArbitraryRecord(seed).Make(right) with { Office = seed % 8 == 0 ? Code("MH") : Code("XX") };
            var export = Written.Export(writer, record, ArbitraryPages.Of(record, seed), (Operation)(Math.Abs((long)seed) % 3));
            var (files, findings) = Written.Write(writer, export);
            if (findings.Any(finding => finding.Severity == Severity.Error))
            {
                refused++;
                return files.All(file => file.Bytes.Length == 0);
            }

            valid++;
            var faults = files.SelectMany(file => Written.Faults(writer, file.File, file.Bytes)).ToList();
            return faults.Count == 0 ? true : throw new InvalidOperationException(Written.Said(faults));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true));

        Assert.That((refused, valid), Is.Not.EqualTo((0, 300)).And.Not.EqualTo((300, 0)), "The arbitrary records reach one outcome only.");
    }

    /// <summary>The good samples, the least a writer takes, the most the nouns hold, every operation, an old record known only by its registration.</summary>
    private static IEnumerable<Export> Exports(IRecordWriter writer, Right right)
    {
        var sample = SampleRecords.All.First(record => record.Right == right);
        var maximal = new SeededRecord(right).Make(right);
        yield return Written.Export(writer, sample);
        yield return Written.Export(writer, sample, Operation.Update);
        yield return Written.Export(writer, sample, []);
        yield return Written.Export(writer, sample with { ApplicationNumber = null, RegistrationNumber = Number.Of("R 1"), Abstracts = [], Descriptions = [], Claims = [] });
        yield return Written.Export(writer, Minimal(right), []);
        yield return Written.Export(writer, maximal, ArbitraryPages.One(right));
        if (writer is St96TrademarkWriter or St96DesignWriter)
        {
            yield return Written.Export(writer, sample, Operation.Delete);
        }
    }

    private static Record Minimal(Right right) => new()
    {
        Right = right,
        Office = Code("XX"),
        ApplicationNumber = Number.Of("1"),
        Language = right is Right.Trademark or Right.Design ? null : LanguageCode.Parse("en").Value,
        Titles = right is Right.Trademark or Right.Design ? [] : [LocalText.Of("")],
        Parties = right == Right.Trademark ? [] : [new Party { Role = PartyRole.Applicant, Names = [] }],
        Locarno = right == Right.Design ? [new LocarnoClass { Code = "06" }] : [],
    };

    private static OfficeCode Code(string code) => OfficeCode.Parse(code).Value;
}
