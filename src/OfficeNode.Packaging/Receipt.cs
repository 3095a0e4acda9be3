using OfficeNode.Core;

namespace OfficeNode.Packaging;

/// <summary>What became of a package at the desk.</summary>
public enum ReceiptOutcome
{
    /// <summary>All records were taken in.</summary>
    Accepted,

    /// <summary>The package or all its records were refused.</summary>
    Refused,

    /// <summary>Some records were taken in, some refused.</summary>
    Partly,
}

/// <summary>The receiving desk's answer to a package.</summary>
/// <remarks>The order of the properties is the canonical order: a change here is a new format number.</remarks>
public sealed record Receipt
{
    public required PackageName Package { get; init; }

    /// <summary>SHA-256 of the ZIP that the desk has.</summary>
    public required Digest Sha256 { get; init; }

    /// <summary>Bytes of the ZIP that the desk has.</summary>
    public required long Length { get; init; }

    public required ReceiptOutcome Outcome { get; init; }

    /// <summary>When the desk took the package in, in UTC.</summary>
    public required DateTimeOffset Received { get; init; }

    /// <summary>The desk's own name for itself.</summary>
    public required string Desk { get; init; }

    public required long RecordsAccepted { get; init; }

    public required long RecordsRefused { get; init; }

    /// <summary>What was found, with the dossier where there is one; at most as many as the limits say.</summary>
    public IReadOnlyList<Finding> Findings
    {
        get;
        init => field = value ?? [];    // canonical JSON leaves empty lists out, and its reader sets what is left out to null
    } = [];

    /// <summary>Findings that were left out.</summary>
    public long FindingsLeftOut { get; init; }

    /// <summary>The name of the receipt's file for a package.</summary>
    public static string FileOf(PackageName package) => package.Value + ".receipt.json";

    /// <summary>The name of the receipt's signature file for a package.</summary>
    public static string SignatureFileOf(PackageName package) => package.Value + ".receipt.json.p7s";
}
