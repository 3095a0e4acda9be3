using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace OfficeNode.Host.Service;

/// <summary>The calls of the Windows Service Control Manager, with the numbers of <c>winsvc.h</c>.</summary>
[SupportedOSPlatform("windows")]
internal static unsafe partial class ServiceControl
{
    public const uint OwnProcess = 0x10;            // SERVICE_WIN32_OWN_PROCESS
    public const uint Stopped = 1;
    public const uint StartPending = 2;
    public const uint StopPending = 3;
    public const uint Running = 4;
    public const uint AcceptStop = 0x1;
    public const uint AcceptShutdown = 0x4;
    public const uint StopRequest = 1;              // SERVICE_CONTROL_STOP
    public const uint InterrogateRequest = 4;       // SERVICE_CONTROL_INTERROGATE
    public const uint ShutdownRequest = 5;          // SERVICE_CONTROL_SHUTDOWN
    public const uint NoError = 0;
    public const uint NotImplemented = 120;         // ERROR_CALL_NOT_IMPLEMENTED
    public const int NotStartedByManager = 1063;    // ERROR_FAILED_SERVICE_CONTROLLER_CONNECT

    /// <summary><c>SERVICE_TABLE_ENTRYW</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct TableEntry
    {
        public char* Name;
        public delegate* unmanaged[Stdcall]<uint, char**, void> Main;
    }

    /// <summary><c>SERVICE_STATUS</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Status
    {
        public uint Type;
        public uint State;
        public uint Accepted;
        public uint ExitCode;
        public uint OwnExitCode;
        public uint CheckPoint;
        public uint WaitMilliseconds;
    }

    /// <summary>Hands the calling thread to the manager until the service has stopped. False at once when the process was started otherwise.</summary>
    [LibraryImport("advapi32", EntryPoint = "StartServiceCtrlDispatcherW", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool StartDispatcher(TableEntry* table);

    [LibraryImport("advapi32", EntryPoint = "RegisterServiceCtrlHandlerExW", SetLastError = true)]
    public static partial nint RegisterHandler(char* name, delegate* unmanaged[Stdcall]<uint, uint, nint, nint, uint> handler, nint context);

    [LibraryImport("advapi32", EntryPoint = "SetServiceStatus", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool SetStatus(nint service, Status* status);
}
