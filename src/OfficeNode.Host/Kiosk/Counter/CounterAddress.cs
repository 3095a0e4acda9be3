using OfficeNode.Core.Counter;

namespace OfficeNode.Host.Kiosk.Counter;

/// <summary>The addresses of the counter's screens.</summary>
internal static class CounterAddress
{
    public const string Counter = "/counter";
    public const string Blocks = "/counter/blocks";
    public const string Gaps = "/counter/gaps";
    public const string Series = "/counter/series";
    public const string NewSeries = "/counter/series/new";
    public const string Clock = "/clock";

    /// <summary>The counter with a number that was just given.</summary>
    public static string Given(ReceptionId id) => $"{Counter}?given={id}";

    public static string On(DateOnly day) => FormattableString.Invariant($"{Counter}?day={day:yyyy-MM-dd}");

    /// <summary>The form for a new filing.</summary>
    public static string New(SeriesId id) => $"{Counter}/new/{id}";

    public static string Of(ReceptionId id) => $"{Counter}/{id}";

    public static string Separators(ReceptionId id) => $"{Counter}/{id}/separators.pdf";

    public static string Of(BlockId id) => $"{Blocks}/{id}";

    public static string Of(SeriesId id) => $"{Series}/{id}";
}
