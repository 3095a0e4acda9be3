namespace OfficeNode.Host.Texts;

/// <summary>Ids of what is found in language files.</summary>
public static class LanguageFindings
{
    /// <summary>The file cannot be read, or is no JSON.</summary>
    public const string FileUnreadable = "LANGUAGE-FILE-UNREADABLE";

    /// <summary>The file is larger than any language.</summary>
    public const string FileTooLarge = "LANGUAGE-FILE-TOO-LARGE";

    /// <summary>The folder holds more files than are looked at.</summary>
    public const string FilesTooMany = "LANGUAGE-FILES-TOO-MANY";

    /// <summary>A value that the language cannot do without is missing or wrong.</summary>
    public const string HeadUnusable = "LANGUAGE-HEAD-UNUSABLE";

    /// <summary>Another file of the folder is for this language already.</summary>
    public const string Twice = "LANGUAGE-TWICE";

    /// <summary>A property that means nothing here.</summary>
    public const string PropertyUnknown = "LANGUAGE-PROPERTY-UNKNOWN";

    /// <summary>This computer knows no such way of writing dates and numbers.</summary>
    public const string CultureUnknown = "LANGUAGE-CULTURE-UNKNOWN";

    /// <summary>There is no rule of counting of that name.</summary>
    public const string PluralUnknown = "LANGUAGE-PLURAL-UNKNOWN";

    /// <summary>The file has more texts than are taken.</summary>
    public const string TextsTooMany = "LANGUAGE-TEXTS-TOO-MANY";

    /// <summary>A text is not one that can be shown.</summary>
    public const string TextUnusable = "LANGUAGE-TEXT-UNUSABLE";

    /// <summary>No text of the program has this key.</summary>
    public const string KeyUnknown = "LANGUAGE-KEY-UNKNOWN";

    /// <summary>The file gives a text twice.</summary>
    public const string KeyTwice = "LANGUAGE-KEY-TWICE";

    /// <summary>The places in braces are not those of the English text.</summary>
    public const string PlacesDiffer = "LANGUAGE-PLACES-DIFFER";

    /// <summary>The English text was another one when this was translated.</summary>
    public const string EnglishChanged = "LANGUAGE-ENGLISH-CHANGED";

    /// <summary>A counted text lacks a form that the language has.</summary>
    public const string FormMissing = "LANGUAGE-FORM-MISSING";

    /// <summary>Texts that are shown in English.</summary>
    public const string Untranslated = "LANGUAGE-UNTRANSLATED";

    /// <summary>More was found than is told.</summary>
    public const string More = "LANGUAGE-FINDINGS-MORE";
}
