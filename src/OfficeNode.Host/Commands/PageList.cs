using System.Globalization;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Commands;

/// <summary>Names pages for people, runs of them as the ranges that commands take: <c>pages 3, 7-9</c>.</summary>
internal static class PageList
{
    // What still is one line to look at; scripts get all numbers.
    private const int MostRuns = 8;

    /// <summary>The pages in the order given; those after the first runs are counted only.</summary>
    public static string Of(IReadOnlyList<int> pages)
    {
        var runs = new List<string>();
        var next = 0;
        while (next < pages.Count && runs.Count < MostRuns)
        {
            var (first, last) = (next, EndOfRun(pages, next));
            runs.Add(first == last ? Text(pages[first]) : $"{Text(pages[first])}-{Text(pages[last])}");
            next = last + 1;
        }

        var named = string.Join(", ", runs);
        return next < pages.Count
            ? Words.Of("page-list.more", ("pages", named), ("count", pages.Count - next))
            : Words.OfCount("page-list", pages.Count, ("pages", named));
    }

    /// <summary>Where the run ends that begins at a place, rising or falling by one.</summary>
    private static int EndOfRun(IReadOnlyList<int> pages, int first)
    {
        var step = first + 1 < pages.Count ? pages[first + 1] - pages[first] : 0;
        var last = first;
        while (step is 1 or -1 && last + 1 < pages.Count && pages[last + 1] - pages[last] == step)
        {
            last++;
        }

        return last;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
