using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OfficeNode.Core;

namespace OfficeNode.TestKit;

/// <summary>An office of any size whose every field holds a word that stands nowhere else: for the search for leaks and for measuring imports.</summary>
/// <remarks>A row depends on seed, right and row number alone, so that it can be told again at any time and nothing has to be remembered.</remarks>
public sealed class GeneratedOffice(int seed)
{
    private const int FirstYear = 2015;
    private const int Years = 10;
    private const int PictureSide = 24;
    private const int PictureMarkerLength = 48;

    private readonly SeededWords _words = new(seed);

    /// <summary>Writes a table of one right with its mapping file and pictures beside it.</summary>
    /// <param name="folder">An existing folder.</param>
    /// <param name="count">Rows.</param>
    /// <param name="pictures">How many of the first rows get a picture: for patents a drawing, for designs a view.</param>
    /// <returns>Where table and mapping stand.</returns>
    public GeneratedTable Write(Right right, string folder, int count, int pictures = 0)
    {
        var name = right.ToString().ToLowerInvariant() + "s";
        var table = new GeneratedTable(Path.Combine(folder, name + ".csv"), Path.Combine(folder, name + ".map.json"));
        File.WriteAllText(table.Mapping, GeneratedColumns.MappingOf(right));
        using (var writer = new StreamWriter(table.Csv) { NewLine = "\n" })
        {
            writer.WriteLine(GeneratedColumns.HeaderOf(right));
            for (var index = 0; index < count; index++)
            {
                writer.WriteLine(GeneratedColumns.LineOf(Row(right, index, index < pictures)));
            }
        }

        for (var index = 0; index < Math.Min(pictures, count); index++)
        {
            File.WriteAllBytes(Path.Combine(folder, PictureName(right, index)), TinyPng.Write(PictureSide, PixelsOf(right, index)));
        }

        return table;
    }

    /// <summary>The rows that <see cref="Write"/> writes, one after the other.</summary>
    public IEnumerable<GeneratedRow> Rows(Right right, int count, int pictures = 0) =>
        Enumerable.Range(0, count).Select(index => Row(right, index, index < pictures));

    /// <summary>One row, counted from 0.</summary>
    public GeneratedRow Row(Right right, int index, bool hasPicture = false)
    {
        var year = FirstYear + (index % Years);
        var number = string.Create(CultureInfo.InvariantCulture, $"{RightLetter.Of(right)}/{year}/{index + 1:D7}");
        return new()
        {
            Right = right,
            Number = number,
            Dossier = DossierName.Of(right, Number.Of(number, year)).ToString(),
            Filed = new DateOnly(year, 1, 1).AddDays(index % 365),
            Words = GeneratedColumns.FieldsOf(right).ToDictionary(field => field, field => _words.Of((int)right, index, (int)field)),
            Picture = hasPicture ? PictureName(right, index) : null,
            PictureMarker = hasPicture ? PixelsOf(right, index)[..PictureMarkerLength] : [],
        };
    }

    private static string PictureName(Right right, int index) => string.Create(CultureInfo.InvariantCulture, $"{RightLetter.Of(right)}{index + 1:D7}.png");

    // A chain of digests: bytes that depend on nothing but the seed and the place, on every runtime.
    private byte[] PixelsOf(Right right, int index)
    {
        var pixels = new byte[PictureSide * PictureSide * 3];
        for (var start = 0; start < pixels.Length; start += SHA256.HashSizeInBytes)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{seed}/{right}/{index}/{start}");
            SHA256.HashData(Encoding.ASCII.GetBytes(place), pixels.AsSpan(start));
        }

        return pixels;
    }
}

/// <summary>Where a generated table and its mapping stand; the pictures lie beside them.</summary>
public sealed record GeneratedTable(string Csv, string Mapping);

/// <summary>One generated row with all that could betray it.</summary>
public sealed record GeneratedRow
{
    public required Right Right { get; init; }

    public required string Number { get; init; }

    /// <summary>As commands name it: <c>T-2015-T/2015/0000001</c>.</summary>
    public required string Dossier { get; init; }

    public required DateOnly Filed { get; init; }

    /// <summary>A year and a half after the filing; for every row before 2027.</summary>
    public DateOnly Published => Filed.AddMonths(18);

    /// <summary>The word that each field holds.</summary>
    public required IReadOnlyDictionary<GeneratedField, string> Words { get; init; }

    /// <summary>The picture's file beside the table; null when it has none.</summary>
    public string? Picture { get; init; }

    /// <summary>The first pixels, which stand as they are in the picture's file; empty when it has none.</summary>
    public byte[] PictureMarker { get; init; } = [];

    /// <summary>The words that leave the node never, published or not (I14): telephone, e-mail, identity number.</summary>
    public IEnumerable<string> PrivateWords => Words.Where(word => word.Key is GeneratedField.Phone or GeneratedField.Email or GeneratedField.IdentityNumber).Select(word => word.Value);
}

/// <summary>The fields of a generated row that hold a word of their own.</summary>
public enum GeneratedField
{
    Title,
    TitleInFrench,
    Text,
    Goods,
    Name,
    Street,
    City,
    Phone,
    Email,
    IdentityNumber,
    Creator,
    Representative,
    PriorityNumber,
    Event,
}
