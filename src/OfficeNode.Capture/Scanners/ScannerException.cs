using OfficeNode.Core;

namespace OfficeNode.Capture.Scanners;

/// <summary>What kept a scanner from going on.</summary>
public enum ScannerFault
{
    /// <summary>Paper is stuck.</summary>
    Jam,

    /// <summary>There was no paper to begin with.</summary>
    FeederEmpty,

    /// <summary>A cover is open.</summary>
    CoverOpen,

    /// <summary>Somebody else is scanning.</summary>
    Busy,

    /// <summary>It was there and answers no more: switched off, cable out.</summary>
    Gone,

    /// <summary>There is no such scanner or folder.</summary>
    NotFound,

    /// <summary>This account may not use it.</summary>
    Denied,

    /// <summary>The program that speaks to scanners is not installed.</summary>
    ProgramMissing,

    /// <summary>It gave no page for longer than any page takes.</summary>
    TimedOut,

    /// <summary>It does not do what was asked for: no duplex, another resolution.</summary>
    NotSupported,

    /// <summary>Anything else; the message is the scanner's own.</summary>
    Other,
}

/// <summary>A scanner stopped. A person acts: the kind says how; every page before it is safe.</summary>
public sealed class ScannerException : Exception
{
    public ScannerException(ScannerFault fault, string device, string message, Exception? inner = null)
        : base(message, inner)
    {
        Fault = fault;
        Device = device;
    }

    public ScannerFault Fault { get; }

    public string Device { get; }

    /// <summary>Whether the same call may succeed later without anybody doing anything.</summary>
    public bool IsTransient => Fault is ScannerFault.Busy;

    /// <summary>The same for a person: the fault's own text, with the device as its path and its words as found.</summary>
    public Finding ToFinding() => new(ScannerFindings.Of(Fault), Severity.Error) { Path = Device, Found = Message.TrimEnd('.') };
}
