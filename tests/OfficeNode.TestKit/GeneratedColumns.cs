using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.TestKit;

/// <summary>The columns of a generated table: header, mapping and values, for each right.</summary>
internal static class GeneratedColumns
{
    private static readonly Column[] Shared =
    [
        new("Number", "applicationNumber", row => row.Number),
        new("Filed", "filingDate", row => Iso(row.Filed)),
        new("Status", "status", _ => "Published"),
        new("Street", "parties[applicant].address.lines", row => "1 " + row.Words[GeneratedField.Street], GeneratedField.Street),
        new("City", "parties[applicant].address.city", row => row.Words[GeneratedField.City], GeneratedField.City),
        new("Country", "parties[applicant].country", _ => "MU"),
        new("Name", "parties[applicant].name", row => row.Words[GeneratedField.Name] + " Ltd", GeneratedField.Name),
        new("Phone", "parties[applicant].phone", row => "+230 " + row.Words[GeneratedField.Phone], GeneratedField.Phone),
        new("E-mail", "parties[applicant].email", row => row.Words[GeneratedField.Email] + "@generated.example", GeneratedField.Email),
        new("Identity", "parties[applicant].identityNumber", row => row.Words[GeneratedField.IdentityNumber], GeneratedField.IdentityNumber),
        new("Representative", "parties[representative].name", row => row.Words[GeneratedField.Representative], GeneratedField.Representative),
        new("Priority office", "priorities.office", _ => "FR"),
        new("Priority number", "priorities.number", row => row.Words[GeneratedField.PriorityNumber], GeneratedField.PriorityNumber),
        new("Priority date", "priorities.date", row => Iso(row.Filed.AddMonths(-6))),
        new("Published", "publications.date", row => Iso(row.Published)),
        new("Gazette", "publications.gazette", row => row.Published.ToString("yyyy-MM", CultureInfo.InvariantCulture)),
        new("Language", "language", _ => "en"),
        new("Event", "events.text", row => row.Words[GeneratedField.Event], GeneratedField.Event),
        new("Picture", "image", row => row.Picture ?? ""),
    ];

    private static readonly Column[] OfMarks =
    [
        new("Feature", "mark.feature", row => row.Picture is null ? "Word" : "Combined"),
        new("Mark", "mark.words", row => row.Words[GeneratedField.Title], GeneratedField.Title),
        new("Class", "nice", _ => "16"),
        new("Edition", "nice.edition", _ => "11"),
        new("Vienna", "vienna", row => row.Picture is null ? "" : "25.07.25"),
        new("Goods", "nice.goods", row => $"\"Paper, ink; the \"\"{row.Words[GeneratedField.Goods]}\"\" kind\"", GeneratedField.Goods),
        new("Description", "mark.descriptions", row => row.Words[GeneratedField.Text], GeneratedField.Text),
    ];

    private static readonly Column[] OfPatents =
    [
        .. TitlesAt("titles"),
        new("IPC", "ipc", _ => "C02F 1/14"),
        new("Publication", "publications.number", row => row.Number[2..].Replace("/", "", StringComparison.Ordinal)),
        new("Kind", "publications.kind", row => row.Right == Right.Patent ? "A1" : "U1"),
        new("Inventor", "parties[inventor].name", row => row.Words[GeneratedField.Creator] + " Exempla", GeneratedField.Creator),
        new("Abstract", "abstracts", row => row.Words[GeneratedField.Text] + " for lagoons (10)", GeneratedField.Text),
        new("Claims", "claims", row => $"1. A {row.Words[GeneratedField.Goods]} still (10).", GeneratedField.Goods),
    ];

    private static readonly Column[] OfDesigns =
    [
        .. TitlesAt("designs.products"),
        new("Locarno", "designs.locarno", _ => "07-01"),
        new("Edition", "locarno.edition", _ => "14"),
        new("Designer", "parties[designer].name", row => row.Words[GeneratedField.Creator] + " Exempla", GeneratedField.Creator),
        new("Description", "designs.descriptions", row => row.Words[GeneratedField.Text], GeneratedField.Text),
    ];

    private static readonly Dictionary<Right, Column[]> ByRight = new()
    {
        [Right.Patent] = [.. Shared, .. OfPatents],
        [Right.UtilityModel] = [.. Shared, .. OfPatents],
        [Right.Trademark] = [.. Shared, .. OfMarks],
        [Right.Design] = [.. Shared, .. OfDesigns],
    };

    public static IEnumerable<GeneratedField> FieldsOf(Right right) => ByRight[right].Select(column => column.Field).OfType<GeneratedField>();

    public static string HeaderOf(Right right) => string.Join(',', ByRight[right].Select(column => column.Header));

    public static string LineOf(GeneratedRow row) => string.Join(',', ByRight[row.Right].Select(column => column.Value(row)));

    public static string MappingOf(Right right)
    {
        var columns = ByRight[right].Select(column => $$"""    "{{column.Header}}": { "path": "{{column.Path}}", "language": "{{column.Language}}" }""");
        var name = char.ToLowerInvariant(right.ToString()[0]) + right.ToString()[1..];
        return $$"""
            {
              "right": "{{name}}",
              "encoding": "utf-8",
              "delimiter": ",",
              "columns": {
            {{string.Join(",\n", columns)}}
              }
            }

            """;
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Column[] TitlesAt(string path) =>
    [
        new("Title", path, row => row.Words[GeneratedField.Title] + " still", GeneratedField.Title),
        new("Titre", path, row => "Alambic " + row.Words[GeneratedField.TitleInFrench], GeneratedField.TitleInFrench) { Language = "fr" },
    ];

    private sealed record Column(string Header, string Path, Func<GeneratedRow, string> Value, GeneratedField? Field = null)
    {
        public string Language { get; init; } = "en";
    }
}
