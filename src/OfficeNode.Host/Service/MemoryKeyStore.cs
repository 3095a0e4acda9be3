using System.Collections.Concurrent;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace OfficeNode.Host.Service;

/// <summary>Keeps the web framework's own keys as long as the process lives. Otherwise they would lie open in the home folder of whoever runs the service. Thread-safe.</summary>
internal sealed class MemoryKeyStore : IXmlRepository
{
    private readonly ConcurrentQueue<XElement> _keys = new();

    public IReadOnlyCollection<XElement> GetAllElements() => [.. _keys];

    public void StoreElement(XElement element, string friendlyName) => _keys.Enqueue(element);
}
