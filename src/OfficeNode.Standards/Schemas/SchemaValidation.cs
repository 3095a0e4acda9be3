using OfficeNode.Core;

namespace OfficeNode.Standards.Schemas;

/// <summary>What checking one document against an official schema gave.</summary>
/// <param name="WasChecked">Whether the schema was there and was applied; false reads "not schema-validated" in manifests.</param>
/// <param name="Findings">With path and line of each place; no error among them means valid when <paramref name="WasChecked"/>.</param>
public sealed record SchemaValidation(bool WasChecked, IReadOnlyList<Finding> Findings)
{
    public bool IsValid => WasChecked && !Findings.Any(finding => finding.Severity == Severity.Error);
}
