using OfficeNode.Core.Keying;
using OfficeNode.Core.Ledgers;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Kiosk.Today;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Kiosk.Ledgers;

/// <summary>What screens say of volumes and folios.</summary>
internal sealed class LedgerWords
{
    private readonly Node _node;
    private readonly KioskJourneys _journeys;

    public LedgerWords(Node node, KioskJourneys journeys)
    {
        _node = node;
        _journeys = journeys;
    }

    /// <summary>A folio or card by what is written on it.</summary>
    public static string NameOf(Volume volume, string label) => Words.Of("ledger.folio." + volume.Kind, ("label", label));

    /// <summary>The word over a column.</summary>
    public static string ColumnOf(FormField field) => Words.Of("entry.field." + field.Name);

    /// <summary>Why a folio can only be read now; null when it can be keyed.</summary>
    public string? WhyFixed(FolioView view) => view.Holder is { } holder
        ? Words.Of("ledger.held", ("person", _journeys.Names.Of(holder.Person)), ("since", new Moments(_node.Time.LocalTimeZone, _node.Time.GetUtcNow()).Of(holder.Since)))
        : null;
}
