using System.Text;
using NUnit.Framework;
using OfficeNode.Capture.Fields;
using OfficeNode.Core;

namespace OfficeNode.Tests.Fields;

/// <summary>What a clerk's editor, a broken disk or a bad hand may make of a rule file is told as findings; rules that are taken serve a search.</summary>
public sealed class FieldRuleFileFuzzTests
{
    private const int Files = 600;
    private const int MostChanges = 4;

    private const string Whole = """
        {
          "language": "eng", "rights": "PU", // one office's
          "rules": [
            { "field": "application_number", "inid": ["21"], "labels": ["Acta"], "cut": true, "alone": true, "patterns": ["P-[0-9]{2}-[0-9]{5}", "[A-Z]{2}(19|20)\\d\\d"] },
            { "field": "applicant", "rights": "P", "inid": ["71", "731"], "labels": ["Dépôt", "\u0398"], "several": true, "lines": 4, "rest": "address" },
            { "field": "address", "labels": ["Seat"], "of": "applicant", "lines": 12 },
          ]
        }
        """;

    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "\"", "\\", "{", "}", "[", "]", "(", ")", ")|(", "*", "?", "+", "{0}", "{9999}", "{99999999999}", "(?x) #", "(?i", "(?<value>", "\\\\b", "\\\\s", "\\\\", "^", "$", "|", ".", "[^", "\\ud800", "\\udc00", "\\uFFFE",
            "\\u0000", "null", "true", "-1", "1e999", ",", ":", "//", "/*", "\"rules\":", "\"patterns\": [\"\"],", "\"patterns\": [\".*\"],", "\"alone\": true,", "\"other\"", "\"name\"", "\u2028", "\uFFFE", "é",
        }.Select(Encoding.UTF8.GetBytes),
        [0xE9], [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0],
    ];

    [Test]
    public void No_bytes_of_a_rule_file_make_it_fail()
    {
        // Seeded: the same files each time.
        var chance = new Random(1);
        var sheet = Sheet.Of("(21) Acta: P-26-00123", "(71) Applicant: Highland Pump Works Limited", "Seat: 27 Quarry Lane");

        for (var file = 0; file < Files; file++)
        {
            var bytes = Changed(chance);

            Assert.That(() => Use(bytes, sheet), Throws.Nothing, Encoding.Latin1.GetString(bytes));
        }
    }

    /// <summary>Either rules or findings, and each finding has its place and what is expected there.</summary>
    private static void Use(byte[] bytes, Sheet sheet)
    {
        var reading = FieldRuleFile.Read(bytes, "fields.json");
        Assert.That(reading.Findings.Count > 0, Is.EqualTo(reading.Rules is null));
        Assert.That(reading.Findings, Has.All.Matches<Finding>(finding => finding is { File: not null, Found: not null, Expected: not null } && (finding.Line ?? 0) + (finding.Path?.Length ?? 0) > 0));
        if (reading.Rules is { } rules)
        {
            sheet.Find(rules: rules);
        }
    }

    private static byte[] Changed(Random chance)
    {
        var bytes = Encoding.UTF8.GetBytes(Whole).ToList();
        for (var change = chance.Next(1, MostChanges + 1); change > 0; change--)
        {
            var place = chance.Next(bytes.Count);
            if (chance.Next(3) > 0)
            {
                bytes.InsertRange(place, Pieces[chance.Next(Pieces.Length)]);
            }
            else
            {
                bytes.RemoveRange(place, Math.Min(chance.Next(1, 6), bytes.Count - place));
            }
        }

        return [.. bytes];
    }
}
