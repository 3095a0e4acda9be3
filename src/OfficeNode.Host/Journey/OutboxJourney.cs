using OfficeNode.Core;
using OfficeNode.Host.Settings;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>Ids of what people do with the outbox.</summary>
public static class OutboxFindings
{
    /// <summary>A person keeps the package back, and says why.</summary>
    public const string Stopped = "OUTBOX-STOPPED";

    /// <summary>Nobody says why.</summary>
    public const string ReasonMissing = "OUTBOX-REASON-MISSING";

    /// <summary>The package does not wait any more.</summary>
    public const string NotWaiting = "OUTBOX-NOT-WAITING";

    /// <summary>The package is not stopped any more.</summary>
    public const string NotStopped = "OUTBOX-NOT-STOPPED";

    /// <summary>A record in the package was taken back: it never goes.</summary>
    public const string Retracted = "OUTBOX-RETRACTED";
}

/// <summary>What people do with packages in the outbox: keep them back, let them go on, and ask the service to work at once.</summary>
public sealed class OutboxJourney
{
    private readonly Node _node;
    private readonly string _author;

    public OutboxJourney(Node node, string author)
    {
        _node = node;
        _author = author;
    }

    /// <summary>Asks the service for an errand; asked for twice before it is done, it is done once.</summary>
    /// <exception cref="SettingsException">There is no such destination.</exception>
    public void Ask(ErrandKind kind, string destination)
    {
        if (!_node.Settings.Destinations.ContainsKey(destination))
        {
            throw new SettingsException($"There is no destination {destination}.");
        }

        _node.Register.Write(new Deed(_author, "ask", $"{kind} {destination}"), session => session.Errands.Ask(kind, destination, _author));
    }

    /// <summary>Keeps a waiting package back.</summary>
    public IReadOnlyList<Finding> Stop(PackageName name, string reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return [new Finding(OutboxFindings.ReasonMissing, Severity.Error) { Path = "reason" }];
        }

        var why = new Finding(OutboxFindings.Stopped, Severity.Info)
        {
            File = name.ZipFile,
            Found = reason.Trim(),
            Arguments = new Dictionary<string, string> { ["person"] = _author },
        };
        return Do("stop", name, (session, package) => session.Deliveries.Of(package.Id) is { State: DeliveryState.Waiting } && session.Deliveries.Stop(package.Id, why)
            ? null
            : OutboxFindings.NotWaiting);
    }

    /// <summary>Lets a stopped package wait for the line again; never one with a record that was taken back.</summary>
    public IReadOnlyList<Finding> GoOn(PackageName name) => Do("go on", name, (session, package) =>
        session.Deliveries.Of(package.Id) is not { State: DeliveryState.Stopped } ? OutboxFindings.NotStopped
        : session.Retractions.TakesFrom(package.Id) ? OutboxFindings.Retracted
        : session.Deliveries.GoOn(package.Id) ? null
        : OutboxFindings.NotStopped);

    private IReadOnlyList<Finding> Do(string action, PackageName name, Func<RegisterSession, PackageRow, string?> work) =>
        _node.Register.TryWrite(new Deed(_author, action, name.Value), session =>
        {
            var package = session.Packages.Find(name);
            var against = package is null ? OutboxFindings.NotWaiting : work(session, package);
            return against is null ? [] : [new Finding(against, Severity.Error) { File = name.ZipFile }];
        });
}
