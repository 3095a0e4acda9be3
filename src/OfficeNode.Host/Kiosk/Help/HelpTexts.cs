using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Kiosk.Help;

/// <summary>What a piece of a text of the help is.</summary>
internal enum HelpPieceKind
{
    Words,

    /// <summary>Keys that are pressed together, as a screen declares them: <c>Ctrl+Enter</c>.</summary>
    Keys,

    /// <summary>What a screen is called where it is met: in its menu or heading.</summary>
    Name,
}

/// <summary>A piece of a text, to be shown by its kind; never markup.</summary>
internal readonly record struct HelpPiece(HelpPieceKind Kind, string Text);

/// <summary>Reads the texts of the help in the language of the screen.</summary>
/// <remarks>
/// A place in braces names keys (<c>{Ctrl+Enter}</c>), or, having a full stop in it, another text (<c>{kiosk.today}</c>). A language has the places of the English text (<see cref="LanguageMaker"/>
/// sees to it), so that no translation names another key, and a screen is called as it calls itself.
/// </remarks>
internal static class HelpTexts
{
    public static IEnumerable<HelpPiece> Read(string key) => Template
        .Pieces(Language.Current.Find(key) ?? "")
        .Where(piece => piece.Text.Length > 0)
        .Select(piece => Of(piece.Text, piece.IsPlace));

    private static HelpPiece Of(string text, bool isPlace) =>
        !isPlace ? new(HelpPieceKind.Words, text)
        : IsName(text) ? new(HelpPieceKind.Name, Words.Of(text))
        : new(HelpPieceKind.Keys, text);

    private static bool IsName(string place) => place.Contains('.', StringComparison.Ordinal);
}
