using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Classes;

/// <summary>The Locarno classes of an application and of its designs, each with its path.</summary>
internal static class LocarnoPlaces
{
    public static IEnumerable<(LocarnoClass Locarno, string Path)> In(Record record) => record.Locarno
        .Select((locarno, i) => (locarno, FormattableString.Invariant($"locarno[{i}]")))
        .Concat(record.Designs.SelectMany((design, i) => design.Locarno
            .Select((locarno, j) => (locarno, FormattableString.Invariant($"designs[{i}].locarno[{j}]")))));
}
