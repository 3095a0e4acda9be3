using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using OfficeNode.Core.Disk;
using OfficeNode.Storage;

namespace OfficeNode.Host.Kiosk;

/// <summary>Keeps the keys that protect forms in the node's own <c>keys</c> folder: a form that was open before a restart is taken after it. Thread-safe.</summary>
internal sealed class FormKeyStore : IXmlRepository
{
    private readonly string _folder;
    private readonly IDisk _disk;

    public FormKeyStore(NodeFolder folder, IDisk disk)
    {
        _folder = Path.Combine(folder.Keys, "forms");
        _disk = disk;
    }

    /// <remarks>A file that cannot be read would take all others with it: it is left out, and a new key is made when none is left.</remarks>
    public IReadOnlyCollection<XElement> GetAllElements() => !Directory.Exists(_folder) ? [] :
    [
        .. Directory.EnumerateFiles(_folder, "*.xml").Order(StringComparer.Ordinal).Select(Read).OfType<XElement>(),
    ];

    /// <param name="friendlyName">Chosen by the framework: letters, digits and hyphens.</param>
    public void StoreElement(XElement element, string friendlyName)
    {
        _disk.CreateFolder(_folder, FileAudience.Service);
        WholeFile.Replace(_disk, Path.Combine(_folder, friendlyName + ".xml"), element.Save, FileAudience.Service);
    }

    private static XElement? Read(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return XElement.Load(stream);
        }
        catch (System.Xml.XmlException)
        {
            return null;
        }
    }
}
