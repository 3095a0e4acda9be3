using OfficeNode.Core;

namespace OfficeNode.Sync;

/// <summary>What kept a delivery from arriving.</summary>
public enum DeliveryFault
{
    /// <summary>No way to the receiver: no name, no route, no listener, no stick.</summary>
    Unreachable,

    /// <summary>The server's key is not pinned.</summary>
    HostKeyUnknown,

    /// <summary>The server shows another key than the pinned one.</summary>
    HostKeyChanged,

    /// <summary>The server does not take this node's key, or the key cannot be read.</summary>
    AuthenticationFailed,

    /// <summary>The receiver said no to an operation.</summary>
    Refused,

    /// <summary>The receiver has no such folder.</summary>
    FolderMissing,

    /// <summary>The receiver has no such file.</summary>
    Missing,

    /// <summary>The receiver's file or folder is above a limit.</summary>
    TooLarge,

    /// <summary>The line was cut, the stick was pulled.</summary>
    Interrupted,

    /// <summary>The receiver stayed silent beyond a deadline.</summary>
    TimedOut,

    /// <summary>Something else stands under the final name.</summary>
    NameTaken,

    /// <summary>The receiver has no room.</summary>
    NoSpace,

    /// <summary>The bytes allowed for this time are used up.</summary>
    BudgetSpent,

    /// <summary>The file on this machine is not the one that was sealed.</summary>
    SourceDamaged,

    /// <summary>After the last step the receiver does not show what was sent.</summary>
    Unproven,

    /// <summary>A program this transport needs is not installed.</summary>
    ProgramMissing,

    /// <summary>The peer does not keep to the protocol, or offers none that both speak.</summary>
    Protocol,
}

/// <summary>A delivery did not arrive: try again when <see cref="IsTransient"/>, otherwise hold it until a person has acted.</summary>
/// <remarks>The message holds no key, no password and nothing of the file's content.</remarks>
public sealed class DeliveryException : Exception
{
    public DeliveryException(DeliveryFault fault, string message, Exception? inner = null)
        : base(message, inner) => Fault = fault;

    public DeliveryFault Fault { get; }

    /// <summary>The same call may succeed later without anybody doing anything.</summary>
    public bool IsTransient => Fault is DeliveryFault.Unreachable or DeliveryFault.Interrupted or DeliveryFault.TimedOut;

    /// <summary>The place concerned, at the receiver or on this machine.</summary>
    public string? Path { get; init; }

    /// <summary>What was seen.</summary>
    public string? Found { get; init; }

    /// <summary>What should have been seen.</summary>
    public string? Expected { get; init; }

    /// <summary>The finding that says it in the words of the office; its hint says what to do.</summary>
    /// <param name="destination">The destination's name; the texts name it as <c>{destination}</c>.</param>
    public Finding ToFinding(string destination) => new(IdOf(Fault), IsTransient || Fault == DeliveryFault.BudgetSpent ? Severity.Warning : Severity.Error)
    {
        Path = Path,
        Found = Found ?? Message,
        Expected = Expected,
        Arguments = new Dictionary<string, string> { ["destination"] = destination },
    };

    private static string IdOf(DeliveryFault fault) => fault switch
    {
        DeliveryFault.Unreachable => SyncFindings.Unreachable,
        DeliveryFault.HostKeyUnknown => SyncFindings.HostKeyUnknown,
        DeliveryFault.HostKeyChanged => SyncFindings.HostKeyChanged,
        DeliveryFault.AuthenticationFailed => SyncFindings.AuthenticationFailed,
        DeliveryFault.Refused => SyncFindings.Refused,
        DeliveryFault.FolderMissing => SyncFindings.FolderMissing,
        DeliveryFault.Missing => SyncFindings.Missing,
        DeliveryFault.TooLarge => SyncFindings.TooLarge,
        DeliveryFault.Interrupted => SyncFindings.Interrupted,
        DeliveryFault.TimedOut => SyncFindings.TimedOut,
        DeliveryFault.NameTaken => SyncFindings.NameTaken,
        DeliveryFault.NoSpace => SyncFindings.NoSpace,
        DeliveryFault.BudgetSpent => SyncFindings.BudgetSpent,
        DeliveryFault.SourceDamaged => SyncFindings.SourceDamaged,
        DeliveryFault.Unproven => SyncFindings.Unproven,
        DeliveryFault.ProgramMissing => SyncFindings.ProgramMissing,
        DeliveryFault.Protocol => SyncFindings.Protocol,
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
    };
}
