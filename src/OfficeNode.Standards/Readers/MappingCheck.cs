using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>Checks what a mapping says as a whole: each path known, no place filled twice, nothing that needs a partner alone.</summary>
internal sealed class MappingCheck(Mapping mapping, EntryFindings findings)
{
    // What is of no use without the other: the first needs one of the rest.
    private static readonly (string Place, string[] Needs)[] Partners =
    [
        ("nice.goods", ["nice"]),
        ("nice.edition", ["nice"]),
        ("vienna.edition", ["vienna"]),
        ("status.date", ["status"]),
        ("events.date", ["events.code", "events.text"]),
        ("route.applicationNumber", ["route.kind"]),
        ("act.date", ["act.gazette"]),
        ("act.date", ["act.person"]),
        ("act.gazette", ["act.date"]),
    ];

    public void Run()
    {
        var paths = new List<MappingPath>();
        var constants = mapping.Constants.Select(constant => new MappedColumn { Header = constant.Key, Path = constant.Key });
        foreach (var column in mapping.Columns.Concat(constants))
        {
            if (ColumnPlan.Of(column, mapping.Language, findings) is { } plan)
            {
                CheckTwice(plan, paths);
                paths.Add(plan.Path);
            }
        }

        if (!findings.HasError)
        {
            CheckWhole(paths.ConvertAll(path => path.Place.Name));
        }
    }

    // A place may be filled from a column and, where that is empty, from no other: which one won would depend on the order of columns.
    private void CheckTwice(ColumnPlan plan, List<MappingPath> before)
    {
        if (!plan.Path.Place.TakesMany && before.Exists(path => path.Key == plan.Path.Key))
        {
            findings.Add(ReaderFindings.MapPathTwice, Severity.Error, plan.Column.Header, plan.Column.Path);
        }
    }

    private void CheckWhole(List<string> places)
    {
        if (!places.Contains("applicationNumber") && !places.Contains("registrationNumber"))
        {
            findings.Add(ReaderFindings.MapIncomplete, Severity.Error, "columns", expected: "applicationNumber or registrationNumber");
        }

        foreach (var (place, needs) in Partners)
        {
            if (places.Contains(place) && !needs.Any(places.Contains))
            {
                findings.Add(ReaderFindings.MapIncomplete, Severity.Error, place, expected: string.Join(" | ", needs));
            }
        }
    }
}
