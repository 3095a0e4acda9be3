using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace OfficeNode.Host.Service;

/// <summary>The life of the service under the Windows Service Control Manager. Started otherwise, from a console, it does nothing.</summary>
/// <remarks>One per process, because the manager knows one dispatcher per process. Its callbacks come on threads of the manager.</remarks>
[SupportedOSPlatform("windows")]
internal sealed class WindowsServiceLifetime : IHostLifetime, IDisposable
{
    /// <summary>What the manager waits for a pending state; the host itself gives up after ten seconds.</summary>
    private const uint PendingMilliseconds = 20_000;

    // The manager calls back without any context of ours.
    private static WindowsServiceLifetime? _current;

    private readonly IHostApplicationLifetime _application;
    private readonly TaskCompletionSource<bool> _startedByManager = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _stopped = new();
    private readonly Lock _gate = new();
    private readonly List<IDisposable> _registrations = [];
    private nint _service;
    private uint _state;
    private uint _checkPoint;

    public WindowsServiceLifetime(IHostApplicationLifetime application) => _application = application;

    public async Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        _current = this;
        new Thread(Dispatch) { IsBackground = true, Name = "service control dispatcher" }.Start();
        if (await _startedByManager.Task.WaitAsync(cancellationToken))
        {
            _registrations.Add(_application.ApplicationStarted.Register(() => Report(ServiceControl.Running)));
            _registrations.Add(_application.ApplicationStopping.Register(() => Report(ServiceControl.StopPending)));
        }
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Report(ServiceControl.Stopped);
        _stopped.Set();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        // Also after a start that failed: the dispatcher's thread must not wait for ever.
        _stopped.Set();
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }

    private unsafe void Dispatch()
    {
        // The name counts only where several services share a process.
        fixed (char* name = "")
        {
            var table = stackalloc ServiceControl.TableEntry[2];
            table[0] = new ServiceControl.TableEntry { Name = name, Main = &ServiceMain };
            table[1] = default;
            if (ServiceControl.StartDispatcher(table))
            {
                return;
            }
        }

        var error = Marshal.GetLastPInvokeError();
        if (error == ServiceControl.NotStartedByManager)
        {
            _startedByManager.TrySetResult(false);
        }
        else
        {
            _startedByManager.TrySetException(new Win32Exception(error));
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static unsafe void ServiceMain(uint count, char** arguments) => _current?.Main();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint Handle(uint request, uint kind, nint data, nint context) => _current?.Answer(request) ?? ServiceControl.NotImplemented;

    /// <summary>The manager ends the service when this returns.</summary>
    private unsafe void Main()
    {
        fixed (char* name = "")
        {
            _service = ServiceControl.RegisterHandler(name, &Handle, 0);
        }

        if (_service == 0)
        {
            _startedByManager.TrySetException(new Win32Exception(Marshal.GetLastPInvokeError()));
            return;
        }

        Report(ServiceControl.StartPending);
        _startedByManager.TrySetResult(true);
        _stopped.Wait();
    }

    private uint Answer(uint request)
    {
        switch (request)
        {
            case ServiceControl.StopRequest or ServiceControl.ShutdownRequest:
                Report(ServiceControl.StopPending);
                _application.StopApplication();
                return ServiceControl.NoError;
            case ServiceControl.InterrogateRequest:
                return ServiceControl.NoError;
            default:
                return ServiceControl.NotImplemented;
        }
    }

    private unsafe void Report(uint state)
    {
        lock (_gate)
        {
            // Stopped is the last word; and without a handle there is nobody to tell.
            if (_service == 0 || _state == ServiceControl.Stopped)
            {
                return;
            }

            _state = state;
            var isPending = state is ServiceControl.StartPending or ServiceControl.StopPending;
            var status = new ServiceControl.Status
            {
                Type = ServiceControl.OwnProcess,
                State = state,
                Accepted = state == ServiceControl.Running ? ServiceControl.AcceptStop | ServiceControl.AcceptShutdown : 0,
                CheckPoint = isPending ? ++_checkPoint : 0,
                WaitMilliseconds = isPending ? PendingMilliseconds : 0,
            };
            ServiceControl.SetStatus(_service, &status);
        }
    }
}
