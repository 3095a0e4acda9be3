using OfficeNode.Core.Disk;
using OfficeNode.Host.Doctor;
using OfficeNode.Host.Settings;

namespace OfficeNode.Host.Service;

/// <summary>After a stop without warning looks at what may have been taken back by it: the newest page images, by digest (I2).</summary>
/// <remarks>Linux syncs folders and should lose nothing; Windows has no documented way to, and disks lie.</remarks>
internal sealed class UncleanStop : BackgroundService
{
    private const string RunningKey = "service.running";

    private readonly NodeSource _nodes;
    private readonly ILogger<UncleanStop> _log;
    private bool _hasLooked;

    public UncleanStop(NodeSource nodes, ILogger<UncleanStop> log)
    {
        _nodes = nodes;
        _log = log;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (!_hasLooked)
        {
            return;   // a look that was cut short is taken again at the next start
        }

        try
        {
            using var node = _nodes.Open();
            node.Register.Note(session => session.Node.Set(RunningKey, "no"));
        }
        catch (Exception error) when (error is StorageException or SettingsException)
        {
            // Not noted, the next start looks once too often.
            _log.LookFailed(error);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            using var node = _nodes.Open();
            if (node.Register.Read(session => session.Node.Get(RunningKey)) == "yes")
            {
                _log.UncleanStop(MasterCheck.NewestByDigest);
                var damaged = await new MasterCheck(node, null).NewestAsync(stoppingToken);
                if (damaged.Count > 0)
                {
                    _log.MastersDamaged(damaged.Count);
                }
            }

            node.Register.Note(session => session.Node.Set(RunningKey, "yes"));
            _hasLooked = true;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
        catch (Exception error) when (error is StorageException or SettingsException)
        {
            _log.LookFailed(error);
        }
    }
}
