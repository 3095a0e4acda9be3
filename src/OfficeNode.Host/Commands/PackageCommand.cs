using System.CommandLine;
using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;
using OfficeNode.Host.Texts;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Commands;

/// <summary><c>package</c>: builds packages for a destination and queues them, or builds one again.</summary>
internal static class PackageCommand
{
    public static Command Create(CommandEdge edge)
    {
        var destination = new Option<string?>("--destination") { Description = Words.Of("package.destination") };
        var scope = new Option<string?>("--scope") { Description = Words.Of("package.scope") };
        var rebuild = new Option<string?>("--rebuild") { Description = Words.Of("package.rebuild") };
        var to = new Option<string?>("--to") { Description = Words.Of("package.to") };
        var command = new Command("package", Words.Of("package.about")) { destination, scope, rebuild, to };
        edge.Run(command, (node, parsed, screen, cancellation) => (parsed.GetValue(rebuild), parsed.GetValue(to), parsed.GetValue(destination), parsed.GetValue(scope)) switch
        {
            ({ } name, { } folder, null, null) => RebuildAsync(node, name, Path.GetFullPath(folder), screen, cancellation),
            (null, null, { } receiver, { } which) => BuildAsync(node, receiver, Values.Choice<PackageScope>("--scope", which), screen, edge.Time, cancellation),
            _ => throw new UsageException(Words.Of("package.which")),
        });
        return command;
    }

    private static async Task<int> BuildAsync(Node node, string receiver, PackageScope scope, Screen screen, TimeProvider time, CancellationToken cancellation)
    {
        var settings = Values.Destination(node.Settings, receiver);
        DemandState(receiver, settings, scope);
        using var progress = screen.Progress(Words.Of("progress.records"), null, time);
        await using var journey = new PackageJourney(node, Values.Author);
        var result = await journey.RunAsync(receiver, settings, scope, new Reporting(progress), cancellation);
        Print(node, screen, result);
        return result.Skipped.Any(skipped => Values.HasErrors(skipped.Findings)) ? ExitCode.DataErrors : ExitCode.Done;
    }

    /// <summary>Nothing goes out for a receiver with whom nothing was agreed: <c>test</c> once testing, the others once agreed.</summary>
    private static void DemandState(string name, DestinationSettings settings, PackageScope scope)
    {
        var needed = scope == PackageScope.Test ? DestinationState.Testing : DestinationState.Agreed;
        if (settings.State < needed)
        {
            throw new UsageException(Words.Of(
                "package.state", ("destination", name), ("scope", scope.ToString().ToLowerInvariant()),
                ("found", Words.Of("state." + settings.State)), ("expected", Words.Of("state." + needed))));
        }
    }

    private static void Print(Node node, Screen screen, PackageResult result)
    {
        screen.Findings(result.Findings);
        screen.Findings(result.Skipped.SelectMany(skipped => skipped.Findings).Where(finding => finding.Severity == Severity.Error));
        var lines = result.Packages
            .Select(package => Words.Of("package.line", ("name", package.Name), ("records", package.Records), ("members", package.Members), ("bytes", package.Length)))
            .Concat(result.Skipped.CountBy(skipped => skipped.Reason).Select(reason => Words.Of(
                "package.left-out", ("count", reason.Value), ("reason", Words.Of("left-out." + reason.Key)))))
            .Append(Words.Of("package.done", ("packages", result.Packages.Count), ("records", result.Packages.Sum(package => package.Records ?? 0)), ("skipped", result.Skipped.Count)));
        screen.Result(
            new
            {
                packages = result.Packages.Select(package => new
                {
                    name = package.Name.Value,
                    path = Path.Combine(node.Folder.Packages, package.Name.ZipFile),
                    package.Records,
                    package.Members,
                    bytes = package.Length,
                    sha256 = package.Digest?.Value,
                }),
                skipped = result.Skipped.Select(skipped => new { record = skipped.Dossier.ToString(), skipped.Reason, findings = FindingJson.Of(skipped.Findings) }),
                findings = FindingJson.Of(result.Findings),
            },
            lines);
    }

    private static async Task<int> RebuildAsync(Node node, string name, string folder, Screen screen, CancellationToken cancellation)
    {
        var parsed = Values.Code<PackageName>("--rebuild", name);
        var package = node.Register.Read(session => session.Packages.Find(parsed));
        if (package is not { State: PackageState.Sealed })
        {
            throw new UsageException(Words.Of("package.unknown", ("name", name)));
        }

        await using var journey = new PackageJourney(node, Values.Author);
        var (rebuilt, findings) = await journey.RebuildAsync(package, folder, cancellation);
        screen.Findings(findings);
        screen.Result(
            new
            {
                packages = new[] { new { name, path = rebuilt.ZipPath, package.Records, members = rebuilt.Members, bytes = rebuilt.Length, sha256 = rebuilt.Sha256.Value } },
                findings = FindingJson.Of(findings),
            },
            [Words.Of("package.rebuilt", ("name", name), ("folder", folder), ("sha256", rebuilt.Sha256.Value))]);
        return findings.Count > 0 ? ExitCode.DataErrors : ExitCode.Done;
    }
}
