using OfficeNode.Core;
using OfficeNode.Core.Json;
using OfficeNode.Host.Settings;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>Puts source entries into the register within one transaction, and counts what became of each.</summary>
internal sealed class ImportBatch
{
    private readonly RegisterSession _session;
    private readonly NodeSettings _settings;
    private readonly ImportOrder _order;
    private readonly long _source;
    private readonly Dictionary<string, long> _unmapped = new(StringComparer.Ordinal);
    private long _read;
    private long _new;
    private long _changed;
    private long _unchanged;
    private long _rejected;

    public ImportBatch(RegisterSession session, NodeSettings settings, ImportOrder order, long source)
    {
        _session = session;
        _settings = settings;
        _order = order;
        _source = source;
    }

    public ImportCounts Counts => new()
    {
        Read = _read,
        New = _new,
        Changed = _changed,
        Unchanged = _unchanged,
        Rejected = _rejected,
        Unmapped = _unmapped,
    };

    public void Take(IncomingEntry entry)
    {
        _read++;
        foreach (var path in entry.Item.Unmapped)
        {
            _unmapped[path] = _unmapped.GetValueOrDefault(path) + 1;
        }

        var findings = new List<Finding>(entry.Findings);
        var dossier = entry.Item.Record is { } record ? Save(entry, OfficeLanguage.Fill(record, _settings.Language), findings) : null;
        if (dossier is { } id)
        {
            RecordAct(entry, id, findings);
            AddPages(entry, id);
        }
        else
        {
            _rejected++;
        }

        if (findings.Count > 0 || dossier is null)
        {
            var note = new ImportNote(entry.Item.Ordinal, entry.Item.Line, dossier is null, findings, dossier is null ? entry.Item.Raw : null);
            _session.Sources.Note(_source, _order.MappingDigest, note);
        }
    }

    /// <summary>Writes the record; null when it is refused, with the reason among the findings.</summary>
    private DossierId? Save(IncomingEntry entry, Record record, List<Finding> findings)
    {
        if (record.Office != _settings.Office)
        {
            return Refuse(entry, findings, JourneyFindings.OtherOffice, "office", record.Office.Value, _settings.Office.Value);
        }

        if (record.IdentifyingNumber is not { } number)
        {
            return Refuse(entry, findings, JourneyFindings.NumberMissing, "applicationNumber", null, null);
        }

        var json = RecordJson.Write(record);
        var dossier = _session.Dossiers.Match(record);
        if (dossier is { } known && _session.Revisions.CurrentDigest(known) is { } current)
        {
            if (current.Digest == Digest.Of(json))
            {
                _unchanged++;
                return known;
            }

            if (current.Origin is { } origin && origin.Source == _source && origin.Item != entry.Item.Ordinal)
            {
                return Refuse(entry, findings, JourneyFindings.NumberTwice, "applicationNumber", number.AsPrinted, null);
            }
        }

        _ = dossier is null ? _new++ : _changed++;
        return _session.Save(dossier, record, json, _order.Author, new RevisionOrigin(_source, entry.Item.Ordinal));
    }

    private static DossierId? Refuse(IncomingEntry entry, List<Finding> findings, string rule, string path, string? found, string? expected)
    {
        findings.Add(new Finding(rule, Severity.Error) { Line = entry.Item.Line, Path = path, Found = found, Expected = expected });
        return null;
    }

    private void RecordAct(IncomingEntry entry, DossierId dossier, List<Finding> findings)
    {
        if ((entry.Item.Act ?? _order.CollectionAct) is { } act && entry.Item.Record is { } record)
        {
            findings.AddRange(ActRecorder.Record(_session, _settings, dossier, record.Right, act)
                .Select(finding => finding with { Line = entry.Item.Line }));
        }
    }

    private void AddPages(IncomingEntry entry, DossierId dossier)
    {
        foreach (var page in entry.Pages)
        {
            _session.Masters.Enter(page.Master);
            var row = page.For(dossier);
            if (!_session.Pages.Has(row))
            {
                _session.Pages.Append(row);
            }
        }
    }
}
