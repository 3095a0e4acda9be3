using OfficeNode.Capture;
using OfficeNode.Core;

namespace OfficeNode.Host.Journey;

/// <summary>A preview that somebody may want: of which frame, and how large.</summary>
/// <param name="Frame">Counted from 0.</param>
public readonly record struct WantedPreview(Master Master, int Frame, PreviewSize Size);

/// <summary>Who wants a preview.</summary>
public enum PreviewUrgency
{
    /// <summary>Somebody looks at the place where it is to appear.</summary>
    AtTheScreen,

    /// <summary>Nobody yet: what is looked at goes first, and always finds a worker free of these.</summary>
    Ahead,
}

/// <summary>The file of a preview, as a response carries it.</summary>
/// <param name="Path">A full path. The file's bytes never change; it stays for an hour at least after it was handed out.</param>
/// <param name="ContentType"><c>image/png</c> or <c>image/jpeg</c>.</param>
/// <param name="ETag">With its quotes; the same for the same bytes, also after the preview was swept and made again.</param>
public sealed record PreviewFile(string Path, string ContentType, string ETag);

/// <summary>A preview, or why there is none.</summary>
/// <param name="File">Null when the page cannot be drawn, or not now; the findings say why.</param>
/// <param name="Findings">Name no file: the caller knows which page it asked for.</param>
public sealed record PreviewAnswer(PreviewFile? File, IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether the disk or the machine is at fault, and not the page: other pages will fare no better.</summary>
    internal bool IsForWantOfAll => Findings.Any(finding => finding.Rule is PreviewFindings.Disk or PreviewFindings.Machine);
}
