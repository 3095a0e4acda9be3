using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace OfficeNode.Capture.Native;

/// <summary>A job of Windows with one process and all that it starts: bounds the memory of each, and ends them when it is closed, with the numbers of <c>winnt.h</c>.</summary>
/// <remarks>
/// The system closes it with the process that made it, also where that is killed, because its handle is inherited by no other. What is bounded is memory
/// committed; what the runtime's collector only reserves does not count. Beyond it native allocations return null, as on Linux.
/// </remarks>
[SupportedOSPlatform("windows")]
internal sealed partial class JobObject : SafeHandleZeroOrMinusOneIsInvalid
{
    private const int ExtendedLimits = 9;                 // JobObjectExtendedLimitInformation
    private const uint ProcessMemory = 0x100;             // JOB_OBJECT_LIMIT_PROCESS_MEMORY
    private const uint DieOnUnhandledException = 0x400;   // JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION
    private const uint KillOnClose = 0x2000;              // JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE

    public JobObject()
        : base(ownsHandle: true)
    {
    }

    /// <summary>Takes a process into a job of its own.</summary>
    /// <param name="mostBytes">Memory that each process of the job may commit; 0 for no limit.</param>
    /// <exception cref="Win32Exception">A call failed; the message names it.</exception>
    public static JobObject Hold(SafeProcessHandle process, long mostBytes)
    {
        // Without security attributes the handle is not inherited: a worker that held its own job, or a sibling's, would keep it open.
        var job = Create(attributes: 0, name: 0);
        try
        {
            Demand(!job.IsInvalid, "CreateJobObject");
            var limits = LimitsOf(mostBytes);
            Demand(Set(job, ExtendedLimits, in limits, Marshal.SizeOf<Limits>()), "SetInformationJobObject");
            Demand(Assign(job, process), "AssignProcessToJobObject");
            return job;
        }
        catch
        {
            job.Dispose();
            throw;
        }
    }

    protected override bool ReleaseHandle() => Close(handle);

    private static Limits LimitsOf(long mostBytes) => new()
    {
        // A crash of native code is an end like any other: nobody is at the machine to close a window that tells of it.
        Flags = KillOnClose | DieOnUnhandledException | (mostBytes > 0 ? ProcessMemory : 0),
        ProcessMemory = (nuint)mostBytes,
    };

    private static void Demand(bool done, string call)
    {
        if (!done)
        {
            var error = Marshal.GetLastPInvokeError();
            throw new Win32Exception(error, FormattableString.Invariant($"{call}: Windows error {error}, {Marshal.GetPInvokeErrorMessage(error)}"));
        }
    }

    [LibraryImport("kernel32", EntryPoint = "CreateJobObjectW", SetLastError = true)]
    private static partial JobObject Create(nint attributes, nint name);

    [LibraryImport("kernel32", EntryPoint = "SetInformationJobObject", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool Set(JobObject job, int kind, in Limits limits, int length);

    [LibraryImport("kernel32", EntryPoint = "AssignProcessToJobObject", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool Assign(JobObject job, SafeProcessHandle process);

    [LibraryImport("kernel32", EntryPoint = "CloseHandle")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool Close(nint handle);

    /// <summary><c>JOBOBJECT_EXTENDED_LIMIT_INFORMATION</c> with what it holds of other structures.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Limits
    {
        public long ProcessTime;
        public long JobTime;
        public uint Flags;
        public nuint LeastWorkingSet;
        public nuint MostWorkingSet;
        public uint Processes;
        public nuint Affinity;
        public uint Priority;
        public uint Scheduling;
        public Counters Transfers;
        public nuint ProcessMemory;
        public nuint JobMemory;
        public nuint PeakProcessMemory;
        public nuint PeakJobMemory;
    }

    /// <summary><c>IO_COUNTERS</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Counters
    {
        public ulong Reads;
        public ulong Writes;
        public ulong Others;
        public ulong BytesRead;
        public ulong BytesWritten;
        public ulong OtherBytes;
    }
}
