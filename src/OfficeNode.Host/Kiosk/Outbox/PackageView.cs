using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;
using OfficeNode.Standards.Writers;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Kiosk.Outbox;

/// <summary>One record of a package, with what the destination had against it.</summary>
internal sealed record PackagedRecord(Dossier Dossier, Operation Operation, int Pages, IReadOnlyList<Finding> Refusals);

/// <summary>One package with its way and a part of its records.</summary>
internal sealed record PackageView
{
    private const int PartSize = 50;

    public required PackageRow Package { get; init; }

    public required Delivery Delivery { get; init; }

    /// <summary>Whether a signed receipt was verified.</summary>
    public required bool IsVerified { get; init; }

    public RecordedAnswer? Answer { get; init; }

    public required IReadOnlyList<PackagedRecord> Records { get; init; }

    /// <summary>After which ordinal the next records come; null at the end.</summary>
    public int? Next { get; init; }

    /// <summary>Whether a person enters the answer to it, now.</summary>
    public bool TakesAnswer { get; init; }

    /// <summary>The sealed package of a name; null where there is none.</summary>
    public static PackageView? Read(Node node, string name, int after) => PackageName.Parse(name) is not { Success: true } parsed ? null : node.Register.Read(session =>
    {
        if (session.Packages.Find(parsed.Value) is not { } package || session.Deliveries.Of(package.Id) is not { } delivery)
        {
            return null;
        }

        var contents = session.Packages.ContentAfter(package.Id, after, PartSize + 1);
        return new PackageView
        {
            Package = package,
            Delivery = delivery,
            IsVerified = session.Deliveries.HasReceipt(package.Id),
            Answer = session.Answers.Of(package.Id),
            Records = [.. contents.Take(PartSize).Select(content => RecordOf(session, package, content))],
            Next = contents.Count > PartSize ? contents[PartSize - 1].Ordinal : null,
            TakesAnswer = delivery.State == DeliveryState.Delivered
                && node.Settings.Destinations.GetValueOrDefault(package.Destination) is { Acknowledgement: Acknowledgement.Recorded },
        };
    });

    private static PackagedRecord RecordOf(RegisterSession session, PackageRow package, PackageContent content) => new(
        session.Dossiers.Get(content.Dossier),
        (Operation)content.Operation,
        content.Pages.Count,
        session.Exports.RefusalsIn(package.Id, content.Dossier));
}
