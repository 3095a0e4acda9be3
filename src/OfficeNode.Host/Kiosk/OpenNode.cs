using OfficeNode.Host.Journey;
using OfficeNode.Host.Service;

namespace OfficeNode.Host.Kiosk;

/// <summary>The served node as one request sees it: opened when first asked for, closed with the request. Not thread-safe, as a request is not.</summary>
internal sealed class OpenNode : IDisposable
{
    private readonly NodeSource _nodes;
    private Node? _node;

    public OpenNode(NodeSource nodes) => _nodes = nodes;

    /// <exception cref="Settings.SettingsException">Its settings have become unusable.</exception>
    /// <exception cref="Core.Disk.StorageException">Its register cannot be opened.</exception>
    public Node Node => _node ??= _nodes.Open();

    public void Dispose() => _node?.Dispose();
}
