using Microsoft.Extensions.Logging;
using NUnit.Framework;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Service;
using OfficeNode.Journeys.Kiosk.RegisterScreens;
using OfficeNode.Storage;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Service;

[CancelAfter(120_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class SearchFillServiceTests : OneNodeTests
{
    private const int Filled = 5100;

    [Test]
    public async Task What_an_older_program_saved_is_put_into_the_index_of_the_search(CancellationToken cancellation)
    {
        RegisterOffice.Fill(Node);
        Tool.Run("sqlite3", "sqlite3", Node.Folder.RegisterFile, "DELETE FROM register_find; INSERT INTO find_gap VALUES (1, 4);");
        using var log = new RecordingLog();
        using var loggers = new LoggerFactory([log]);
        using var service = new SearchFillService(new NodeSource(Node.Folder.Root, new PhysicalDisk(), Node.Time), loggers.CreateLogger<SearchFillService>());

        await service.StartAsync(cancellation);
        while ((await log.NextAsync(cancellation)).Event != Filled)
        {
            // What else it says.
        }

        await service.StopAsync(cancellation);
        Assert.That(Node.Read(session => (session.Search.IsFilling, session.Search.Find(SearchWords.Parse("chauf"), 10).Found)), Is.EqualTo((false, 1)));
    }
}
