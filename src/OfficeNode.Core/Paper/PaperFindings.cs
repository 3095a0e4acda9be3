namespace OfficeNode.Core.Paper;

/// <summary>Ids of what speaks against saying where paper files are.</summary>
public static class PaperFindings
{
    /// <summary>No file is named.</summary>
    public const string NumbersMissing = "PAPER-NUMBERS-MISSING";

    /// <summary>More files are named than one act takes.</summary>
    public const string NumbersMany = "PAPER-NUMBERS-MANY";

    /// <summary>The register has no dossier of the number.</summary>
    public const string DossierUnknown = "PAPER-DOSSIER-UNKNOWN";

    /// <summary>The number means several dossiers.</summary>
    public const string DossierAmbiguous = "PAPER-DOSSIER-AMBIGUOUS";

    /// <summary>The place, or who takes the files, is empty, too long or no plain text.</summary>
    public const string WhatForm = "PAPER-WHAT-FORM";

    /// <summary>A file is given back that nobody has.</summary>
    public const string NotOut = "PAPER-NOT-OUT";

    /// <summary>A file that somebody has is charged out to somebody else: it is given back first, or its way is lost.</summary>
    public const string AlreadyOut = "PAPER-ALREADY-OUT";
}
