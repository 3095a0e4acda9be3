using System.Runtime.InteropServices;

namespace OfficeNode.Capture.Native;

/// <summary>The part of Tesseract's C interface (<c>capi.h</c>, version 5) that the worker process uses. Never called in the service itself.</summary>
internal static partial class Tesseract
{
    /// <summary>OEM_LSTM_ONLY: the only engine that Debian's models hold.</summary>
    public const int NeuralNetwork = 1;

    /// <summary>PSM_AUTO: finds columns and blocks, does not look for the page's direction.</summary>
    public const int WholePage = 3;

    // Levels of the result iterator.
    public const int Block = 0;       // RIL_BLOCK
    public const int Paragraph = 1;   // RIL_PARA
    public const int Line = 2;        // RIL_TEXTLINE
    public const int Word = 3;        // RIL_WORD

    /// <summary>The library's version.</summary>
    /// <exception cref="DllNotFoundException">It is not installed.</exception>
    public static string Version() => Marshal.PtrToStringUTF8(VersionText()) ?? "";

    /// <summary>Copies a text that the library made and frees it.</summary>
    public static string Take(IntPtr text)
    {
        var copy = Marshal.PtrToStringUTF8(text) ?? "";
        DeleteText(text);
        return copy;
    }

    /// <summary>The languages that an engine was started with; those that are not installed are left out without a word.</summary>
    public static unsafe IReadOnlyList<string> LanguagesOf(TesseractHandle engine)
    {
        var names = LoadedLanguages(engine);
        if (names is null)
        {
            return [];
        }

        var languages = new List<string>();
        for (var name = names; *name != IntPtr.Zero; name++)
        {
            languages.Add(Marshal.PtrToStringUTF8(*name) ?? "");
        }

        DeleteTexts(names);
        return languages;
    }

    [LibraryImport(NativeResolver.Tesseract, EntryPoint = "TessBaseAPICreate")]
    internal static partial TesseractHandle Create();

    [LibraryImport(NativeResolver.Tesseract, EntryPoint = "TessBaseAPIDelete")]
    internal static partial void Delete(IntPtr engine);

    /// <summary>Loads the models of languages, joined by <c>+</c>; 0 when at least one is there.</summary>
    [LibraryImport(NativeResolver.Tesseract, EntryPoint = "TessBaseAPIInit2", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Start(TesseractHandle engine, IntPtr modelFolder, string languages, int method);

    [LibraryImport(NativeResolver.Tesseract, EntryPoint = "TessBaseAPISetVariable", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Set(TesseractHandle engine, string name, string value);

    [LibraryImport(NativeResolver.Tesseract, EntryPoint = "TessBaseAPISetPageSegMode")]
    internal static partial void SetLayout(TesseractHandle engine, int mode);

    [LibraryImport(NativeResolver.Tesseract, EntryPoint = "TessBaseAPISetImage2")]
    internal static partial void SetPicture(TesseractHandle engine, PixHandle picture);

    [LibraryImport(NativeResolver.Tesseract, EntryPoint = "TessBaseAPISetSourceResolution")]
    internal static partial void SetResolution(TesseractHandle engine, int dpi);

    [LibraryImport(NativeResolver.Tesseract, EntryPoint = "TessBaseAPIRecognize")]
    internal static partial int Recognise(TesseractHandle engine, IntPtr monitor);

    /// <summary>Forgets picture and results, keeps the models.</summary>
    [LibraryImport(NativeResolver.Tesseract, EntryPoint = "TessBaseAPIClear")]
    internal static partial void Clear(TesseractHandle engine);

    /// <summary>The words in reading order; zero when there are none. Freed by <see cref="EndWords"/> before the engine is cleared.</summary>
    [LibraryImport(NativeResolver.Tesseract, EntryPoint = "TessBaseAPIGetIterator")]
    internal static partial IntPtr Words(TesseractHandle engine);

    [LibraryImport(NativeResolver.Tesseract, EntryPoint = "TessResultIteratorDelete")]
    internal static partial void EndWords(IntPtr words);

    /// <summary>The same iterator for what it knows of places; not to be freed.</summary>
    [LibraryImport(NativeResolver.Tesseract, EntryPoint = "TessResultIteratorGetPageIterator")]
    internal static partial IntPtr PlacesOf(IntPtr words);

    [LibraryImport(NativeResolver.Tesseract, EntryPoint = "TessResultIteratorNext")]
    internal static partial int Next(IntPtr words, int level);

    [LibraryImport(NativeResolver.Tesseract, EntryPoint = "TessResultIteratorGetUTF8Text")]
    internal static partial IntPtr TextOf(IntPtr words, int level);

    [LibraryImport(NativeResolver.Tesseract, EntryPoint = "TessResultIteratorConfidence")]
    internal static partial float ConfidenceOf(IntPtr words, int level);

    [LibraryImport(NativeResolver.Tesseract, EntryPoint = "TessPageIteratorIsAtBeginningOf")]
    internal static partial int BeginsAt(IntPtr places, int level);

    [LibraryImport(NativeResolver.Tesseract, EntryPoint = "TessPageIteratorBoundingBox")]
    internal static partial int BoxOf(IntPtr places, int level, out int left, out int top, out int right, out int bottom);

    [LibraryImport(NativeResolver.Tesseract, EntryPoint = "TessVersion")]
    private static partial IntPtr VersionText();

    [LibraryImport(NativeResolver.Tesseract, EntryPoint = "TessDeleteText")]
    private static partial void DeleteText(IntPtr text);

    [LibraryImport(NativeResolver.Tesseract, EntryPoint = "TessBaseAPIGetLoadedLanguagesAsVector")]
    private static unsafe partial IntPtr* LoadedLanguages(TesseractHandle engine);

    [LibraryImport(NativeResolver.Tesseract, EntryPoint = "TessDeleteTextArray")]
    private static unsafe partial void DeleteTexts(IntPtr* texts);
}
