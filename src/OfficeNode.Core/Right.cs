namespace OfficeNode.Core;

/// <summary>The kind of industrial property right a dossier is about.</summary>
public enum Right
{
    Patent,
    UtilityModel,
    Trademark,
    Design,
}

/// <summary>The one-letter form of a right, as it opens a dossier's name: P, U, T, D.</summary>
public static class RightLetter
{
    /// <summary>Gives the letter of a right.</summary>
    public static char Of(Right right) => right switch
    {
        Right.Patent => 'P',
        Right.UtilityModel => 'U',
        Right.Trademark => 'T',
        Right.Design => 'D',
        _ => throw new ArgumentOutOfRangeException(nameof(right), right, null),
    };

    /// <summary>Reads a letter in either case; null when it names no right.</summary>
    public static Right? Read(char letter) => char.ToUpperInvariant(letter) switch
    {
        'P' => Right.Patent,
        'U' => Right.UtilityModel,
        'T' => Right.Trademark,
        'D' => Right.Design,
        _ => null,
    };
}
