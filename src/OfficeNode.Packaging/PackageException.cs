namespace OfficeNode.Packaging;

/// <summary>Why a package cannot be built, or not be read on.</summary>
public enum PackageFault
{
    /// <summary>The bytes of a member are not those promised: length or CRC-32 differ, or they cannot be read. Mark the master, build again without the record.</summary>
    DamagedMember,

    /// <summary>A member's path is not fit for a package, or is taken already.</summary>
    BadName,

    /// <summary>The package grows beyond a limit.</summary>
    TooLarge,

    /// <summary>A package that is being read is no longer the one that was verified: its bytes or its list changed underneath.</summary>
    Changed,
}

/// <summary>A package that is being built or read is given up; of one being built nothing stands under a final name.</summary>
public sealed class PackageException : Exception
{
    public PackageException(PackageFault fault, string member, string message, Exception? inner = null)
        : base(message, inner)
    {
        Fault = fault;
        Member = member;
    }

    public PackageFault Fault { get; }

    /// <summary>The path inside the package of the member concerned, or the package's name.</summary>
    public string Member { get; }

    /// <summary>What the promised and the read bytes differ in, as <c>length 10</c>; null where that does not apply.</summary>
    public string? Expected { get; init; }

    /// <summary>What was read instead.</summary>
    public string? Found { get; init; }

    internal static PackageException Damaged(string member, string expected, string found) =>
        new(PackageFault.DamagedMember, member, $"{member}: expected {expected}, found {found}.") { Expected = expected, Found = found };

    internal static PackageException Changed(string member) => new(PackageFault.Changed, member, $"{member}: no longer what was verified.");

    internal static PackageException Unreadable(string member, Exception cause) =>
        new(PackageFault.DamagedMember, member, $"{member}: cannot be read: {cause.Message}", cause) { Found = cause.Message };
}
