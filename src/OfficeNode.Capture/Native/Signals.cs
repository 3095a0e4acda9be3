using System.Diagnostics;
using System.Runtime.InteropServices;

namespace OfficeNode.Capture.Native;

/// <summary>Asks processes to end, which the framework cannot: it only kills.</summary>
internal static partial class Signals
{
    private const int Terminate = 15;   // SIGTERM

    /// <summary>Asks a process to end in order; where the system knows no such request (Windows), kills it.</summary>
    public static void AskToEnd(Process process)
    {
        if (process.HasExited)
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            process.Kill(entireProcessTree: true);
        }
        else
        {
            // That it ended meanwhile, or belongs to somebody else, is seen by whoever waits for its end.
            _ = Send(process.Id, Terminate);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Send(int process, int signal);
}
