using OfficeNode.Capture;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Capture;

/// <summary>A pool of real worker processes with a folder for the images of one test.</summary>
internal sealed class WorkerBench : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    public WorkerBench(TimeProvider? time = null, Func<ImageWorkerOptions, ImageWorkerOptions>? change = null, string[]? arguments = null)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "OfficeNode.TestWorker.dll");
        var options = new ImageWorkerOptions { FileName = "dotnet", Arguments = ["exec", program, .. arguments ?? []], Workers = 2 };
        Pool = new(change?.Invoke(options) ?? options, time ?? TimeProvider.System);
        Converter = new(Pool);
    }

    public ImageWorkerPool Pool { get; }

    public ImageConverter Converter { get; }

    /// <summary>Writes a file; some names make the worker misbehave.</summary>
    public string Put(string name, byte[] bytes)
    {
        var path = _folder.PathOf(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string PathOf(string name) => _folder.PathOf(name);

    public async ValueTask DisposeAsync()
    {
        await Pool.DisposeAsync();
        _folder.Dispose();
    }
}
