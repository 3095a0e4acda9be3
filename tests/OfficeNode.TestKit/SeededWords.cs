namespace OfficeNode.TestKit;

/// <summary>Words that occur nowhere else: one for every field of every generated row, the same for the same seed.</summary>
/// <remarks>
/// <c>Qx</c> and nine small letters. Two fields of one seed never have the same word: the place of the field is turned into the letters by
/// steps that can be undone. All words are equally long and begin alike, so that none stands within another.
/// </remarks>
public sealed class SeededWords(int seed)
{
    /// <summary>Fields a row may have.</summary>
    public const int FieldsPerRow = 32;

    /// <summary>Rows that get words of their own; 26^9 words would do for a few more.</summary>
    public const int MostRows = 1 << 26;

    private const int Bits = 40;
    private const int Letters = 9;
    private const ulong Mask = (1UL << Bits) - 1;
    private const ulong FirstFactor = 0x9E3779B97F4A7C15;   // odd, so that multiplying modulo 2^40 can be undone
    private const ulong SecondFactor = 0xD1B54A32D192ED03;

    /// <summary>The word of a field.</summary>
    /// <param name="kind">Tells tables apart, 0 to 7.</param>
    public string Of(int kind, int row, int field)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)kind, 7u);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)MostRows);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)field, (uint)FieldsPerRow);

        var place = ((((ulong)kind * MostRows) + (ulong)row) * FieldsPerRow) + (ulong)field;
        return string.Create(Letters + 2, Mix(place), static (word, mixed) =>
        {
            (word[0], word[1]) = ('Q', 'x');
            for (var i = 2; i < word.Length; i++)
            {
                word[i] = (char)('a' + (mixed % 26));
                mixed /= 26;
            }
        });
    }

    private ulong Mix(ulong place)
    {
        var mixed = place ^ ((uint)seed * FirstFactor & Mask);
        mixed = mixed * FirstFactor & Mask;
        mixed ^= mixed >> 17;
        mixed = mixed * SecondFactor & Mask;
        return mixed ^ (mixed >> 21);
    }
}
