using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace OfficeNode.Journeys.Conformance;

/// <summary>A line to a server on this machine that stops carrying after a chosen number of bytes, connection by connection, and says so.</summary>
/// <remarks>So a fault can be placed at an exact byte without watching the clock. When the limits are used up, connections carry everything.</remarks>
internal sealed class HoldingRelay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Channel<long> _held = Channel.CreateUnbounded<long>();
    private readonly CancellationTokenSource _end = new();
    private readonly Queue<long> _limits;
    private readonly int _server;
    private readonly Task _accepting;

    private HoldingRelay(int server, IEnumerable<long> limits)
    {
        _server = server;
        _limits = new Queue<long>(limits);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Gets the limit of each connection that has reached it and now carries nothing to the server any more.</summary>
    public ChannelReader<long> Held => _held.Reader;

    /// <param name="server">The port of the server.</param>
    /// <param name="limits">Bytes that the first, second, ... connection carries to the server.</param>
    public static HoldingRelay Start(int server, IEnumerable<long> limits) => new(server, limits);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                connections.Add(CarryAsync(client, _limits.TryDequeue(out var limit) ? limit : long.MaxValue));
            }
        }
        catch (OperationCanceledException)
        {
            // The relay's end; the connections end with it.
            await Task.WhenAll(connections);
        }
    }

    /// <summary>Carries one connection until either side has gone.</summary>
    private async Task CarryAsync(TcpClient client, long limit)
    {
        using var server = new TcpClient();
        using (client)
        {
            await server.ConnectAsync(IPAddress.Loopback, _server, _end.Token);
            var up = PumpAsync(client.GetStream(), server.GetStream(), limit);
            var down = PumpAsync(server.GetStream(), client.GetStream(), long.MaxValue);
            await Task.WhenAny(up, down);
        }
    }

    private async Task PumpAsync(NetworkStream from, NetworkStream to, long limit)
    {
        var piece = new byte[16 * 1024];
        try
        {
            for (var left = limit; left > 0;)
            {
                var read = await from.ReadAsync(piece.AsMemory(0, (int)Math.Min(piece.Length, left)), _end.Token);
                if (read == 0)
                {
                    return;
                }

                await to.WriteAsync(piece.AsMemory(0, read), _end.Token);
                left -= read;
            }

            _held.Writer.TryWrite(limit);
            await Task.Delay(Timeout.Infinite, _end.Token);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // A side that has gone is what the relay is for; the connection ends.
        }
    }
}
