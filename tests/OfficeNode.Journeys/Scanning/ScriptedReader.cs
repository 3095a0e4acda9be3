using OfficeNode.Capture.Reading;
using OfficeNode.Core;

namespace OfficeNode.Journeys.Scanning;

/// <summary>A reading machine that finds nothing on any page, or says why it cannot, after something happened on the page.</summary>
internal sealed class ScriptedReader : IOcrEngine
{
    /// <summary>What happens meanwhile; told how many pages were begun, this one among them.</summary>
    public Action<int> Meanwhile { get; init; } = _ => { };

    /// <summary>What is wrong with each page; null when all can be read.</summary>
    public string? Fault { get; init; }

    private int Begun { get; set; }

    public Task<ReadPage> ReadAsync(string path, int frame, ReadOrder order, CancellationToken cancellation)
    {
        Meanwhile(++Begun);
        return Task.FromResult(Fault is { } rule
            ? new ReadPage(null, [new Finding(rule, Severity.Error)])
            : new ReadPage(new PageText { Width = 640, Height = 480, Turns = 0, Skew = 0, Languages = order.Languages, Engine = "test", Blocks = [] }, []));
    }
}
