using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Host.Settings;
using OfficeNode.Standards.Rules;
using OfficeNode.Standards.Schemas;
using OfficeNode.Standards.Writers;

namespace OfficeNode.Host.Journey;

/// <summary>One record that would leave.</summary>
public sealed record ForeseenRecord(DossierId Id, DossierName Dossier, Operation Operation, int Pages, long Bytes);

/// <summary>A part of a list.</summary>
/// <param name="Next">After which dossier the next part begins; null at the end of the list.</param>
public sealed record ForesightPart<T>(IReadOnlyList<T> Items, DossierId? Next);

/// <summary>
/// Looks at what a night would package for a destination, by the very selection that builds packages (I4, I13, I14), and changes nothing: no name is
/// reserved, no image made, no twin counted. Not thread-safe.
/// </summary>
public sealed class PackageForesight
{
    /// <summary>What a screen shows at once; a part of left out records may be longer by a step of the selection.</summary>
    private const int PartSize = 50;

    /// <summary>How long a list is looked for before it is shown as far as it got: somebody waits for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);

    private readonly Node _node;
    private readonly DestinationSettings _settings;
    private readonly SchemaSet _schemas;
    private readonly PackageProfile _profile;

    public PackageForesight(Node node, string destination, DestinationSettings settings)
    {
        _node = node;
        _settings = settings;
        _schemas = InstalledStandards.Open(node.Folder);
        _profile = PackageProfile.Of(node, destination, settings, _schemas);
    }

    /// <summary>Why documents are not checked against official schemas; null when they are.</summary>
    public string? NotValidatedBecause => _profile.NotValidatedBecause;

    /// <summary>
    /// Something that differs whenever what would leave may differ: the head of the audit log, packages on their way, damage, the day, and what the
    /// office settled. While two marks are equal, so is what would leave.
    /// </summary>
    public static string MarkOf(Node node, string destination, DestinationSettings settings) => node.Register.Read(session => string.Join(
        '|',
        session.Audit.Head.Value,
        session.Deliveries.Mark(),
        session.Masters.CountDamaged().ToString(CultureInfo.InvariantCulture),
        node.Today.ToString("O", CultureInfo.InvariantCulture),
        destination,
        SettingsStore.Write(settings),
        SettingsStore.Write(node.Settings.Publication),
        node.Settings.StreetsOfPersons.ToString()));

    /// <summary>Counts all that would leave and all that is left out.</summary>
    /// <param name="soFar">Told what is counted so far, after each step of the selection.</param>
    public async Task<Foresight> CountAsync(Action<Foresight> soFar, CancellationToken cancellation)
    {
        var tally = new ForesightTally(_settings.MaxPackageBytes, _node.Register.Read(session => session.Dossiers.Counts()).Values.Sum());
        var images = new ForeseenImages(_node);
        var selection = Selection(images, default);
        selection.Stepped = (_, count) =>
        {
            tally.Step(count, selection.TakeSkipped(), images.Estimated);
            soFar(tally.SoFar());
            return true;
        };
        await foreach (var record in selection.SelectAsync(PackageScope.Updates, cancellation))
        {
            tally.Take(record);
        }

        return tally.SoFar() with { IsWhole = true };
    }

    /// <summary>The records that would leave, in the order of dossiers.</summary>
    public async Task<ForesightPart<ForeseenRecord>> RecordsAsync(DossierId after, CancellationToken cancellation)
    {
        var found = new List<ForeseenRecord>();
        DossierId? next = null;
        var selection = Selection(new ForeseenImages(_node), after);
        var began = _node.Time.GetTimestamp();
        selection.Stepped = (last, _) =>
        {
            next = _node.Time.GetElapsedTime(began) > Patience ? last : null;
            return next is null;
        };
        await foreach (var record in selection.SelectAsync(PackageScope.Updates, cancellation))
        {
            found.Add(new ForeseenRecord(record.Dossier, record.Export.Dossier, record.Export.Operation, record.Export.Images.Count, record.Bytes));
            if (found.Count == PartSize)
            {
                return new ForesightPart<ForeseenRecord>(found, record.Dossier);
            }
        }

        return new ForesightPart<ForeseenRecord>(found, next);
    }

    /// <summary>The records that are left out for one reason, in the order of dossiers.</summary>
    public async Task<ForesightPart<SkippedRecord>> LeftOutAsync(string reason, DossierId after, CancellationToken cancellation)
    {
        var found = new List<SkippedRecord>();
        DossierId? next = null;
        var selection = Selection(new ForeseenImages(_node), after);
        var began = _node.Time.GetTimestamp();
        selection.Stepped = (last, _) =>
        {
            found.AddRange(selection.TakeSkipped().Where(skipped => skipped.Reason == reason).OrderBy(skipped => skipped.Id.Value));
            next = found.Count >= PartSize || _node.Time.GetElapsedTime(began) > Patience ? last : null;
            return next is null;
        };
        await foreach (var _ in selection.SelectAsync(PackageScope.Updates, cancellation))
        {
            // What would leave is not asked for here; what is left out comes with each step.
        }

        return new ForesightPart<SkippedRecord>(found, next);
    }

    private PackageSelection Selection(ForeseenImages images, DossierId after) =>
        new(_node, _profile, new RecordExporter(_profile, _schemas), images, new Validator(_node.Rules)) { LeavesRefused = true, AssignsTwins = false, After = after };
}
