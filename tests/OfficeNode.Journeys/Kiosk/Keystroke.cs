namespace OfficeNode.Journeys.Kiosk;

/// <summary>One press as a browser gets it from a keyboard: what the layout makes of the key, and where the key is.</summary>
/// <param name="Key">What the layout gives: a character, or the name of a key.</param>
/// <param name="Code">The place, named by what a US keyboard has there.</param>
internal sealed record Keystroke(string Key, string Code, bool Ctrl = false, bool Shift = false)
{
    private const int CtrlBit = 2;
    private const int ShiftBit = 8;

    public Dictionary<string, object> Down() => Event(Key.Length <= 2 && !Ctrl ? "keyDown" : "rawKeyDown", Key.Length <= 2 && !Ctrl ? Key : "");

    public Dictionary<string, object> Up() => Event("keyUp", "");

    private Dictionary<string, object> Event(string type, string text) => new()
    {
        ["type"] = type,
        ["key"] = Key,
        ["code"] = Code,
        ["text"] = text,
        ["modifiers"] = (Ctrl ? CtrlBit : 0) | (Shift ? ShiftBit : 0),
        ["windowsVirtualKeyCode"] = Code.StartsWith("Key", StringComparison.Ordinal) ? Code[3] : 0,
    };
}
