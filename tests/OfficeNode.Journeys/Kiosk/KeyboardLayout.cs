using System.Globalization;

namespace OfficeNode.Journeys.Kiosk;

/// <summary>What keyboards of three countries send for the same wish.</summary>
/// <remarks>Layouts as Windows and xkeyboard-config have them: US, French AZERTY, Arabic 101.</remarks>
internal sealed class KeyboardLayout
{
    private readonly string _name;
    private readonly Func<char, Keystroke> _letter;

    private KeyboardLayout(string name, Keystroke questionMark, Func<char, Keystroke> letter)
    {
        _name = name;
        QuestionMark = questionMark;
        _letter = letter;
    }

    public static KeyboardLayout Us { get; } = new("US", new Keystroke("?", "Slash", Shift: true), letter => new Keystroke(Lower(letter), "Key" + letter));

    public static KeyboardLayout French { get; } = new("French AZERTY", new Keystroke("?", "KeyM", Shift: true), letter => new Keystroke(Lower(letter), letter switch
    {
        'A' => "KeyQ",
        'Q' => "KeyA",
        'Z' => "KeyW",
        'W' => "KeyZ",
        'M' => "Semicolon",
        _ => "Key" + letter,
    }));

    // Of the letters of an Arabic keyboard those that tests press; B gives two characters at once.
    public static KeyboardLayout Arabic { get; } = new("Arabic 101", new Keystroke("؟", "Slash", Shift: true), letter => new Keystroke(letter switch
    {
        'B' => "لا",
        'D' => "ي",
        'R' => "ق",
        'W' => "ص",
        'Z' => "ئ",
        _ => throw new ArgumentOutOfRangeException(nameof(letter)),
    }, "Key" + letter));

    public static IReadOnlyList<KeyboardLayout> All { get; } = [Us, French, Arabic];

    /// <summary>The press that writes a question mark.</summary>
    public Keystroke QuestionMark { get; }

    /// <summary>The key that has this Latin letter printed on it.</summary>
    public Keystroke Letter(char letter) => _letter(letter);

    public Keystroke Ctrl(char letter) => _letter(letter) with { Ctrl = true };

    public override string ToString() => _name;

    private static string Lower(char letter) => letter.ToString().ToLower(CultureInfo.InvariantCulture);
}
