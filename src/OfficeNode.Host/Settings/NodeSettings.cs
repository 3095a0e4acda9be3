using OfficeNode.Capture.Looks;
using OfficeNode.Core;

namespace OfficeNode.Host.Settings;

/// <summary>What an office has decided about its node; the content of <c>settings.json</c>. Immutable: a change is a new value that is saved.</summary>
public sealed record NodeSettings
{
    /// <summary>The office whose register this node keeps; it takes in no other.</summary>
    public required OfficeCode Office { get; init; }

    /// <summary>The office's name as people know it.</summary>
    public required string Name { get; init; }

    /// <summary>Language of imported records, titles and texts whose source names none; null when it is to stay open. Set by <c>init --language</c>.</summary>
    public LanguageCode? Language { get; init; }

    /// <summary>Who helps when something is wrong: the organisation the office names. Shown on the Today screen.</summary>
    public string? Support { get; init; }

    /// <summary>Per right: from which act on something is public, and which document types.</summary>
    public required IReadOnlyDictionary<Right, PublicationPolicy> Publication { get; init; }

    /// <summary>Whether streets of natural persons may leave (I14). Default: no.</summary>
    public bool StreetsOfPersons { get; init; }

    public NightWindow Night { get; init; } = new();

    /// <summary>Folders out of which the service takes batches by itself. Set by <c>scanners watch</c>.</summary>
    public IReadOnlyList<ScanFolder> ScanFolders { get; init; } = [];

    public ReadingSettings Reading { get; init; } = new();

    public PreviewSettings Previews { get; init; } = new();

    /// <summary>From where on the quality of a page is remarked on.</summary>
    public QualityThresholds Quality { get; init; } = new();

    /// <summary>Whether a scan says so when the first batch of a day from a scanner has no target sheet. Default: no.</summary>
    public bool DailyTarget { get; init; }

    public SignInSettings SignIns { get; init; } = new();

    public KeyingSettings Keying { get; init; } = new();

    /// <summary>Port of the kiosk on the loopback address. Default 8460, unassigned by IANA.</summary>
    public int Port { get; init; } = 8460;

    /// <summary>Addresses of the kiosk, as <c>https://0.0.0.0:8461</c> for the office's network; none means the loopback address at <see cref="Port"/>. Beyond this machine by <c>https</c> alone.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    public IReadOnlyDictionary<string, DestinationSettings> Destinations { get; init; } = new Dictionary<string, DestinationSettings>();

    /// <summary>Settings of a new node: three destinations as drafts, nothing public before the gazette.</summary>
    public static NodeSettings New(OfficeCode office, string name) => new()
    {
        Office = office,
        Name = name,
        Publication = Enum.GetValues<Right>().ToDictionary(right => right, DefaultPolicy),
        Destinations = DestinationSettings.Defaults,
    };

    private static PublicationPolicy DefaultPolicy(Right right) => new()
    {
        OpensAt = right is Right.Design ? OpeningPoint.Registration : OpeningPoint.Gazette,
        Documents = right switch
        {
            Right.Trademark => [DocumentCode.MarkImage],
            Right.Design => [DocumentCode.DesignViews],
            _ => DestinationSettings.PatentDocuments,
        },
    };
}

/// <summary>The hours of the night, local time, in which the service packages and delivers by itself.</summary>
public sealed record NightWindow
{
    /// <summary>Default 22:00.</summary>
    public TimeOnly From { get; init; } = new(22, 0);

    /// <summary>Default 05:00; earlier than <see cref="From"/> means the next day.</summary>
    public TimeOnly To { get; init; } = new(5, 0);

    /// <summary>Bytes per second on the line by night; null for as fast as it goes.</summary>
    public int? BytesPerSecond { get; init; }

    public bool Contains(TimeOnly time) => From <= To ? time >= From && time < To : time >= From || time < To;
}
