using System.CommandLine;
using System.Globalization;
using OfficeNode.Capture.Scanners;
using OfficeNode.Host.Settings;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Commands;

/// <summary><c>scanners</c>: what scanners there are, what they can do, and the source to scan from each; <c>scanners watch</c>: the folders that the service takes batches from.</summary>
internal static class ScannersCommand
{
    public static Command Create(CommandEdge edge)
    {
        var device = new Argument<string?>("device") { Description = Words.Of("scanners.device"), Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("scanners", Words.Of("scanners.about")) { device, CreateWatch(edge) };
        edge.RunWithoutNode(command, async (parsed, screen, cancellation) =>
        {
            try
            {
                var scanners = await FindAsync(parsed.GetValue(device), new(new(), edge.Time), cancellation);
                screen.Result(new { scanners = scanners.Select(Json) }, Lines(scanners));
                return scanners.Count > 0 && scanners.All(scanner => scanner.Trouble is not null) ? ExitCode.Environment : ExitCode.Done;
            }
            catch (ScannerException error)
            {
                screen.Reasons([error.ToFinding()]);
                return ExitCode.Environment;
            }
        });
        return command;
    }

    private static Command CreateWatch(CommandEdge edge)
    {
        var folder = new Argument<string>("folder") { Description = Words.Of("scanners.watch.folder") };
        var rest = new Option<int?>("--rest") { Description = Words.Of("scan.rest") };
        var not = new Option<bool>("--not") { Description = Words.Of("scanners.watch.not") };
        var command = new Command("watch", Words.Of("scanners.watch.about")) { folder, rest, not };
        edge.Run(command, (node, parsed, screen, _) =>
        {
            var watched = new ScanFolder(Path.TrimEndingDirectorySeparator(Path.GetFullPath(parsed.GetRequiredValue(folder))));
            watched = parsed.GetValue(rest) is { } seconds ? watched with { RestSeconds = seconds } : watched;
            if (!parsed.GetValue(not) && !Directory.Exists(watched.Path))
            {
                throw new UsageException(Words.Of("scanners.watch.missing", ("folder", watched.Path)));
            }

            IReadOnlyList<ScanFolder> folders =
            [
                .. node.Settings.ScanFolders.Where(known => known.Path != watched.Path),
                .. parsed.GetValue(not) ? Array.Empty<ScanFolder>() : [watched],
            ];
            new SettingsStore(node.Folder, node.Disk).Save(node.Settings with { ScanFolders = folders });
            screen.Result(
                new { folders = folders.Select(known => new { folder = known.Path, rest = known.RestSeconds }) },
                folders.Count == 0 ? [Words.Of("scanners.watch.none")] : folders.Select(known => Words.Of("scanners.watch.line", ("folder", known.Path), ("seconds", known.RestSeconds))));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static async Task<IReadOnlyList<FoundScanner>> FindAsync(string? device, ScannerList list, CancellationToken cancellation)
    {
        const string Prefix = "sane:";
        var name = device is not null && device.StartsWith(Prefix, StringComparison.Ordinal) ? device[Prefix.Length..] : device;
        return name is null ? await list.FindAsync(cancellation) : [await list.FindAsync(name, cancellation)];
    }

    private static object Json(FoundScanner scanner) => new
    {
        source = ScannerSource.OfDevice(scanner.Device),
        scanner.Vendor,
        scanner.Model,
        scanner.Kind,
        scanner.Capabilities?.Modes,
        resolutions = scanner.Capabilities?.Resolutions,
        resolutionFrom = scanner.Capabilities?.ResolutionRange?.From,
        resolutionTo = scanner.Capabilities?.ResolutionRange?.To,
        scanner.Capabilities?.Sources,
        feeder = scanner.Capabilities?.HasFeeder,
        duplex = scanner.Capabilities?.HasDuplex,
        scanner.Capabilities?.Width,
        scanner.Capabilities?.Height,
        findings = FindingJson.Of(scanner.Trouble is { } trouble ? [trouble.ToFinding()] : []),
    };

    private static IEnumerable<string> Lines(IReadOnlyList<FoundScanner> scanners) =>
        scanners.Count == 0 ? [Words.Of("scanners.none")] : scanners.SelectMany(Lines);

    private static IEnumerable<string> Lines(FoundScanner scanner)
    {
        yield return Words.Of("scanners.name", ("source", ScannerSource.OfDevice(scanner.Device)), ("name", $"{scanner.Vendor} {scanner.Model}".Trim())).TrimEnd();
        foreach (var line in scanner.Capabilities is { } able ? Lines(able) : [])
        {
            yield return line;
        }

        if (scanner.Trouble?.ToFinding() is { } trouble)
        {
            yield return $"        {FindingTexts.Message(trouble)} {FindingTexts.Hint(trouble)}";
        }
    }

    private static IEnumerable<string> Lines(ScannerCapabilities able)
    {
        if (able.Modes.Count > 0)
        {
            yield return Words.Of("scanners.modes", ("modes", string.Join(", ", able.Modes)));
        }

        if (Resolutions(able) is { Length: > 0 } resolutions)
        {
            yield return Words.Of("scanners.resolutions", ("resolutions", resolutions));
        }

        if (able.Sources.Count > 0)
        {
            yield return Words.Of("scanners.sources", ("sources", string.Join(", ", able.Sources)));
        }

        if (able is { Width: { } width, Height: { } height })
        {
            yield return Words.Of("scanners.paper", ("width", Number(width)), ("height", Number(height)));
        }
    }

    private static string Resolutions(ScannerCapabilities able) => able.ResolutionRange is { } range
        ? $"{Number(range.From)} - {Number(range.To)}"
        : string.Join(", ", able.Resolutions.Select(Number));

    private static string Number(double number) => number.ToString("0.#", CultureInfo.CurrentCulture);
}
