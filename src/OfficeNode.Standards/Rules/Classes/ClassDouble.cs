using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Classes;

/// <summary>No class stands twice in a list.</summary>
/// <remarks>A mark may not have two entries of one Nice class; their goods belong together.</remarks>
internal sealed class ClassDouble : Rule
{
    public override string Id => "CLASS-DOUBLE";

    public override Severity Severity => Severity.Warning;

    public override string Source => "OfficeNode, plausibility";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        var record = subject.Record;
        return Doubles(record.Ipc, ipc => ipc.Symbol, "ipc")
            .Concat(Doubles(record.Nice, nice => nice.Number.TrimStart('0'), "nice"))
            .Concat(Doubles(record.Vienna, vienna => vienna.Code, "vienna"))
            .Concat(Doubles(record.Locarno, locarno => locarno.Code, "locarno"))
            .Concat(record.Designs.SelectMany((design, i) => Doubles(design.Locarno, locarno => locarno.Code, Item("designs", i, "locarno"))));
    }

    private IEnumerable<Finding> Doubles<T>(IReadOnlyList<T> classes, Func<T, string> codeOf, string path)
    {
        if (classes.Count < 2)
        {
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < classes.Count; i++)
        {
            if (!seen.Add(codeOf(classes[i])))
            {
                yield return At(string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), codeOf(classes[i]));
            }
        }
    }
}
