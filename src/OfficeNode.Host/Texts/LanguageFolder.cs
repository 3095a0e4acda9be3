using OfficeNode.Core;

namespace OfficeNode.Host.Texts;

/// <summary>The folder of a node into which an office puts language files: read anew whenever a file came, went or changed. Thread-safe.</summary>
/// <remarks>What a translator saves is seen with the next request. A file that is only half written is found to be no JSON, and read again when it is whole.</remarks>
public sealed class LanguageFolder
{
    private readonly string _folder;
    private readonly LanguageLimits _limits;
    private readonly Lock _reading = new();
    private IReadOnlyList<FileState> _states = [];
    private Languages _languages = Languages.Shipped;

    /// <param name="folder">It need not exist: then there is what the program brings.</param>
    public LanguageFolder(string folder, LanguageLimits? limits = null)
    {
        _folder = folder;
        _limits = limits ?? LanguageLimits.Default;
    }

    /// <summary>The languages as the files are now. Never fails: what cannot be read is among the findings.</summary>
    public Languages Read()
    {
        lock (_reading)
        {
            try
            {
                ReadWhatChanged_NeedsLock();
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                _states = [];
                _languages = Languages.Shipped.With([], [Unreadable(_folder, error)], _limits);
            }

            return _languages;
        }
    }

    private void ReadWhatChanged_NeedsLock()
    {
        var folder = new DirectoryInfo(_folder);
        IReadOnlyList<FileState> states = folder.Exists ? [.. folder.EnumerateFiles("*.json").Select(FileState.Of).OrderBy(state => state.Path, StringComparer.Ordinal)] : [];
        if (states.SequenceEqual(_states))
        {
            return;
        }

        var findings = new List<Finding>();
        if (states.Count > _limits.Files)
        {
            findings.Add(new Finding(LanguageFindings.FilesTooMany, Severity.Error)
            {
                File = _folder,
                Found = Number(states.Count),
                Expected = Number(_limits.Files),
            });
        }

        var files = states.Take(_limits.Files).Select(state => ReadFile(state.Path, _limits, findings)).OfType<LanguageFile>().ToList();
        _languages = Languages.Shipped.With(files, findings, _limits);
        _states = states;
    }

    /// <summary>Reads one file; null with a finding when its bytes cannot be had or are too many.</summary>
    internal static LanguageFile? ReadFile(string path, LanguageLimits limits, List<Finding> findings)
    {
        try
        {
            using var file = File.OpenRead(path);
            if (file.Length <= limits.FileBytes)
            {
                var bytes = new byte[file.Length];
                file.ReadExactly(bytes);
                return LanguageFileReader.Read(bytes, path, limits);
            }

            findings.Add(new Finding(LanguageFindings.FileTooLarge, Severity.Error) { File = path, Found = StatusWords.Size(file.Length), Expected = StatusWords.Size(limits.FileBytes) });
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            findings.Add(Unreadable(path, error));
        }

        return null;
    }

    private static Finding Unreadable(string path, Exception error) => new(LanguageFindings.FileUnreadable, Severity.Error) { File = path, Found = error.Message, Expected = "JSON" };

    private static string Number(int number) => number.ToString("N0", System.Globalization.CultureInfo.CurrentCulture);

    private readonly record struct FileState(string Path, long Length, DateTime Written)
    {
        public static FileState Of(FileInfo file) => new(file.FullName, file.Length, file.LastWriteTimeUtc);
    }
}
