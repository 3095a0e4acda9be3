using System.Net.Sockets;
using System.Text;

namespace OfficeNode.Host.Service;

/// <summary>Tells the service manager of Linux how the service stands, by datagrams as sd_notify(3) describes them.</summary>
internal sealed class ServiceNotifier : IDisposable
{
    private readonly Socket _socket;
    private readonly UnixDomainSocketEndPoint _manager;
    private readonly ILogger _log;

    /// <param name="address">The value of <c>NOTIFY_SOCKET</c>: a path, or a name in the abstract space after <c>@</c>.</param>
    public ServiceNotifier(string address, ILogger log)
    {
        _manager = new UnixDomainSocketEndPoint(address.StartsWith('@') ? '\0' + address[1..] : address);
        _socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        _log = log;
    }

    /// <summary>Sends one or several assignments, parted by line ends: <c>READY=1</c>. A manager that cannot be reached is no reason to stop working.</summary>
    public void Tell(string state)
    {
        try
        {
            _socket.SendTo(Encoding.UTF8.GetBytes(state), _manager);
        }
        catch (SocketException error)
        {
            _log.NotTold(state, error.Message);
        }
    }

    public void Dispose() => _socket.Dispose();
}
