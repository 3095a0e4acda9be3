using System.Globalization;
using OfficeNode.Capture;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Settings;
using OfficeNode.Packaging;
using OfficeNode.Packaging.Signatures;
using OfficeNode.Standards.Rules;
using OfficeNode.Standards.Schemas;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>What <c>package</c> made and what it left out.</summary>
public sealed record PackageResult(IReadOnlyList<PackageRow> Packages, IReadOnlyList<SkippedRecord> Skipped, IReadOnlyList<Finding> Findings);

/// <summary>Builds packages for a destination and queues them (I4-I6, I13).</summary>
/// <remarks>Safe to stop at any moment: the same command sweeps what was left and builds anew under the next number.</remarks>
public sealed class PackageJourney : IAsyncDisposable
{
    /// <summary>Damaged members make it build again without their record; a disk that fails more often than this is not one to build on.</summary>
    private const int Rounds = 3;

    /// <summary>Below the folder of a rebuild; what a stop leaves in it the next rebuild of that package replaces.</summary>
    private const string RebuildFolder = ".rebuilding";

    private readonly Node _node;
    private readonly string _author;
    private readonly ImageWorkerPool _pool;
    private readonly PageImages _images;
    private readonly SchemaSet _schemas;
    private readonly NodeKey _key;
    private readonly PackageWriter _writer;

    public PackageJourney(Node node, string author)
    {
        _node = node;
        _author = author;
        _pool = new ImageWorkerPool(ThisProgram.ImageWorkers(), node.Time);
        _images = new PageImages(node, new ImageConverter(_pool));
        _schemas = InstalledStandards.Open(node.Folder);
        _key = NodeKey.Load(node.Folder.Keys);
        _writer = new PackageWriter(node.Disk, _key);
    }

    /// <summary>As <see cref="PackageSelection.LeavesRefused"/>. Default no: who runs a command may want a record to go again as it is.</summary>
    public bool LeavesRefused { get; init; }

    /// <summary>Builds as many packages as the scope and the size limit ask for; none when there is nothing to send.</summary>
    /// <exception cref="StorageException">The disk is full or the register failed. Packages sealed before stay queued; nothing is half written.</exception>
    public async Task<PackageResult> RunAsync(string destination, DestinationSettings settings, PackageScope scope, IProgress<long>? progress, CancellationToken cancellation)
    {
        using var lease = _node.TakeLease("package");
        new PackageSweep(_node).Run();
        var profile = PackageProfile.Of(_node, destination, settings, _schemas);
        var exporter = new RecordExporter(profile, _schemas);
        var selection = new PackageSelection(_node, profile, exporter, _images, new Validator(_node.Rules)) { LeavesRefused = LeavesRefused };
        await using var cursor = new SelectionCursor(selection.SelectAsync(scope, cancellation), cancellation);
        await cursor.MoveNextAsync();
        var packages = new List<PackageRow>();
        var findings = new List<Finding>();
        var records = 0L;
        while (cursor.Current is { } first)
        {
            findings.AddRange(AboveLimit(first, settings));
            if (await BuildAsync(Reserve(profile, scope), exporter, selection, cursor, cancellation) is { } built)
            {
                packages.Add(built);
                records += built.Records ?? 0;
                progress?.Report(records);
            }
        }

        return new PackageResult(packages, selection.Skipped, findings);
    }

    /// <summary>Builds a sealed package again into another folder, from its content list alone, and compares.</summary>
    /// <remarks>It is built beside its place, so that a stop leaves nothing half written under its name, and replaces nothing there.</remarks>
    /// <returns>A finding when the bytes differ from those sealed.</returns>
    public async Task<(SealedPackage Package, IReadOnlyList<Finding> Findings)> RebuildAsync(PackageRow package, string folder, CancellationToken cancellation)
    {
        var profile = SettingsStore.Read<PackageProfile>(package.Profile);
        var build = new PackageBuild(_node, package, new RecordExporter(profile, _schemas), _images);
        var building = Path.Combine(folder, RebuildFolder);
        _node.Disk.CreateFolder(building);
        var rebuilt = _writer.Place(await _writer.WriteAsync(OrderOf(package, profile), build.AgainAsync(cancellation), building, cancellation), folder);
        return (rebuilt, rebuilt.Sha256 == package.Digest ? [] :
        [
            new Finding(JourneyFindings.RebuildDiffers, Severity.Error)
            {
                File = rebuilt.ZipPath,
                Found = $"{rebuilt.Sha256}, {PackageProfile.ThisCodec}",
                Expected = $"{package.Digest}, {profile.Codec}",
            },
        ]);
    }

