using OfficeNode.Core;
using OfficeNode.Packaging;

namespace OfficeNode.Host.Desk;

/// <summary>A package that was looked at in this run.</summary>
/// <param name="Records">Records in it, taken in or refused; 0 when it was refused as a whole.</param>
/// <param name="Refused">Records refused one by one.</param>
/// <param name="Receipt">The receipt's file; null when it got none.</param>
public sealed record TakenPackage(string Package, string Folder, ReceiptOutcome Outcome, long Records, long Refused, string? Receipt, IReadOnlyList<Finding> Findings);

/// <summary>What one run of the desk came to.</summary>
/// <param name="Known">Packages that lie there and were answered in an earlier run.</param>
/// <param name="Unreadable">What could not be read; it is tried again by the next run.</param>
public sealed record IntakeResult(
    IReadOnlyList<TakenPackage> Taken, IReadOnlyList<WaitingPackage> Waiting, long Known, IReadOnlyList<string> Others, IReadOnlyList<Finding> Unreadable);
