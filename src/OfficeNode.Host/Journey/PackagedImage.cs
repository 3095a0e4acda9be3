using OfficeNode.Core;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>A page as it will be sent: the image made of it, or its master as it is.</summary>
public sealed record PackagedImage
{
    public required DocumentCode Document { get; init; }

    public required int Sequence { get; init; }

    public int? DesignNumber { get; init; }

    public required Master Master { get; init; }

    public required int Frame { get; init; }

    /// <summary>As <see cref="Page.Turns"/>.</summary>
    public int Turns { get; init; }

    /// <summary>The image made; null when the master itself is sent.</summary>
    public Derivative? Derivative { get; init; }

    /// <summary>Of what is sent.</summary>
    public required ImageFacts Facts { get; init; }

    /// <summary>Of what is sent, in bytes.</summary>
    public long Length => Derivative?.Length ?? Master.Length;

    /// <summary>How a package's content list keeps it.</summary>
    public PackagedPage Row(string path) => new()
    {
        Document = Document,
        Sequence = Sequence,
        DesignNumber = DesignNumber,
        Master = Master.Digest,
        Frame = Frame,
        Turns = Turns,
        Profile = Derivative?.Profile,
        Path = path,
    };
}
