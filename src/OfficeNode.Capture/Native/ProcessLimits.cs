using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace OfficeNode.Capture.Native;

/// <summary>What bounds a worker process by the system's own force, whatever its code does. Both ways are in force before it hears of an image.</summary>
/// <remarks>
/// On Linux a process bounds itself (<see cref="LinuxLimits"/>). On Windows it is taken into a job (<see cref="JobObject"/>) by the service, whose end, however
/// it comes, is then the end of the worker too. Elsewhere only the limits of headers bound the memory.
/// </remarks>
internal static class ProcessLimits
{
    /// <summary>Windows: bounds a process that was just started and whatever it will start. Elsewhere nothing, and null.</summary>
    /// <param name="mostBytes">Memory that each of them may commit; 0 for no limit.</param>
    /// <returns>The hold on them: closed, it ends them.</returns>
    /// <exception cref="Win32Exception">Windows refuses, or the process has ended; the message names the call and the error's number.</exception>
    public static SafeHandle? Hold(Process process, long mostBytes) =>
        OperatingSystem.IsWindows() ? JobObject.Hold(process.SafeHandle, mostBytes) : null;

    /// <summary>Linux: bounds the memory that this process may still take. Elsewhere nothing.</summary>
    public static void SetOwn(long moreBytes)
    {
        if (OperatingSystem.IsLinux())
        {
            LinuxLimits.Set(moreBytes);
        }
    }
}
