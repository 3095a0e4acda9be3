using System.Globalization;

namespace OfficeNode.Benchmarks;

/// <summary>What is going on, on standard error: standard output is the table alone.</summary>
internal static class Progress
{
    public static void Say(FormattableString text) => Console.Error.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
