using OfficeNode.Core;

namespace OfficeNode.Standards.Codes;

/// <summary>The office and organisation codes of ST.3, those in force and the former ones.</summary>
/// <remarks>WIPO ST.3 as listed in ST.96 V6_0 (facts/numbering-and-codes.md [V]). Old priorities carry former codes. Thread-safe.</remarks>
public sealed class OfficeCodes
{
    private readonly CodeList _listed;
    private readonly CodeList _former;

    internal OfficeCodes(CodeList listed, CodeList former) => (_listed, _former) = (listed, former);

    /// <summary>The codes in force, in alphabetical order.</summary>
    public IReadOnlyList<string> Listed => _listed.All;

    /// <summary>The codes of states and organisations that are no more, in alphabetical order.</summary>
    public IReadOnlyList<string> Former => _former.All;

    public bool IsListed(OfficeCode code) => _listed.Contains(code.Value);

    public bool IsFormer(OfficeCode code) => _former.Contains(code.Value);

    internal OfficeCodes With(IEnumerable<string> further) => new(_listed.With(further), _former);
}
