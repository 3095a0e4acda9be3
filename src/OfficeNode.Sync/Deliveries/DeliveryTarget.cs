using OfficeNode.Core;

namespace OfficeNode.Sync.Deliveries;

/// <summary>Where packages of one destination go in the receiver's tree, and how its answer comes back.</summary>
/// <remarks>The tree is WIPO's: a folder per collection, in it <c>Full_Extraction</c>, <c>Updates</c> and <c>Test</c> (facts/patentscope.md [V]).</remarks>
public sealed record DeliveryTarget
{
    /// <summary>The destination's name.</summary>
    public required string Destination { get; init; }

    /// <summary>The folder in which the receiver's tree begins.</summary>
    public required RemotePath Root { get; init; }

    /// <summary><c>Patents</c>, <c>Trademarks</c> or <c>Designs</c>.</summary>
    public required string Collection { get; init; }

    /// <summary>Whether manifest, signature and member list travel too.</summary>
    public required bool Sidecars { get; init; }

    /// <summary>The folder of signed receipts; null when the destination answers in another way.</summary>
    public RemotePath? Receipts { get; init; }

    /// <summary>Whether delivery is all the answer there will be.</summary>
    public bool DeliveredIsConfirmed { get; init; }

    /// <summary>The folder of a scope.</summary>
    public RemotePath FolderOf(PackageScope scope) => Root.Child(Collection).Child(scope switch
    {
        PackageScope.Full => "Full_Extraction",
        PackageScope.Updates => "Updates",
        PackageScope.Test => "Test",
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, null),
    });
}
