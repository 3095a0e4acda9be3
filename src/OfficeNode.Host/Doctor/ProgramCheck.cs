using OfficeNode.Capture;
using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Host.Doctor;

/// <summary>What this program needs of the machine: SQLite, Leptonica, poppler, the OpenSSH client.</summary>
internal sealed class ProgramCheck
{
    private readonly TimeProvider _time;

    public ProgramCheck(TimeProvider time) => _time = time;

    /// <param name="settings">Null when they cannot be read; then no destination needs anything.</param>
    public async Task<IReadOnlyList<Finding>> RunAsync(NodeSettings? settings, CancellationToken cancellation)
    {
        var needsSsh = settings?.Destinations.Values.Any(destination => destination.Transport.Kind == TransportKind.Sftp) ?? false;
        return [Sqlite(), await ImagesAsync(cancellation), Pdf(), Ssh(needsSsh)];
    }

    // The version is asked for first: it loads the library, and only then is it known which one came.
    private static Finding Sqlite() => SqliteLibrary.Version is var version && SqliteLibrary.UsesSystemLibrary
        ? new Finding(DoctorFindings.SqliteOk, Severity.Info) { Found = version }
        : new Finding(DoctorFindings.SqliteBundled, Severity.Warning) { Found = version };

    private async Task<Finding> ImagesAsync(CancellationToken cancellation)
    {
        await using var pool = new ImageWorkerPool(ThisProgram.ImageWorkers(), _time);
        try
        {
            return new Finding(DoctorFindings.ImagesOk, Severity.Info) { Found = await pool.LibraryAsync(cancellation) };
        }
        catch (ImageWorkerException error)
        {
            return new Finding(DoctorFindings.ImagesUnusable, Severity.Error) { Found = error.Message, Expected = error.Hint };
        }
    }

    private static Finding Pdf() => PathOf("pdftoppm").Path is { } found
        ? new Finding(DoctorFindings.PdfOk, Severity.Info) { Found = found }
        : new Finding(DoctorFindings.PdfMissing, Severity.Warning) { Expected = "pdftoppm" };

    private static Finding Ssh(bool isNeeded) => PathOf("ssh") switch
    {
        ({ } found, _) => new Finding(DoctorFindings.SshOk, Severity.Info) { Found = found },
        (null, var name) => new Finding(DoctorFindings.SshMissing, isNeeded ? Severity.Error : Severity.Warning) { Expected = name },
    };

    private static (string? Path, string Name) PathOf(string program)
    {
        var name = OperatingSystem.IsWindows() ? program + ".exe" : program;
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
        return (path, name);
    }
}
