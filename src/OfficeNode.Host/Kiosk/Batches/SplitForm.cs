using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Host.Journey;

namespace OfficeNode.Host.Kiosk.Batches;

/// <summary>What begins at a page, as a form posts it; null where nothing was given.</summary>
internal sealed class SplitForm
{
    /// <summary>As <c>P-2026-123</c>; empty for a dossier to be keyed by hand.</summary>
    public string? Dossier { get; set; }

    /// <summary>A document code; empty where <see cref="Dossier"/> is.</summary>
    public string? Document { get; set; }

    public int At { get; set; }

    /// <summary>The last edit that stood when the person looked.</summary>
    public long Version { get; set; }

    /// <summary>The edit that was meant.</summary>
    /// <param name="findings">Gets what is wrong with what was given.</param>
    public SplitBatch? Read(OfficeCode office, List<Finding> findings)
    {
        var (dossier, document) = (Dossier?.Trim() ?? "", Document?.Trim() ?? "");
        if (dossier.Length == 0 && document.Length == 0)
        {
            return new SplitBatch(At, null);
        }

        if (dossier.Length == 0 || document.Length == 0)
        {
            findings.Add(new(EditFindings.CodeHalf, Severity.Error) { Path = dossier.Length == 0 ? "dossier" : "document" });
            return null;
        }

        if (DossierName.Parse(dossier) is not { Success: true, Value: { Right: { } right } name } || !SeparatorCode.Fits(name.Number) || !DocumentCode.Parse(document).Success)
        {
            findings.Add(new(EditFindings.DossierForm, Severity.Error) { Path = "dossier", Found = dossier });
            return null;
        }

        return new SplitBatch(At, new SeparatorCode { Office = office, Right = right, Year = name.Year ?? 0, Number = name.Number, Document = DocumentCode.Parse(document).Value });
    }
}
