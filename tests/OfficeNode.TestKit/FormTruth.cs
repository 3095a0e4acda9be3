using System.Text.Json;
using OfficeNode.Core;

namespace OfficeNode.TestKit;

/// <summary>A value that stands on a form.</summary>
public sealed record TrueField(string Field, string Value);

/// <summary>What is known of a form that was made for tests, from the <c>truth.json</c> beside its picture.</summary>
/// <param name="Language">As the reading machine names it: <c>rus</c>.</param>
/// <param name="Rotated">Degrees by which the picture has to be turned to stand upright: 0 or 180.</param>
public sealed record FormTruth(Right Right, string Language, string Quality, string File, int Rotated, IReadOnlyList<TrueField> Fields)
{
    // The date of signature is no field of a draft.
    private const string Signed = "signed";

    /// <summary>Degrees by which the page leans, clockwise.</summary>
    public double Skew { get; init; }

    /// <summary>Where the picture was put before the page was made to lean; null where that is not told.</summary>
    public PixelBox? Picture { get; init; }

    /// <summary>The file name of the mark's picture; <c>drawn</c> for the generator's own, null where there is none.</summary>
    public string? Logo { get; init; }

    /// <summary>The first row below the last line of the form.</summary>
    public int Bottom { get; init; }

    /// <summary>Reads the truth of the first page that is a form.</summary>
    public static FormTruth Read(string path)
    {
        using var truth = JsonDocument.Parse(System.IO.File.ReadAllText(path));
        var root = truth.RootElement;
        var form = root.GetProperty("pages").EnumerateArray().First(page => page.GetProperty("type").ValueEquals("form"));
        return new(
            RightLetter.Read(root.GetProperty("kind").GetString()![0])!.Value,   // patent, trademark, design
            root.GetProperty("tesseract_lang").GetString()!,
            root.GetProperty("quality").GetString()!,
            Path.Combine(Path.GetDirectoryName(path)!, form.GetProperty("file").GetString()!),
            form.GetProperty("rotated").GetInt32(),
            [.. form.GetProperty("fields").EnumerateArray()
                .Select(field => new TrueField(field.GetProperty("name").GetString()!, field.GetProperty("value").GetString()!))
                .Where(field => field.Field != Signed)])
        {
            Skew = form.GetProperty("skew_deg").GetDouble(),
            Picture = form.TryGetProperty("picture", out var picture) ? BoxOf(picture) : null,
            Logo = root.TryGetProperty("logo", out var logo) && logo.GetString() is { Length: > 0 } name ? name : null,
            Bottom = form.GetProperty("fields").EnumerateArray().Max(field => BoxOf(field.GetProperty("box")).Bottom),
        };
    }

    private static PixelBox BoxOf(JsonElement box) => new(box[0].GetInt32(), box[1].GetInt32(), box[2].GetInt32(), box[3].GetInt32());
}
