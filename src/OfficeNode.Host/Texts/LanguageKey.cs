namespace OfficeNode.Host.Texts;

/// <summary>A key of a text, parted into the text it is for and the form of counting: <c>page.waiting.few</c>.</summary>
/// <param name="Text">The key without the form.</param>
/// <param name="Form">Null where the key names no form of a counted text.</param>
internal readonly record struct LanguageKey(string Text, CountForm? Form)
{
    private static readonly string[] Endings = [.. Enum.GetNames<CountForm>().Select(form => "." + form.ToLowerInvariant())];

    /// <summary>The key of one form.</summary>
    public static string Of(string text, CountForm form) => text + Endings[(int)form];

    /// <summary>Parts a key. What only looks like a form is part of the key, unless English has the same text without it.</summary>
    public static LanguageKey Of(string key)
    {
        var form = Array.FindIndex(Endings, ending => key.EndsWith(ending, StringComparison.Ordinal));
        return form >= 0 && key[..^Endings[form].Length] is var text && EnglishTexts.All.ContainsKey(text) ? new(text, (CountForm)form) : new(key, null);
    }
}
