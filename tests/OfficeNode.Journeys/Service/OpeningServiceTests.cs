using Microsoft.Extensions.Logging;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Service;
using OfficeNode.Journeys.Kiosk.RegisterScreens;
using OfficeNode.Storage;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Service;

[CancelAfter(120_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class OpeningServiceTests : OneNodeTests
{
    [Test]
    public async Task A_day_that_has_come_is_noted_of_the_dossiers_that_waited_for_it(CancellationToken cancellation)
    {
        RegisterOffice.Fill(Node);
        using (var register = Register.Open(Node.Folder, Node.Time))
        {
            var day = DateOnly.FromDateTime(Node.Time.GetLocalNow().DateTime).AddDays(3);
            register.Write(new Deed("hana", "publish", "a mark"), session => session.Acts.Record(
                RegisterOffice.Mark, new PublicationAct { Kind = OpeningPoint.Gazette, Date = day, Person = "A. Registrar", Gazette = "7/2026", Opens = [] }));
        }

        Node.Time.Advance(TimeSpan.FromDays(3));
        using var log = new RecordingLog();
        using var loggers = new LoggerFactory([log]);
        using var service = new OpeningService(new NodeSource(Node.Folder.Root, new PhysicalDisk(), Node.Time), loggers.CreateLogger<OpeningService>());

        await service.StartAsync(cancellation);

        await ProcessTree.UntilAsync(() => OpeningOf(RegisterOffice.Mark) == "3", cancellation);   // 1 + gazette
        await service.StopAsync(cancellation);
    }

    private string OpeningOf(DossierId dossier) =>
        Tool.Run("sqlite3", "sqlite3", Node.Folder.RegisterFile, FormattableString.Invariant($"SELECT opening FROM dossier WHERE id = {dossier.Value}")).Output.Trim();
}
