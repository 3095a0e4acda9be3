using OfficeNode.Core;
using OfficeNode.Standards.Writers;

namespace OfficeNode.Host.Settings;

/// <summary>How far the agreement with a receiver has come. <c>full</c> and <c>updates</c> packages are refused unless agreed.</summary>
public enum DestinationState
{
    Draft,
    Testing,
    Agreed,
}

/// <summary>How a destination answers a delivered package.</summary>
public enum Acknowledgement
{
    /// <summary>By a receipt signed with a pinned key: the peer runs <c>intake</c>.</summary>
    Signed,

    /// <summary>By letter or mail: a person records it.</summary>
    Recorded,

    /// <summary>Not at all: delivered counts as confirmed.</summary>
    None,
}

/// <summary>The way packages travel to a destination.</summary>
public enum TransportKind
{
    None,
    Folder,
    Sftp,
}

/// <summary>A receiver: what it takes, how packages get there, what was agreed with it.</summary>
/// <remarks>WIPO's three databases share one SFTP tree (facts/patentscope.md [V]); format and name pattern are agreed per office (not established there), so they are settings.</remarks>
public sealed record DestinationSettings
{
    /// <summary>Front page, abstract, description, claims, drawings, search report: what a patent database takes, never more (I13).</summary>
    public static IReadOnlyList<DocumentCode> PatentDocuments { get; } =
    [
        DocumentCode.FrontPage, DocumentCode.Abstract, DocumentCode.Description, DocumentCode.Claims, DocumentCode.Drawings, DocumentCode.SearchReport,
    ];

    /// <summary>The receivers every node knows, as drafts without a line.</summary>
    public static IReadOnlyDictionary<string, DestinationSettings> Defaults { get; } = new Dictionary<string, DestinationSettings>
    {
        ["patentscope"] = new()
        {
            Collection = "Patents",
            Rights = [Right.Patent, Right.UtilityModel],
            Documents = PatentDocuments,
            Standard = "ST.36",
            StandardVersion = St36PatentWriter.Dtd15,
        },
        ["brand-database"] = new()
        {
            Collection = "Trademarks",
            Rights = [Right.Trademark],
            Documents = [DocumentCode.MarkImage],
            Standard = "ST.96",
            StandardVersion = "V6_0",
        },
        ["design-database"] = new()
        {
            Collection = "Designs",
            Rights = [Right.Design],
            Documents = [DocumentCode.DesignViews],
            Standard = "ST.96",
            StandardVersion = "V6_0",
        },
    };

    /// <summary>Top folder in the receiver's tree, and part of package names.</summary>
    public required string Collection { get; init; }

    public required IReadOnlyList<Right> Rights { get; init; }

    /// <summary>Document types it takes at all.</summary>
    public required IReadOnlyList<DocumentCode> Documents { get; init; }

    public required string Standard { get; init; }

    public required string StandardVersion { get; init; }

    public DestinationState State { get; init; }

    public Agreement? Agreement { get; init; }

    /// <summary>Default: recorded by a person, because WIPO publishes no way of answering.</summary>
    public Acknowledgement Acknowledgement { get; init; } = Acknowledgement.Recorded;

    /// <summary>Whether manifest, signature and member list travel too. Default no: off for WIPO until agreed in writing.</summary>
    public bool Sidecars { get; init; }

    /// <summary>Default 200 MB (200,000,000 bytes): a night at 256 kbit/s carries 0.9 GB.</summary>
    public long MaxPackageBytes { get; init; } = 200_000_000;

    /// <summary>Where signed receipts lie in the receiver's tree. Default <c>Receipts</c>.</summary>
    public string Receipts { get; init; } = "Receipts";

    /// <summary>Package names; the parts in braces are filled in. Default <c>{office}-{collection}-{scope}-{date}-{sequence}</c>.</summary>
    public string NamePattern { get; init; } = "{office}-{collection}-{scope}-{date}-{sequence}";

    public TransportSettings Transport { get; init; } = new();
}

/// <summary>What was agreed with the receiver: what lets <c>full</c> and <c>updates</c> packages out.</summary>
public sealed record Agreement
{
    public required string Reference { get; init; }

    public required DateOnly Date { get; init; }

    public required string Person { get; init; }
}

/// <summary>The line to a destination.</summary>
public sealed record TransportSettings
{
    public TransportKind Kind { get; init; }

    /// <summary>Folder: the mounted path. SFTP: the folder on the server in which the tree begins; empty for the login folder.</summary>
    public string Root { get; init; } = "";

    public string? Host { get; init; }

    public int Port { get; init; } = 22;

    public string? User { get; init; }

    /// <summary>Private key file; default <c>keys/sftp</c> of the node.</summary>
    public string? KeyFile { get; init; }

    /// <summary>The server's host key as a known_hosts line gives it: type and base64. An unknown or changed key stops delivery.</summary>
    public string? HostKey { get; init; }
}
