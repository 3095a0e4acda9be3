using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OfficeNode.Host.Journey;

/// <summary>What a certified extract says: the JSON that is signed. A stored format: a change here is a new <see cref="Format"/>.</summary>
/// <remarks>Only what may be handed out stands in it: no telephone, no e-mail, no identity number (I14).</remarks>
public sealed record ExtractContent
{
    /// <summary>The format written today.</summary>
    public const int Newest = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,   // people open it in an editor to compare it with the paper
        NewLine = "\n",
    };

    public int Format { get; init; } = Newest;

    /// <summary>The number of the extract, counted by the node.</summary>
    public required long Number { get; init; }

    public required string Office { get; init; }

    public required string OfficeName { get; init; }

    public required string Dossier { get; init; }

    /// <summary>The number as printed.</summary>
    public required string DossierNumber { get; init; }

    public required string Right { get; init; }

    public required int Revision { get; init; }

    public required string RevisionDigest { get; init; }

    public required DateTimeOffset RevisionAt { get; init; }

    /// <summary>The head of the audit log before the deed of making the extract: all that the register held stands behind it.</summary>
    public required string AuditHead { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required ExtractSignatory Signatory { get; init; }

    /// <summary>The language of the labels.</summary>
    public required string Language { get; init; }

    /// <summary>Whether a publication act had opened the dossier for anybody by then (I13).</summary>
    public required bool IsPublic { get; init; }

    public required IReadOnlyList<ExtractLine> Lines { get; init; }

    /// <summary>The pictures of the mark or of the design, by the digests of their masters.</summary>
    public required IReadOnlyList<ExtractPicture> Pictures { get; init; }

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <exception cref="JsonException">The bytes are no extract.</exception>
    public static ExtractContent Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<ExtractContent>(json, Options) ?? throw new JsonException("An extract is an object, found null.");
}

/// <summary>Who certifies: the name signed in under, the full name, and the roles that let them.</summary>
public sealed record ExtractSignatory(string Name, string FullName, IReadOnlyList<string> Roles);

/// <summary>One line, as it stands on the paper.</summary>
/// <param name="IsComposed">Whether it is put together of words in the language of the labels, and runs as that does.</param>
public sealed record ExtractLine(string Path, string? Inid, string Label, string Text, string? Language, bool IsComposed);

/// <summary>One picture.</summary>
/// <param name="Master">SHA-256 of the stored bytes.</param>
public sealed record ExtractPicture(string Document, int Sequence, string Master, int Frame);
