using OfficeNode.Capture.Workers;
using OfficeNode.Core;

namespace OfficeNode.Capture;

/// <summary>What came of one image: bytes to send, the word that the master's own bytes are to be sent, or findings that say why neither.</summary>
public sealed record ConvertedImage
{
    /// <summary>Findings carry no file name: the caller knows which page it asked for.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The master goes out byte for byte.</summary>
    public bool IsMaster { get; init; }

    /// <summary>The image made; null when <see cref="IsMaster"/> or refused.</summary>
    public ReadOnlyMemory<byte>? Bytes { get; init; }

    /// <summary>What is sent, by its own header; null when refused.</summary>
    public ImageFacts? Facts { get; init; }

    /// <summary>Extension of what is sent, without the dot; null when refused.</summary>
    public string? Extension { get; init; }

    /// <summary>Nothing can be sent: an error stands in <see cref="Findings"/>.</summary>
    public bool IsRefused => Facts is null;

    /// <summary>What a worker made. It has seen foreign bytes: its image is read anew before anybody believes it.</summary>
    internal static ConvertedImage Of(WorkerReply reply, IReadOnlyList<Finding> findings, ImageLimits limits)
    {
        if (reply.Extension is null)
        {
            return new() { Findings = findings };
        }

        var made = ImageHeaderReader.Read(new MemoryStream(reply.Body, writable: false), null, limits);
        return made.IsRefused || made.Frames.Count != 1
            ? new() { Findings = [.. findings, new(CaptureFindings.WorkerCrashed, Severity.Error)] }
            : new() { Bytes = reply.Body, Facts = made.Frames[0], Extension = reply.Extension, Findings = findings };
    }
}

/// <summary>What came of decoding one frame to prove that it can be read.</summary>
/// <param name="Width">Pixels; 0 when it cannot be decoded.</param>
/// <param name="Height">Pixels; 0 when it cannot be decoded.</param>
/// <param name="Findings">An error among them: the frame cannot be decoded.</param>
public sealed record CheckedImage(int Width, int Height, IReadOnlyList<Finding> Findings)
{
    /// <summary>Of the frame; null when it is not readable.</summary>
    public ImageFacts? Facts { get; init; }

    public bool IsReadable => Findings.All(finding => finding.Severity != Severity.Error);
}
