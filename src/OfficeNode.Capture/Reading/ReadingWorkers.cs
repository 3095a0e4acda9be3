namespace OfficeNode.Capture.Reading;

/// <summary>How worker processes are bounded that read pages, which takes longer and more memory than converting one.</summary>
public static class ReadingWorkers
{
    /// <summary>Options for a pool that reads, from those of the pool for images: how the process is started stays the same.</summary>
    /// <param name="workers">Processes at most; one for each core, fewer while somebody scans or keys.</param>
    public static ImageWorkerOptions Of(ImageWorkerOptions images, int workers) => images with
    {
        Workers = workers,

        // The fullest page of a newspaper takes ten seconds on a slow core; somebody else may want the core too.
        JobTime = TimeSpan.FromMinutes(2),

        // Loading the models takes a third of a page's time: worth keeping between two batches.
        IdleTime = TimeSpan.FromMinutes(5),

        // What Tesseract forgets to free is little, and a new process costs half a second.
        JobsPerProcess = 1_000,

        // The decoded frame, its copy in grey and in one bit, and 100 MB for a page of small print.
        MemoryBytes = 1_200L << 20,
    };
}
