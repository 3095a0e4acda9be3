using OfficeNode.Capture;
using OfficeNode.Host.Workers;

namespace OfficeNode.Host.Journey;

/// <summary>How this program starts itself again as a worker process.</summary>
internal static class ThisProgram
{
    /// <summary>Started by its own host where it is published as one program, else by <c>dotnet</c> with its assembly.</summary>
    public static ImageWorkerOptions ImageWorkers()
    {
        var assembly = typeof(ThisProgram).Assembly.Location;
        var own = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "officenode.exe" : "officenode");
        return File.Exists(own)
            ? new ImageWorkerOptions { FileName = own, Arguments = [ImageWorkerCommand.Name] }
            : new ImageWorkerOptions { FileName = "dotnet", Arguments = [assembly, ImageWorkerCommand.Name] };
    }
}
