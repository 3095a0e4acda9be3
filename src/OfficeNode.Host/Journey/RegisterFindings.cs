namespace OfficeNode.Host.Journey;

/// <summary>What may stand against an act on the register's screens.</summary>
public static class RegisterFindings
{
    /// <summary>The record was corrected while somebody was about to certify it.</summary>
    public const string ExtractOutdated = "REGISTER-EXTRACT-OUTDATED";
}