    public async ValueTask DisposeAsync()
    {
        await _pool.DisposeAsync();
        _key.Dispose();
    }

    private PackageRow Reserve(PackageProfile profile, PackageScope scope)
    {
        var deed = new Deed(_author, "package", $"{profile.Destination} {scope}");
        var id = _node.Register.Write(deed, session =>
        {
            var sequence = session.Packages.NextSequence(profile.Destination);
            return session.Packages.Reserve(NameOf(profile, scope, sequence), profile.Destination, scope, sequence, SettingsStore.Write(profile));
        });
        return _node.Register.Read(session => session.Packages.Get(id));
    }

    private PackageName NameOf(PackageProfile profile, PackageScope scope, long sequence)
    {
        var name = profile.Settings.NamePattern
            .Replace("{office}", _node.Settings.Office.Value, StringComparison.Ordinal)
            .Replace("{collection}", profile.Settings.Collection.ToLowerInvariant(), StringComparison.Ordinal)
            .Replace("{scope}", scope.ToString().ToLowerInvariant(), StringComparison.Ordinal)
            .Replace("{date}", _node.Today.ToString("yyyyMMdd", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{sequence}", sequence.ToString("D4", CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var parsed = PackageName.Parse(name);
        return parsed.Success ? parsed.Value : throw new SettingsException($"namePattern gives '{name}', expected {parsed.Expected}.");
    }

    private static IEnumerable<Finding> AboveLimit(SelectedRecord record, DestinationSettings settings)
    {
        if (record.Bytes > settings.MaxPackageBytes)
        {
            yield return new Finding(JourneyFindings.DossierAboveLimit, Severity.Warning)
            {
                Dossier = record.Export.Dossier.ToString(),
                Found = record.Bytes.ToString(CultureInfo.InvariantCulture),
                Expected = settings.MaxPackageBytes.ToString(CultureInfo.InvariantCulture),
            };
        }
    }

    private PackageOrder OrderOf(PackageRow package, PackageProfile profile) => new()
    {
        Name = package.Name,
        Destination = profile.Destination,
        Scope = package.Scope,
        Office = _node.Settings.Office,
        Standards = [new StandardVersion(profile.Settings.Standard, profile.Settings.StandardVersion)],
        NotValidatedBecause = profile.NotValidatedBecause,
        AuditHead = package.AuditHead,
        Created = package.ReservedAt,
        Codec = profile.Codec,
    };

    /// <summary>Builds and seals one package; null when damage left no record in it.</summary>
    private async Task<PackageRow?> BuildAsync(
        PackageRow package, RecordExporter exporter, PackageSelection selection, SelectionCursor cursor, CancellationToken cancellation)
    {
        var profile = SettingsStore.Read<PackageProfile>(package.Profile);
        var build = new PackageBuild(_node, package, exporter, _images);
        var members = build.FirstAsync(cursor, profile.Settings.MaxPackageBytes, cancellation);
        for (var round = 1; ; round++)
        {
            try
            {
                var built = await _writer.WriteAsync(OrderOf(package, profile), members, _node.Folder.Building, cancellation);
                return Seal(package, _writer.Place(built, _node.Folder.Packages), build.Records);
            }
            catch (PackageException error) when (error.Fault == PackageFault.DamagedMember && round < Rounds)
            {
                await new DamagedPages(_node, selection).HandleAsync(package, error, cancellation);
                if (_node.Register.Read(session => session.Packages.ContentAfter(package.Id, 0, 1)).Count == 0)
                {
                    _node.Register.Note(session => session.Packages.Abandon(package.Id));
                    return null;
                }

                members = build.AgainAsync(cancellation);
            }
        }
    }

    private PackageRow Seal(PackageRow package, SealedPackage built, int records) =>
        _node.Register.Write(new Deed(_author, "seal", package.Name.Value), session =>
        {
            session.Packages.Seal(package.Id, built.Length, built.Sha256, built.Members, records);
            session.Deliveries.Queue(package.Id);
            if (package.Scope != PackageScope.Test)
            {
                session.Exports.QueueContents(package.Id, package.Destination);
                session.Retractions.Bring(package.Id, package.Destination);
            }

            return session.Packages.Get(package.Id);
        });
}
