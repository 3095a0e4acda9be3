using OfficeNode.Capture;
using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Host.Doctor;

/// <summary>What this program needs of the machine: SQLite, Leptonica, the reading machine, the reader of bar codes, poppler for PDFs, scanners, the OpenSSH client.</summary>
internal sealed class ProgramCheck
{
    private readonly TimeProvider _time;

    public ProgramCheck(TimeProvider time) => _time = time;

    /// <param name="settings">Null when they cannot be read; then no destination needs anything.</param>
    public async Task<IReadOnlyList<Finding>> RunAsync(NodeSettings? settings, CancellationToken cancellation)
    {
        var needsSsh = settings?.Destinations.Values.Any(destination => destination.Transport.Kind == TransportKind.Sftp) ?? false;
        return [Sqlite(), .. await ImagesAsync(settings, cancellation), Pdf(), Scanners(), Ssh(needsSsh)];
    }

    // The version is asked for first: it loads the library, and only then is it known which one came.
    private static Finding Sqlite() => SqliteLibrary.Version is var version && SqliteLibrary.UsesSystemLibrary
        ? new Finding(DoctorFindings.SqliteOk, Severity.Info) { Found = version }
        : new Finding(DoctorFindings.SqliteBundled, Severity.Warning) { Found = version };

    private async Task<IReadOnlyList<Finding>> ImagesAsync(NodeSettings? settings, CancellationToken cancellation)
    {
        await using var pool = new ImageWorkerPool(ThisProgram.ImageWorkers(), _time);
        try
        {
            var images = new Finding(DoctorFindings.ImagesOk, Severity.Info) { Found = await pool.LibraryAsync(cancellation) };
            var languages = (settings?.Reading ?? new()).LanguagesFor(settings?.Language);
            var libraries = await CaptureLibraries.AskAsync(pool, languages, cancellation);
            return [images, Reading(libraries, languages), Codes(libraries)];
        }
        catch (ImageWorkerException error)
        {
            return [new Finding(DoctorFindings.ImagesUnusable, Severity.Error) { Found = error.Message, Expected = error.Hint }];
        }
    }

    private static Finding Reading(CaptureLibraries libraries, IReadOnlyList<string> languages) => libraries switch
    {
        { Reader: null } => new Finding(DoctorFindings.ReadingMissing, Severity.Warning) { Expected = "tesseract-ocr" },
        { MissingLanguages: [_, ..] missing } => new Finding(DoctorFindings.ReadingLanguages, Severity.Warning)
        {
            Found = string.Join(", ", missing),
            Expected = string.Join(' ', missing.Select(language => "tesseract-ocr-" + language.ToLowerInvariant().Replace('_', '-'))),
        },
        _ => new Finding(DoctorFindings.ReadingOk, Severity.Info) { Found = $"{libraries.Reader} ({string.Join(", ", languages)})" },
    };

    private static Finding Codes(CaptureLibraries libraries) => libraries.CodeReader is { } reader
        ? new Finding(DoctorFindings.CodesOk, Severity.Info) { Found = reader }
        : new Finding(DoctorFindings.CodesMissing, Severity.Warning) { Expected = "libzbar0" };

    private static Finding Pdf() => OnPath(OperatingSystem.IsWindows() ? "pdftoppm.exe" : "pdftoppm") is { } found
        ? new Finding(DoctorFindings.PdfOk, Severity.Info) { Found = found }
        : new Finding(DoctorFindings.PdfMissing, Severity.Warning) { Expected = "poppler-utils" };

    /// <summary>Windows has no SANE: there, scanners save into folders.</summary>
    private static Finding Scanners() => OperatingSystem.IsWindows() ? new Finding(DoctorFindings.ScannersFolders, Severity.Info)
        : OnPath("scanimage") is { } found ? new Finding(DoctorFindings.ScannersOk, Severity.Info) { Found = found }
        : new Finding(DoctorFindings.ScannersMissing, Severity.Warning) { Expected = "sane-utils" };

    private static Finding Ssh(bool isNeeded)
    {
        var name = OperatingSystem.IsWindows() ? "ssh.exe" : "ssh";
        return OnPath(name) is { } found
            ? new Finding(DoctorFindings.SshOk, Severity.Info) { Found = found }
            : new Finding(DoctorFindings.SshMissing, isNeeded ? Severity.Error : Severity.Warning) { Expected = name };
    }

    private static string? OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);
}
