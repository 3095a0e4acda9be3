using System.Globalization;
using OfficeNode.Capture;
using OfficeNode.Core;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>What became of one frame of a master on its way into a package.</summary>
/// <param name="Derivative">The image made; null when the master itself is sent, or nothing can be.</param>
/// <param name="Facts">Of what is sent; null when nothing can be, and the findings say why.</param>
public sealed record FrameImage(Derivative? Derivative, ImageFacts? Facts, IReadOnlyList<Finding> Findings);

/// <summary>Makes the images that a destination takes of the pages' masters, once, and keeps them for the next time. Thread-safe.</summary>
public sealed class PageImages : IPageImages
{
    /// <summary>Bilevel TIFF as facts/patentscope.md measured it; the number grows when the conversion changes.</summary>
    public const string PatentTiff = "patent-tiff-1";

    /// <summary>JPEG or PNG for marks and designs; the number grows when the conversion changes.</summary>
    public const string Picture = "picture-1";

    private readonly Node _node;
    private readonly ImageConverter _converter;

    public PageImages(Node node, ImageConverter converter)
    {
        _node = node;
        _converter = converter;
    }

    /// <summary>Makes, or finds, the image of one page.</summary>
    /// <exception cref="ImageWorkerException">This machine cannot work on images at all.</exception>
    public Task<FrameImage> MakeAsync(Page page, CancellationToken cancellation) => MakeAsync(new Shown(page.Master, page.Frame, page.Turns), ProfileOf(page.Document), cancellation);

    /// <summary>Makes, or finds, the image of a page that a package's content list names.</summary>
    /// <exception cref="ImageWorkerException">This machine cannot work on images at all.</exception>
    public async Task<PackagedImage?> MakeAsync(PackagedPage page, CancellationToken cancellation)
    {
        var master = _node.Register.Read(session => session.Masters.Get(page.Master))
            ?? throw new InvalidOperationException($"Master {page.Master} of {page.Path} is not in the register.");
        var made = await MakeAsync(new Shown(master, page.Frame, page.Turns), ProfileOf(page.Document), cancellation);
        return made.Facts is not { } facts ? null : new PackagedImage
        {
            Document = page.Document,
            Sequence = page.Sequence,
            DesignNumber = page.DesignNumber,
            Master = master,
            Frame = page.Frame,
            Turns = page.Turns,
            Derivative = made.Derivative,
            Facts = facts,
        };
    }

    /// <summary>The profile of the images that documents of a type become.</summary>
    internal static string ProfileOf(DocumentCode document) =>
        document == DocumentCode.MarkImage || document == DocumentCode.DesignViews ? Picture : PatentTiff;

    /// <summary>A frame as it is to be shown.</summary>
    private sealed record Shown(Master Master, int Frame, int Turns)
    {
        /// <summary>The name of its image of a profile: those that were made before pages could be turned keep theirs.</summary>
        public string NameOf(string profile) => Turns == 0 ? profile : string.Create(CultureInfo.InvariantCulture, $"{profile}-turned-{Turns}");
    }

    private async Task<FrameImage> MakeAsync(Shown shown, string profile, CancellationToken cancellation)
    {
        var (master, frame, name) = (shown.Master, shown.Frame, shown.NameOf(profile));
        var known = _node.Register.Read(session => session.Masters.Derivative(master.Digest, frame, name));
        if (known is not null && File.Exists(_node.Pages.PathOf(known)))
        {
            return new FrameImage(known, known.Facts, []);
        }

        var path = _node.Pages.PathOf(master);
        var made = profile == Picture
            ? await _converter.ToPictureAsync(path, frame, shown.Turns, cancellation)
            : await _converter.ToPatentTiffAsync(path, frame, shown.Turns, cancellation);
        if (made.IsMaster)
        {
            // Its bytes are checked while they are written into the package.
            return new FrameImage(null, made.Facts, []);
        }

        if (!await _node.Pages.IsIntactAsync(master, cancellation))
        {
            _node.Register.Note(session => session.Masters.MarkDamaged(master.Digest));
            return new FrameImage(null, null, [new Finding(JourneyFindings.MasterDamaged, Severity.Error) { Expected = master.Digest.Value }]);
        }

        return made is { Bytes: { } bytes, Facts: { } facts, Extension: { } extension }
            ? new FrameImage(await KeepAsync(master, frame, name, extension, bytes, facts, cancellation), facts, [])
            : new FrameImage(null, null, made.Findings);
    }

    private async Task<Derivative> KeepAsync(
        Master master, int frame, string profile, string extension, ReadOnlyMemory<byte> bytes, ImageFacts facts, CancellationToken cancellation)
    {
        using var content = new MemoryStream(bytes.ToArray(), writable: false);
        var kept = await _node.Pages.AddDerivativeAsync(content, extension, cancellation);
        var derivative = new Derivative
        {
            Master = master.Digest,
            Frame = frame,
            Profile = profile,
            Digest = kept.Digest,
            Extension = extension,
            Length = kept.Length,
            Crc32 = kept.Crc32,
            Facts = facts,
        };
        _node.Register.Note(session => session.Masters.Enter(derivative));
        return derivative;
    }
}
