using System.Globalization;
using OfficeNode.Capture.Scanners;
using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Keying;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Service;
using OfficeNode.Storage;

namespace OfficeNode.Host.Kiosk.Batches;

/// <summary>Begins scans in the name of a person: judges what a form says, never trusting it, and hands it to the service.</summary>
/// <remarks>
/// A folder is taken only when the settings name it, or a command scanned from it before: files are moved within it, and nobody at a browser may choose where on this computer that happens. So are
/// options behind a scanner's name, some of which read files.
/// </remarks>
internal sealed class ScanDesk
{
    // Sources that an office used within living memory.
    private const int MostSources = 20;

    private const int LeastResolution = 50;
    private const int MostResolution = 1_200;
    private const string Sane = "sane:";

    private readonly Node _node;
    private readonly ScanService _scans;
    private readonly string _author;

    public ScanDesk(Node node, ScanService scans, string author)
    {
        _node = node;
        _scans = scans;
        _author = author;
    }

    /// <summary>How the next scan is offered: as the last one was, else from the first folder that is watched.</summary>
    public ScanChoice Offered => _node.Register.Read(ScanBook.Choice) ?? new ScanChoice { Source = Known() is [var first, ..] ? first : "" };

    /// <summary>The sources that can be chosen without looking for scanners: those used before, and the folders of the settings.</summary>
    public IReadOnlyList<string> Known() =>
    [
        .. _node.Register.Read(session => session.Batches.Sources(MostSources))
            .Concat(_node.Settings.ScanFolders.Select(folder => ScannerSource.Canonical("folder:" + folder.Path)))
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Begins what a form asks for.</summary>
    public async Task<ScanAnswer> BeginAsync(ScanForm form, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        var choice = Read(form, findings);
        var into = BatchOf(form, choice, findings);
        if (findings.Count > 0)
        {
            return new ScanAnswer(null, findings);
        }

        _node.Register.Note(session => ScanBook.SetChoice(session, choice));
        return await BeginAsync(choice, into, AimOf(form, into), cancellation);
    }

    /// <summary>Goes on with a batch whose scan was stopped, from the source it came from.</summary>
    public async Task<ScanAnswer> GoOnAsync(Batch batch, CancellationToken cancellation) =>
        batch.HandedOver is null
            ? await BeginAsync(Offered with { Source = batch.ScanSource }, batch.Id, null, cancellation)
            : new ScanAnswer(null, [new(KeyingFindings.BatchHandedOver, Severity.Error) { Found = batch.Id.Value }]);

    private async Task<ScanAnswer> BeginAsync(ScanChoice choice, BatchId? into, ScanAim? aim, CancellationToken cancellation)
    {
        var scanner = ScannerSource.Open(choice.Source, OptionsOf(choice.Source), _node.Disk, _node.Time);
        if (!scanner.Success)
        {
            return new ScanAnswer(null, [new(ScanFindings.Source, Severity.Error) { Path = "source", Found = choice.Source }]);
        }

        return await _scans.BeginAsync(scanner.Value, RequestOf(choice, into), aim, cancellation);
    }

    private ScanRequest RequestOf(ScanChoice choice, BatchId? into)
    {
        var paper = choice.Paper is { } text && choice.Source.StartsWith(Sane, StringComparison.Ordinal) ? PaperSize.Parse(text).Value : null;
        return new ScanRequest
        {
            Source = choice.Source,
            Into = into,
            BeginAnother = into is null,
            IsBackFile = choice.IsBackFile,
            Order = new ScanOrder
            {
                Spool = _node.Folder.Spool,
                Resolution = choice.Resolution,
                Colour = choice.Colour,
                Duplex = choice.Duplex,
                Width = paper?.Width,
                Height = paper?.Height,
            },
            Author = _author,
        };
    }

    private ScannerOptions OptionsOf(string source) =>
        _node.Settings.ScanFolders.FirstOrDefault(folder => ScannerSource.Canonical("folder:" + folder.Path) == source) is { } watched
            ? new ScannerOptions { RestTime = TimeSpan.FromSeconds(watched.RestSeconds) }
            : new ScannerOptions();

    private ScanChoice Read(ScanForm form, List<Finding> findings)
    {
        var source = form.Source is { Length: > 0 } chosen ? chosen : NameOf(form.Other);
        if (!Known().Contains(source) && !IsScanner(source))
        {
            findings.Add(new(ScanFindings.Source, Severity.Error) { Path = "source", Found = source });
        }

        if (!int.TryParse(form.Resolution, NumberStyles.None, CultureInfo.InvariantCulture, out var resolution) || resolution is < LeastResolution or > MostResolution)
        {
            findings.Add(new(ScanFindings.Resolution, Severity.Error) { Path = "resolution", Found = form.Resolution, Expected = string.Create(CultureInfo.InvariantCulture, $"{LeastResolution} - {MostResolution}") });
        }

        var paper = form.Paper is { Length: > 0 } size ? size : null;
        if (paper is not null && PaperSize.Parse(paper) is { Success: false, Expected: var expected })
        {
            findings.Add(new(ScanFindings.Paper, Severity.Error) { Path = "paper", Found = paper, Expected = expected });
        }

        return new ScanChoice { Source = source, Resolution = resolution, Colour = form.Colour, Duplex = form.Duplex, Paper = paper, IsBackFile = form.BackFile };
    }

    /// <summary>A name alone is a scanner's.</summary>
    private static string NameOf(string? typed) => typed?.Trim() is not { Length: > 0 } name ? ""
        : name.StartsWith(Sane, StringComparison.Ordinal) || name.StartsWith("folder:", StringComparison.Ordinal) ? name
        : ScannerSource.OfDevice(name);

    private static bool IsScanner(string source) => source.StartsWith(Sane, StringComparison.Ordinal) && source.Length > Sane.Length && !source.Contains('?', StringComparison.Ordinal);

    /// <summary>The batch that the pages go into; an empty one that the last try left behind is used again.</summary>
    private BatchId? BatchOf(ScanForm form, ScanChoice choice, List<Finding> findings)
    {
        if (form.Into is { Length: > 0 } text)
        {
            var batch = BatchId.Parse(text) is { Success: true } parsed ? _node.Register.Read(session => session.Batches.Get(parsed.Value)) : null;
            if (batch is not { HandedOver: null })
            {
                findings.Add(new(batch is null ? ScanFindings.Batch : KeyingFindings.BatchHandedOver, Severity.Error) { Found = text });
            }

            return batch?.Id;
        }

        return _node.Register.Read(session => session.Batches.Newest(1)) is [{ Pages: 0, Batch: { Fault: not null, HandedOver: null } last }] && last.ScanSource == choice.Source ? last.Id : null;
    }

    /// <summary>Pages that are scanned into a batch without a place of their own drop the place that an earlier scan had.</summary>
    private ScanAim? AimOf(ScanForm form, BatchId? into) => into is not { } batch ? null : new ScanAim
    {
        Before = form.Before,
        Replaced = PageNumbers.Read(form.Replace),
        From = 1 + _node.Register.Read(session => LastNumber(session, batch)),
    };

    private static int LastNumber(RegisterSession session, BatchId batch) => session.Batches.Pulse(batch).Pages;
}
