namespace OfficeNode.Host.Kiosk.Register;

/// <summary>One line that differs between two states of a record.</summary>
/// <param name="Was">Null where nothing stood there.</param>
/// <param name="Is">Null where nothing stands there any more.</param>
internal sealed record LineChange(RecordLine? Was, RecordLine? Is)
{
    public RecordLine Line => Is ?? Was!;   // one of the two is there: a line without both has not changed
}

/// <summary>What a correction changed, line by line.</summary>
internal static class RecordChanges
{
    /// <summary>Lines of the same kind are compared by what they say and not by their place: a party put in before another changes one line.</summary>
    public static IReadOnlyList<LineChange> Between(IReadOnlyList<RecordLine> before, IReadOnlyList<RecordLine> after)
    {
        var changes = new List<LineChange>();
        foreach (var label in after.Concat(before).Select(line => line.Label).Distinct())
        {
            var was = before.Where(line => line.Label == label).ToList();
            var now = after.Where(line => line.Label == label).ToList();
            foreach (var same in now.Where(line => TakeOut(was, line.Text)).ToList())
            {
                now.Remove(same);
            }

            for (var i = 0; i < Math.Max(was.Count, now.Count); i++)
            {
                changes.Add(new LineChange(was.ElementAtOrDefault(i), now.ElementAtOrDefault(i)));
            }
        }

        return changes;
    }

    private static bool TakeOut(List<RecordLine> lines, string text)
    {
        var place = lines.FindIndex(line => line.Text == text);
        if (place >= 0)
        {
            lines.RemoveAt(place);
        }

        return place >= 0;
    }
}
