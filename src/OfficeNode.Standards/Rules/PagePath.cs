using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Rules;

/// <summary>How findings name a page: <c>pages/DES/2</c> is the second page of the description.</summary>
internal static class PagePath
{
    public static string Of(Page page) => string.Create(CultureInfo.InvariantCulture, $"pages/{page.Document}/{page.Sequence}");

    /// <summary>Whether the page shows a mark or a design.</summary>
    public static bool IsPicture(Page page) => page.Document == DocumentCode.MarkImage || page.Document == DocumentCode.DesignViews;
}
