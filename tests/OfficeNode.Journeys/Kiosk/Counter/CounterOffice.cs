using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Counter;
using OfficeNode.Core.Disk;
using OfficeNode.Core.Json;
using OfficeNode.Host.Journey;
using OfficeNode.Storage;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Kiosk.Counter;

/// <summary>A node with series, and its journeys of the counter.</summary>
internal sealed class CounterOffice : IDisposable
{
    private CounterOffice(TestNode files, OfficeClock clock)
    {
        Files = files;
        Clock = clock;
        Node = Host.Journey.Node.Open(files.Folder.Root, new PhysicalDisk(), clock);
    }

    public TestNode Files { get; }

    public OfficeClock Clock { get; }

    public Host.Journey.Node Node { get; }

    public CounterJourney Counter => new(Node, "binta");

    public BlockJourney Blocks => new(Node, "binta");

    public SeriesJourney Series => new(Node, "amina");

    public ClockJourney ClockOf => new(Node, "salif");

    public static async Task<CounterOffice> CreateAsync() => new(await TestNode.CreateAsync(), new OfficeClock());

    /// <summary>Adds the series of patents, by years, unless told otherwise.</summary>
    public SeriesId AddSeries(SeriesEntry? entry = null)
    {
        var (id, findings) = Series.Add(entry ?? Patents);
        Assert.That(findings, Is.Empty);
        return id!.Value;   // nothing was found against it
    }

    public static SeriesEntry Patents { get; } = new() { Right = Right.Patent, Name = "Patents Act", FirstYear = "2020", Pattern = "XX/P/{year}/{number:6}", IsYearly = true };

    public static ReceptionEntry Filing { get; } = new()
    {
        Applicant = " Société Sahel Énergie ",
        Sheets = new Dictionary<DocumentCode, string> { [DocumentCode.Description] = "12", [DocumentCode.Claims] = "٣", [DocumentCode.Drawings] = "" },
        FeeReceipt = "R-2026-77",
    };

    /// <summary>Takes a filing in that must get a number.</summary>
    public Reception Receive(SeriesId id, string request = "a1")
    {
        var answer = Counter.Receive(id, Filing, request);
        Assert.That(answer.Findings, Is.Empty);
        return answer.Reception!;   // nothing was found against it
    }

    /// <summary>Brings a patent with an application number into the register, as an import does.</summary>
    public void Know(string printed)
    {
        var record = SampleRecords.Patent() with { ApplicationNumber = Number.Of(printed) };
        Node.Register.Write(new Deed("test", "import", printed), session => session.Save(null, record, RecordJson.Write(record), "test", null));
    }

    public void Dispose()
    {
        Node.Dispose();
        Files.Dispose();
    }
}
