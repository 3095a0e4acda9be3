namespace OfficeNode.Host.Texts;

/// <summary>Keeps what is put into a text of right-to-left writing readable: paths, sizes and dates keep their own order.</summary>
/// <remarks>
/// Unicode Standard Annex 9, explicit isolates. Without them <c>/var/lib</c> shows as <c>var/lib/</c> and <c>12 MB</c> as <c>MB 12</c>. Names that begin with a
/// letter and end with a letter or digit stay as they are: they read right anyway, and a person may copy them into a command.
/// </remarks>
internal static class Isolation
{
    private const char RightToLeftIsolate = '\u2067';
    private const char FirstStrongIsolate = '\u2068';
    private const char PopDirectionalIsolate = '\u2069';

    public static string? Of(string? value) => string.IsNullOrEmpty(value) || IsPlain(value) ? value : Around(value);

    /// <summary>For the parts of a list, plain ones too: two Latin names would draw what stands between them into their own order.</summary>
    public static string Around(string value) => $"{OpeningOf(value)}{value}{PopDirectionalIsolate}";

    // What holds isolates was put together in this writing: the first strong letter is looked for outside of them, and where there is none the whole would run from left to right.
    private static char OpeningOf(string value) => value.Contains(PopDirectionalIsolate, StringComparison.Ordinal) ? RightToLeftIsolate : FirstStrongIsolate;

    private static bool IsPlain(string value) => value.All(char.IsAsciiDigit) || (char.IsLetter(value[0]) && char.IsLetterOrDigit(value[^1]));
}
