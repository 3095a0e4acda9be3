using OfficeNode.Core;
using OfficeNode.Host.Settings;
using OfficeNode.Storage;

namespace OfficeNode.Host.Journey;

/// <summary>Ids of what is wrong with a settled agreement.</summary>
public static class AgreementFindings
{
    /// <summary>Nobody says by which letter it was agreed.</summary>
    public const string ReferenceMissing = "AGREEMENT-REFERENCE-MISSING";

    /// <summary>Nobody says who answers for it.</summary>
    public const string PersonMissing = "AGREEMENT-PERSON-MISSING";

    /// <summary>The day is missing or no day.</summary>
    public const string DateForm = "AGREEMENT-DATE-FORM";

    /// <summary>The day is still to come.</summary>
    public const string DateFuture = "AGREEMENT-DATE-FUTURE";
}

/// <summary>Settles how far the agreement with a receiver has come: what lets packages out to it at all.</summary>
public sealed class DestinationJourney
{
    private readonly Node _node;
    private readonly string _author;

    public DestinationJourney(Node node, string author)
    {
        _node = node;
        _author = author;
    }

    /// <summary>Changes the state of a destination, in the settings and with an entry in the audit log.</summary>
    /// <param name="agreement">What was agreed; null unless the state is agreed.</param>
    /// <exception cref="SettingsException">There is no such destination, or the settings cannot be kept.</exception>
    public IReadOnlyList<Finding> Settle(string destination, DestinationState state, Agreement? agreement)
    {
        var findings = state == DestinationState.Agreed ? Check(agreement).ToList() : [];
        if (findings.Count > 0)
        {
            return findings;
        }

        var store = new SettingsStore(_node.Folder, _node.Disk);
        var reference = agreement is null ? "" : $", {agreement.Reference}";
        _node.Register.Write(new Deed(_author, "destination set", $"{destination}: {state}{reference}"), _ =>
        {
            // As the file is now: a command may have changed another part of it since this request began.
            var settings = store.Load();
            if (!settings.Destinations.TryGetValue(destination, out var before))
            {
                throw new SettingsException($"There is no destination {destination}.");
            }

            var after = before with { State = state, Agreement = state == DestinationState.Agreed ? agreement : before.Agreement };
            store.Save(settings with { Destinations = new Dictionary<string, DestinationSettings>(settings.Destinations) { [destination] = after } });
        });
        return [];
    }

    private IEnumerable<Finding> Check(Agreement? agreement)
    {
        if (string.IsNullOrWhiteSpace(agreement?.Reference))
        {
            yield return new Finding(AgreementFindings.ReferenceMissing, Severity.Error) { Path = "reference" };
        }

        if (string.IsNullOrWhiteSpace(agreement?.Person))
        {
            yield return new Finding(AgreementFindings.PersonMissing, Severity.Error) { Path = "person" };
        }

        if (agreement?.Date > _node.Today)
        {
            yield return new Finding(AgreementFindings.DateFuture, Severity.Error) { Path = "date" };
        }
    }
}
