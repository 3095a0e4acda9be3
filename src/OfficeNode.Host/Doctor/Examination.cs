using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;
using OfficeNode.Host.Texts;
using OfficeNode.Storage;

namespace OfficeNode.Host.Doctor;

/// <summary>Looks a node over, as far as each part can be looked at: one that is broken never hides what is wrong with the others (I11).</summary>
/// <remarks>Changes nothing but the marks of damaged masters.</remarks>
public sealed class Examination
{
    private readonly NodeFolder _folder;
    private readonly IDisk _disk;
    private readonly TimeProvider _time;
    private readonly List<Finding> _findings = [];

    public Examination(string root, IDisk disk, TimeProvider time)
    {
        _folder = new NodeFolder(root);
        _disk = disk;
        _time = time;
    }

    /// <summary>Looks at everything once; what is in order is said, too.</summary>
    /// <param name="deep">Read every stored byte again: hours on a large node.</param>
    /// <param name="progress">Told the masters looked at so far; may be null.</param>
    public async Task<IReadOnlyList<Finding>> RunAsync(bool deep, IProgress<long>? progress, CancellationToken cancellation)
    {
        Try(() => new FolderCheck(_folder, _disk).Run());
        Try(() => new LanguageFolder(_folder.Languages).Read().Findings);
        var settings = Settings();
        await TryAsync(() => new ProgramCheck(_time).RunAsync(settings, cancellation));
        if (Directory.Exists(_folder.Locks))
        {
            Try(() => new KeyCheck(_folder).Run());
        }

        if (settings is not null && OpenNode() is { } node)
        {
            using (node)
            {
                await NodeAsync(node, deep, progress, cancellation);
            }
        }

        return _findings;
    }

    private async Task NodeAsync(Node node, bool deep, IProgress<long>? progress, CancellationToken cancellation)
    {
        Try(() => new RegisterCheck(node).Run());
        await TryAsync(() => new MasterCheck(node, progress).RunAsync(deep, cancellation));
        await TryAsync(() => new OutboxCheck(node).RunAsync(deep, cancellation));
        Try(() => new DestinationCheck(node).Run());
    }

    private NodeSettings? Settings()
    {
        try
        {
            var settings = new SettingsStore(_folder, _disk).Load();
            _findings.Add(new Finding(DoctorFindings.SettingsOk, Severity.Info) { Found = settings.Office.Value, File = _folder.SettingsFile });
            return settings;
        }
        catch (SettingsException error)
        {
            _findings.Add(new Finding(DoctorFindings.SettingsUnusable, Severity.Error) { File = _folder.SettingsFile, Found = error.Message });
            return null;
        }
    }

    private Node? OpenNode()
    {
        try
        {
            return Node.Open(_folder.Root, _disk, _time);
        }
        catch (StorageException error)
        {
            _findings.Add(Unusable(error, DoctorFindings.RegisterUnusable));
            return null;
        }
    }

    private void Try(Func<IEnumerable<Finding>> check)
    {
        try
        {
            // One by one: what a check said before it failed is kept.
            foreach (var finding in check())
            {
                _findings.Add(finding);
            }
        }
        catch (Exception error) when (error is StorageException or IOException or UnauthorizedAccessException)
        {
            _findings.Add(Unusable(Describe(error), DoctorFindings.Unreadable));
        }
    }

    private async Task TryAsync(Func<Task<IReadOnlyList<Finding>>> check)
    {
        try
        {
            _findings.AddRange(await check());
        }
        catch (Exception error) when (error is StorageException or IOException or UnauthorizedAccessException)
        {
            _findings.Add(Unusable(Describe(error), DoctorFindings.Unreadable));
        }
    }

    private StorageException Describe(Exception error) => error as StorageException ?? PhysicalDisk.Describe(_folder.Root, error);

    private static Finding Unusable(StorageException error, string rule) =>
        new(error.Fault == StorageFault.Damaged ? DoctorFindings.RegisterDamaged : rule, Severity.Error) { File = error.Path, Found = error.Message };
}
