using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Core.Keying;
using OfficeNode.Host.Commands;
using OfficeNode.Host.Settings;
using OfficeNode.Host.Texts;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;
using OfficeNode.Sync.Deliveries;

namespace OfficeNode.Host.Journey;

/// <summary>Enters a destination's answer that came by letter or mail; refusals come back to their records.</summary>
/// <remarks>Only for destinations that answer so: where receipts are signed, nothing but a verified one counts (I7).</remarks>
public sealed class AcknowledgeJourney
{
    private readonly Node _node;
    private readonly string _author;

    public AcknowledgeJourney(Node node, string author)
    {
        _node = node;
        _author = author;
    }

    /// <summary>Keeps the letter, then enters the answer in one transaction.</summary>
    /// <exception cref="UsageException">There is no such delivered package, its destination answers in another way, or it does not hold a record named.</exception>
    public async Task<AcknowledgeResult> RunAsync(AcknowledgeOrder order, CancellationToken cancellation)
    {
        var package = _node.Register.Read(session => Demand(session, order.Package));
        DemandRecorded(package.Destination);
        if (order.Date > _node.Today)
        {
            throw Values.Unreadable("--date", Day(order.Date), Words.Of("acknowledge.not-future", ("today", Day(_node.Today))));
        }

        var letter = order.Letter is { } received ? await KeepAsync(received, cancellation) : null;
        var verdict = order.Refused ? "refused" : "accepted";
        return _node.Register.Write(new Deed(_author, "acknowledge", $"{package.Name} {verdict} {Day(order.Date)}"), session =>
        {
            // Somebody else may have entered an answer meanwhile.
            Demand(session, order.Package);
            return Enter(session, package, order, letter);
        });
    }

    private static AcknowledgeResult Enter(RegisterSession session, PackageRow package, AcknowledgeOrder order, Letter? letter)
    {
        var refused = order.RefusedRecords.Select(record => RefusalOf(session, package, order, record)).ToList();
        var findings = new List<Finding>(refused);
        if (order.Refused)
        {
            findings.Add(FindingOf(AcknowledgeFindings.PackageRefused, Severity.Error, package, order));
        }

        var records = package.Records ?? 0;
        var confirmed = order.Refused ? 0 : records - refused.Count;
        if (order.Count is { } count && count != confirmed)
        {
            findings.Add(FindingOf(AcknowledgeFindings.CountDiffers, Severity.Warning, package, order) with
            {
                Found = count.ToString(CultureInfo.InvariantCulture),
                Expected = confirmed.ToString(CultureInfo.InvariantCulture),
            });
        }

        session.Answers.Enter(package.Id, new RecordedAnswer
        {
            Day = order.Date,
            Sender = order.Sender,
            Person = order.Person,
            Records = order.Count,
            Source = letter is null ? null : session.Sources.Enter(letter.Facts.Digest, letter.Extension, letter.Name, letter.Facts.Length),
        });
        new Answer(session, package).Take(!order.Refused, findings);
        return new AcknowledgeResult(!order.Refused, confirmed, records - confirmed, letter?.Facts.Digest, findings);
    }

    private static Finding RefusalOf(RegisterSession session, PackageRow package, AcknowledgeOrder order, RefusedRecord record)
    {
        var held = session.Dossiers.Find(record.Dossier).Where(dossier => session.Packages.Holds(package.Id, dossier.Id)).ToList();
        return held.Count == 1
            ? FindingOf(AcknowledgeFindings.RecordRefused, Severity.Error, package, order) with { Dossier = held[0].Name.ToString(), Path = PlaceOf(session, held[0], record), Found = record.Reason }
            : throw new UsageException(Words.Of(
                held.Count == 0 ? "acknowledge.not-in-package" : "dossier.ambiguous",
                ("dossier", record.Dossier), ("package", package.Name), ("candidates", string.Join(", ", held.Select(dossier => dossier.Name)))));
    }

    private static string? PlaceOf(RegisterSession session, Dossier dossier, RefusedRecord refused) => refused.Field is not { } inid ? null
        : Form.Of(dossier.Right).Fields.FirstOrDefault(field => field.Inid == inid) is { } field ? PlaceOf(session.Revisions.Get(dossier.Revision).Record, field.Path)
        : throw new UsageException(Words.Of("acknowledge.no-field", ("dossier", dossier.Name), ("field", inid)));

    // Findings name places of the record, where a party has a number and no role.
    private static string PlaceOf(Record record, string path)
    {
        var first = record.Parties.Index().FirstOrDefault(party => path.StartsWith($"parties[{party.Item.Role}].", StringComparison.OrdinalIgnoreCase));
        return first.Item is null ? path : FormattableString.Invariant($"parties[{first.Index}]{path[(path.IndexOf(']', StringComparison.Ordinal) + 1)..]}");
    }

    private static Finding FindingOf(string rule, Severity severity, PackageRow package, AcknowledgeOrder order) => new(rule, severity)
    {
        File = package.Name.ZipFile,
        Arguments = new Dictionary<string, string>
        {
            ["destination"] = package.Destination,
            ["sender"] = order.Sender,
            ["date"] = Day(order.Date),
        },
    };

    /// <summary>The package, when it waits for an answer.</summary>
    private static PackageRow Demand(RegisterSession session, PackageName name)
    {
        var package = session.Packages.Find(name) ?? throw new UsageException(Words.Of("package.unknown", ("name", name)));
        var state = session.Deliveries.Of(package.Id)?.State;
        return state switch
        {
            DeliveryState.Delivered => package,
            null => throw new UsageException(Words.Of("package.unknown", ("name", name))),
            _ => throw new UsageException(Words.Of("acknowledge.state", ("package", name), ("state", Words.Of("delivery." + state)))),
        };
    }

    private void DemandRecorded(string destination)
    {
        var kind = Values.Destination(_node.Settings, destination).Acknowledgement;
        if (kind != Acknowledgement.Recorded)
        {
            throw new UsageException(Words.Of("answers-by." + kind, ("destination", destination)));
        }
    }

    private sealed record Letter(string Name, string Extension, ContentFacts Facts);

    private async Task<Letter> KeepAsync(ReceivedLetter received, CancellationToken cancellation)
    {
        await using var content = received.Open();
        var extension = Path.GetExtension(received.Name).TrimStart('.').ToLowerInvariant();
        if (extension.Length is 0 or > 8 || !extension.All(char.IsAsciiLetterOrDigit))
        {
            extension = "bin";
        }

        return new Letter(received.Name, extension, await _node.Pages.AddSourceAsync(content, extension, cancellation));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
