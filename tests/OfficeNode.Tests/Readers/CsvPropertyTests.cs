using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using OfficeNode.Standards.Readers;

namespace OfficeNode.Tests.Readers;

public sealed class CsvPropertyTests
{
    private static readonly char[] Signs = ['a', 'é', 'ш', '"', '\'', ';', ',', '|', '\t', ' ', '\n', '\r', '0', '\uD83D', '\uDE00'];

    [Test]
    public void Any_table_written_with_any_delimiter_reads_back()
    {
        var field = Gen.ArrayOf(Gen.Elements(Signs)).Select(signs => new string(signs).WithWholeSigns());
        var table = Gen.ArrayOf(Gen.ArrayOf(field, 2)).Where(rows => rows.Length is > 0 and < 20);
        var cases = table.SelectMany(rows => Gen.Elements(';', ',', '\t', '|').SelectMany(delimiter => Gen.Elements("\n", "\r\n", "\r").Select(lineBreak => (rows, delimiter, lineBreak))));

        Prop.ForAll(cases.ToArbitrary(), example => ReadsBack(example.rows, example.delimiter, example.lineBreak)).QuickCheckThrowOnFailure();
    }

    private static bool ReadsBack(string[][] rows, char delimiter, string lineBreak)
    {
        var csv = new StringBuilder("No").Append(delimiter).Append('A').Append(delimiter).Append('B').Append(lineBreak);
        for (var row = 0; row < rows.Length; row++)
        {
            csv.Append(row).Append(delimiter).AppendJoin(delimiter, rows[row].Select(Quoted)).Append(lineBreak);
        }

        var mapping = Reading.MapOf(""" "No": "applicationNumber", "A": "mark.category", "B": "mark.transliteration" """,
            $" \"encoding\": \"utf-8\", \"delimiter\": {System.Text.Json.JsonSerializer.Serialize(delimiter.ToString())}, ");
        var items = Reading.AllAsync(new CsvRegisterReader(mapping), Encoding.UTF8.GetBytes(csv.ToString())).GetAwaiter().GetResult();
        return items.Count == rows.Length
            && items.Zip(rows).All(pair => pair.First.Findings.Count == 0
                && (pair.First.Record?.Mark?.Category ?? "") == pair.Second[0].Trim()
                && (pair.First.Record?.Mark?.Transliteration ?? "") == pair.Second[1].Trim());
    }

    private static string Quoted(string field) => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

internal static class WellFormedText
{
    /// <summary>Takes out halves of surrogate pairs, which no encoding can write.</summary>
    public static string WithWholeSigns(this string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace("\uFFFD", "", StringComparison.Ordinal);
}
