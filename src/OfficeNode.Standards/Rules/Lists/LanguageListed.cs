using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Lists;

/// <summary>Every language code is one of ISO 639-1.</summary>
/// <remarks>ST.96 enumerates them, so another code makes the document invalid.</remarks>
internal sealed class LanguageListed : Rule
{
    public override string Id => "LANGUAGE-LISTED";

    public override Severity Severity => Severity.Error;

    public override string Source => "facts/numbering-and-codes.md [V]";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        var record = subject.Record;
        if (IsUnlisted(record.Language, subject))
        {
            yield return Unlisted("language", record.Language);
        }

        for (var i = 0; i < record.Publications.Count; i++)
        {
            if (IsUnlisted(record.Publications[i].Language, subject))
            {
                yield return Unlisted(Item("publications", i, "language"), record.Publications[i].Language);
            }
        }

        foreach (var text in TextPlace.AllOf(record))
        {
            if (IsUnlisted(text.Language, subject))
            {
                yield return Unlisted(text.LanguagePath, text.Language);
            }
        }
    }

    private static bool IsUnlisted(LanguageCode? language, Subject subject) =>
        language is { } code && !subject.Codes.Languages.Contains(code.Value);

    private Finding Unlisted(string path, LanguageCode? language) => At(path, language?.Value, "a language code of ISO 639-1");
}
