using OfficeNode.Capture.Native;
using OfficeNode.Capture.Reading;

namespace OfficeNode.Capture.Workers;

/// <summary>Says which native libraries this process finds.</summary>
internal static class LibrariesJob
{
    public static CaptureLibraries Ask(IReadOnlyList<string> languages)
    {
        var codes = Try(() => "zbar " + Zbar.Version());
        if (Try(() => "Tesseract " + Tesseract.Version()) is not { } name)
        {
            return new(null, [], codes);
        }

        using var reader = TesseractReader.Start(languages);
        return new(name, reader.Missing, codes);
    }

    private static string? Try(Func<string> version)
    {
        try
        {
            return version();
        }
        catch (DllNotFoundException)
        {
            return null;
        }
    }
}
