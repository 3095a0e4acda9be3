using System.Globalization;

namespace OfficeNode.Host.Service;

/// <summary>The life of the service under systemd: ready once it serves, a sign of life within every watchdog interval, stopping when asked to. Elsewhere it does nothing.</summary>
/// <remarks>It listens to no signals: the command that runs the service does, and stops it.</remarks>
internal sealed class SystemdLifetime : IHostLifetime, IDisposable
{
    private readonly ServiceNotifier? _notifier;
    private readonly TimeProvider _time;
    private readonly TimeSpan? _watchdog;
    private readonly List<IDisposable> _registrations = [];
    private readonly IHostApplicationLifetime _application;
    private ITimer? _signs;

    public SystemdLifetime(IHostApplicationLifetime application, IConfiguration environment, TimeProvider time, ILogger<SystemdLifetime> log)
    {
        _application = application;
        _time = time;
        _notifier = environment["NOTIFY_SOCKET"] is { Length: > 0 } address ? new ServiceNotifier(address, log) : null;
        _watchdog = IntervalOf(environment);
    }

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        _registrations.Add(_application.ApplicationStarted.Register(Started));
        _registrations.Add(_application.ApplicationStopping.Register(() => _notifier?.Tell("STOPPING=1")));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _signs?.Dispose();
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _notifier?.Dispose();
    }

    private void Started()
    {
        _notifier?.Tell("READY=1");
        if (_notifier is { } notifier && _watchdog is { } interval)
        {
            // Half the interval, as sd_watchdog_enabled(3) asks for. A pool without a free thread sends no sign, and that is meant.
            _signs = _time.CreateTimer(_ => notifier.Tell("WATCHDOG=1"), null, interval / 2, interval / 2);
        }
    }

    private static TimeSpan? IntervalOf(IConfiguration environment)
    {
        var isOurs = environment["WATCHDOG_PID"] is not { Length: > 0 } pid || pid == Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        return isOurs && long.TryParse(environment["WATCHDOG_USEC"], NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) && microseconds > 0
            ? TimeSpan.FromMicroseconds(microseconds)
            : null;
    }
}
