using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Host.Journey;

namespace OfficeNode.Host.Kiosk.Counter;

/// <summary>What is given on a screen about a series; null or false where nothing was given.</summary>
public sealed class SeriesForm
{
    public Right Right { get; set; }

    public string? Name { get; set; }

    public string? FirstYear { get; set; }

    public string? LastYear { get; set; }

    public string? Pattern { get; set; }

    public bool IsYearly { get; set; }

    public string? Next { get; set; }

    public bool FromRegister { get; set; }

    public SeriesEntry EntryFor(Right right) => new()
    {
        Right = right,
        Name = Name,
        FirstYear = FirstYear,
        LastYear = LastYear,
        Pattern = Pattern,
        IsYearly = IsYearly,
        Next = FromRegister ? null : Next,
        FromRegister = FromRegister,
    };

    public static SeriesForm Of(SeriesState state) => new()
    {
        Right = state.Series.Right,
        Name = state.Series.Name,
        FirstYear = state.Series.FirstYear.ToString(CultureInfo.InvariantCulture),
        LastYear = state.Series.LastYear?.ToString(CultureInfo.InvariantCulture),
        Pattern = state.Series.Pattern.Text,
        IsYearly = state.Series.IsYearly,
        Next = state.IsInUse ? null : state.Ordinal.ToString(CultureInfo.InvariantCulture),
    };
}
