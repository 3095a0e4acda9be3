namespace OfficeNode.Sync.Sftp;

/// <summary>How many bytes may be on their way without an answer, fitted to the line.</summary>
/// <remarks>
/// A long queue fills a fast line; on a slow one it only delays keep-alives and loses more when the line is cut. So the window grows while answers come
/// within a second, and shrinks when they take more than two. Chunks are a quarter of it, 8 KiB at least: smaller ones
/// cost more in framing (70 bytes each) than a cut tears.
/// </remarks>
internal sealed class SendWindow
{
    private const int Smallest = 32 * 1024;
    private const int ChunksPerWindow = 4;
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    private readonly int _largest;
    private readonly int _largestChunk;
    private int _size;
    private int _underWay;

    public SendWindow(int largest, int largestChunk)
    {
        _largest = Math.Max(largest, Smallest);
        _largestChunk = largestChunk;
        _size = Math.Min(2 * Smallest, _largest);
    }

    /// <summary>Bytes for the next packet.</summary>
    public int Chunk => Math.Min(_size / ChunksPerWindow, _largestChunk);

    /// <summary>Whether one more chunk may leave.</summary>
    public bool HasRoom => _underWay + Chunk <= _size;

    public void Left(int bytes) => _underWay += bytes;

    public void Answered(int bytes, TimeSpan took)
    {
        _underWay -= bytes;
        if (took < Quick)
        {
            _size = Math.Min(_largest, _size + bytes);
        }
        else if (took > Slow)
        {
            _size = Math.Max(Smallest, _size - bytes);
        }
    }
}
