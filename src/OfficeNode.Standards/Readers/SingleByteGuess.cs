using System.Text;

namespace OfficeNode.Standards.Readers;

/// <summary>Tells windows-1252, 1251 and 1256 apart by how their letters stand in text.</summary>
/// <remarks>
/// Accented Latin letters stand alone between ASCII letters; Cyrillic and Arabic words are runs of high bytes, and each of the two alphabets has a
/// handful of letters that make up half of any text. Other encodings must be named by the mapping.
/// </remarks>
internal static class SingleByteGuess
{
    // о е а и н т с р в л, small and capital.
    private static ReadOnlySpan<byte> FrequentCyrillic =>
        [0xEE, 0xE5, 0xE0, 0xE8, 0xED, 0xF2, 0xF1, 0xF0, 0xE2, 0xEB, 0xCE, 0xC5, 0xC0, 0xC8, 0xCD, 0xD2, 0xD1, 0xD0, 0xC2, 0xCB];

    // alef, lam, yeh, meem, waw, noon, reh, teh, beh, teh marbuta, ain, dal, heh, seen, hamza above alef.
    private static ReadOnlySpan<byte> FrequentArabic =>
        [0xC7, 0xE1, 0xED, 0xE3, 0xE6, 0xE4, 0xD1, 0xCA, 0xC8, 0xC9, 0xDA, 0xCF, 0xE5, 0xD3, 0xC3];

    public static Encoding Of(ReadOnlySpan<byte> head)
    {
        var (high, runs, cyrillic, arabic) = (0, 0, 0, 0);
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] < 0x80)
            {
                continue;
            }

            high++;
            runs += i == 0 || head[i - 1] < 0x80 ? 1 : 0;
            cyrillic += FrequentCyrillic.Contains(head[i]) ? 1 : 0;
            arabic += FrequentArabic.Contains(head[i]) ? 1 : 0;
        }

        const int LettersPerRun = 2;   // an accented letter rarely has a neighbour, a word of another script nearly always
        var page = high <= runs * LettersPerRun ? 1252 : arabic > cyrillic ? 1256 : 1251;
        return CodePagesEncodingProvider.Instance.GetEncoding(page)
            ?? throw new PlatformNotSupportedException($"This system has no code page {page}.");
    }
}
