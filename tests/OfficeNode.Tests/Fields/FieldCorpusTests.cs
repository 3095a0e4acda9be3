using NUnit.Framework;
using OfficeNode.Capture.Fields;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Fields;

public sealed class FieldCorpusTests
{
    // What is missing of each stands on forms in words that no rule has, or was misread; fewer would be a step back.
    [TestCase("patent-eng", "eng", 9)]
    [TestCase("design-fra", "fra", 9)]
    [TestCase("trademark-spa", "spa", 7)]
    [TestCase("patent-rus", "rus+eng", 8)]
    [TestCase("patent-ara", "ara+eng", 8)]
    [TestCase("boxes-patent-eng", "eng", 9)]
    [TestCase("boxes-trademark-fra", "fra", 8)]
    public void Fields_are_found_on_a_form_that_the_rules_do_not_follow(string form, string languages, int least)
    {
        var truth = FormTruth.Read(Repository.PathOf($"tests/corpus/forms/{form}.json"));
        var text = TesseractTsv.Read(File.ReadLines(Repository.PathOf($"tests/corpus/forms/{form}.tsv")), languages);

        var found = new FieldFinder(FieldRules.BuiltIn, new()).Find([new(1, text)], truth.Right);

        var tally = new FieldTally();
        foreach (var field in truth.Fields)
        {
            tally.Count([field.Value], [.. found.Where(one => one.Field == field.Field)]);
        }

        Assert.That(tally.Near, Is.GreaterThanOrEqualTo(least), string.Join('\n', found.Select(field => $"{field.Field}: {field.Value}")));
    }
}
