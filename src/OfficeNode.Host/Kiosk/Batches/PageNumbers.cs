using System.Globalization;

namespace OfficeNode.Host.Kiosk.Batches;

/// <summary>Numbers of pages as forms and addresses carry them: <c>3,7,8</c>.</summary>
internal static class PageNumbers
{
    /// <summary>Reads numbers; empty for nothing, and for what is no list of numbers.</summary>
    public static IReadOnlyList<int> Read(string? text)
    {
        var numbers = new List<int>();
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return [];
            }

            numbers.Add(number);
        }

        return numbers;
    }

    public static string Write(IEnumerable<int> numbers) => string.Join(',', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));
}
