namespace OfficeNode.Host.Kiosk.Batches;

/// <summary>A source of pages as a screen names it. Options may make it longer than a line, and its beginning tells scanners apart.</summary>
internal static class SourceWords
{
    private const int MostLetters = 90;

    public static string Of(string source) => source.Length <= MostLetters ? source : string.Concat(source.AsSpan(0, MostLetters), "…");
}
