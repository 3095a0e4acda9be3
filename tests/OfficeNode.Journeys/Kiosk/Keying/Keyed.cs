using NUnit.Framework;
using OfficeNode.Core.Disk;
using OfficeNode.Core.Keying;
using OfficeNode.Host.Journey;

namespace OfficeNode.Journeys.Kiosk.Keying;

/// <summary>What nadia does beside the screens.</summary>
internal sealed class Keyed : IDisposable
{
    private readonly Host.Journey.Node _node;

    public Keyed(TestNode node) => _node = Host.Journey.Node.Open(node.Folder.Root, new PhysicalDisk(), node.Time);

    /// <summary>Says that an entry is done as it stands.</summary>
    public void Done(int entry)
    {
        var journey = new KeyingJourney(_node, "nadia");
        var view = journey.Open(new EntryId(entry))!;   // the test made it
        var answer = journey.Done(view.Entry.Id, view.Entry.Version, "as on the form");
        Assert.That(answer.Refused, Is.Empty);
    }

    public void Dispose() => _node.Dispose();
}
