using OfficeNode.Core;
using OfficeNode.Host.Journey;

namespace OfficeNode.Host.Kiosk.Counter;

/// <summary>What is given on a screen about a filing; null where nothing was given.</summary>
public sealed class ReceptionForm
{
    public string? Applicant { get; set; }

    /// <summary>By document code, as typed.</summary>
    public Dictionary<string, string?>? Sheets { get; set; }

    public string? FeeReceipt { get; set; }

    public string? Remark { get; set; }

    /// <summary>A number of a block, as it is counted.</summary>
    public string? Ordinal { get; set; }

    /// <summary>On the paper, as 2026-11-20.</summary>
    public string? Day { get; set; }

    /// <summary>On the paper, as 09:05.</summary>
    public string? Time { get; set; }

    /// <summary>The name of the act, as the form was given out with.</summary>
    public string? Request { get; set; }

    public ReceptionEntry Entry => new()
    {
        Applicant = Applicant,
        Sheets = (Sheets ?? []).Where(pair => DocumentCode.Parse(pair.Key).Success).ToDictionary(pair => DocumentCode.Parse(pair.Key).Value, pair => pair.Value ?? ""),
        FeeReceipt = FeeReceipt,
        Remark = Remark,
    };
}
