using System.Globalization;
using OfficeNode.Capture.Separators;
using OfficeNode.Core;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Journey;

/// <summary>Separator sheets with their words, in the language of what runs now.</summary>
internal static class DossierSeparators
{
    /// <summary>The sheet for a document of a dossier.</summary>
    /// <param name="office">The office's name.</param>
    public static SeparatorSheet SheetOf(SeparatorCode code, string office)
    {
        var name = Words.Of("sheet.document.value", ("code", code.Document), ("name", Words.Of($"document-name.{code.Document}")));
        List<SheetLine> lines = [new(Words.Of("sheet.dossier"), code.Dossier.ToString()), new(Words.Of("sheet.document"), name)];
        if (code.Pages is { } pages)
        {
            lines.Add(new(Words.Of("sheet.pages"), pages.ToString(CultureInfo.CurrentCulture)));
        }

        return new()
        {
            Code = code,
            Title = Words.Of("sheet.title"),
            Lines = [.. lines, new(Words.Of("sheet.office"), office)],
            Instructions = [Words.Of("sheet.instruction"), Words.Of("sheet.instruction.turn")],
        };
    }
}
