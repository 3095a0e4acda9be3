namespace OfficeNode.Host.Kiosk.Today;

/// <summary>The class of the style sheet that colours a tone; a word always says the same.</summary>
internal static class ToneClass
{
    public static string Of(Tone tone) => tone switch
    {
        Tone.Act => "stop",
        Tone.Look => "look",
        _ => "good",
    };
}
