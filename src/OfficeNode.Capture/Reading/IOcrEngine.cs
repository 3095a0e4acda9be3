using OfficeNode.Core;
using OfficeNode.Core.Disk;

namespace OfficeNode.Capture.Reading;

/// <summary>A machine that reads pages.</summary>
/// <remarks>Thread-safe. Never changes the file it reads. Whatever is wrong with a page is a finding, and the next page is read all the same (I11).</remarks>
public interface IOcrEngine
{
    /// <summary>Reads one frame: turns it upright, takes out its lean, reads it; boxes are given in the upright frame.</summary>
    /// <param name="path">The master's file.</param>
    /// <param name="frame">Counted from 0.</param>
    /// <exception cref="StorageException">The master cannot be opened or read from the disk, which says nothing of the page: it is to be tried again.</exception>
    /// <exception cref="ImageWorkerException">The machine can read no page at all: a program or a language is missing.</exception>
    Task<ReadPage> ReadAsync(string path, int frame, ReadOrder order, CancellationToken cancellation);
}

/// <summary>How to read a page.</summary>
public sealed record ReadOrder
{
    /// <summary>Languages of the page, the likeliest first, as the reading machine names them: <c>eng</c>, <c>fra</c>, <c>ara</c>.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Quarter turns to the right that make it upright; null lets the machine find out.</summary>
    public int? Turns { get; init; }
}

/// <summary>A page that was read, or why not.</summary>
/// <param name="Text">Null when an error is among the findings.</param>
public sealed record ReadPage(PageText? Text, IReadOnlyList<Finding> Findings);
