using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Classes;

/// <summary>Every Locarno class names the edition it was given by.</summary>
internal sealed class LocarnoEditionMissing : Rule
{
    public override string Id => "LOCARNO-EDITION-MISSING";

    public override Severity Severity => Severity.Warning;

    public override string Source => "facts/numbering-and-codes.md [V]";

    public override IReadOnlyList<Right> Rights => Designs;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        foreach (var (locarno, path) in LocarnoPlaces.In(subject.Record))
        {
            if (string.IsNullOrWhiteSpace(locarno.Edition))
            {
                yield return At(path + ".edition", locarno.Code, "the number of the edition, as 14");
            }
        }
    }
}
