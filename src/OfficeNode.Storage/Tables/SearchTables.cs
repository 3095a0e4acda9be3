using System.Text;
using OfficeNode.Core;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>Which classification a class row belongs to.</summary>
public enum ClassScheme
{
    Ipc,
    Nice,
    Vienna,
    Locarno,
}

/// <summary>Which date of a record a row holds.</summary>
public enum DayKind
{
    Filing,
    Registration,
    Expiry,
    Publication,
    Priority,
}

/// <summary>The indexes over current revisions: numbers, parties, classes, days and full text. Wholly rebuildable from the revisions.</summary>
public sealed class SearchTables
{
    private readonly Database _database;

    internal SearchTables(Database database) => _database = database;

    /// <summary>Dossiers whose text has all the words, case and diacritics folded, the last word as a beginning; best first.</summary>
    public IReadOnlyList<DossierId> FindText(string words, int count)
    {
        var terms = words.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(word => '"' + word.Replace("\"", "\"\"", StringComparison.Ordinal) + '"')
            .ToList();
        return terms.Count == 0 ? [] : _database.Query(
            "SELECT rowid FROM register_text WHERE register_text MATCH ?1 ORDER BY rank LIMIT ?2",
            reader => new DossierId(reader.GetInt64(0)),
            string.Join(' ', terms) + '*',
            count);
    }

    /// <summary>Replaces the index rows of a dossier by those of its record.</summary>
    internal void Index(DossierId dossier, Record record, bool isNew)
    {
        if (!isNew)
        {
            Clear(dossier);
        }

        AddNumbers(dossier, record);
        AddParties(dossier, record);
        AddClasses(dossier, record);
        AddDays(dossier, record);
        _database.Execute(
            "INSERT INTO register_text (rowid, numbers, names, texts) VALUES (?1, ?2, ?3, ?4)",
            dossier.Value,
            string.Join(' ', NumbersOf(record).Select(row => row.Number.AsPrinted)),
            string.Join(' ', record.Parties.SelectMany(party => party.Names).Select(name => name.Text)),
            TextOf(record));
    }

    private void Clear(DossierId dossier)
    {
        _database.Execute("DELETE FROM number WHERE dossier = ?1", dossier.Value);
        _database.Execute("DELETE FROM party WHERE dossier = ?1", dossier.Value);
        _database.Execute("DELETE FROM class WHERE dossier = ?1", dossier.Value);
        _database.Execute("DELETE FROM day WHERE dossier = ?1", dossier.Value);
        _database.Execute("DELETE FROM register_text WHERE rowid = ?1", dossier.Value);
    }

    private void AddNumbers(DossierId dossier, Record record)
    {
        foreach (var (kind, number) in NumbersOf(record))
        {
            _database.Execute(
                "INSERT INTO number (dossier, kind, right, series, printed, year, sort_key, search_key) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                dossier.Value, (int)kind, (int)record.Right, number.Series ?? "", number.AsPrinted, number.Year ?? 0, number.SortKey, number.SearchKey);
        }
    }

    private void AddParties(DossierId dossier, Record record)
    {
        foreach (var party in record.Parties)
        {
            foreach (var name in party.Names)
            {
                _database.Execute(
                    "INSERT INTO party (dossier, role, name, name_key) VALUES (?1, ?2, ?3, ?4)",
                    dossier.Value, (int)party.Role, name.Text, NameKey.Of(name.Text));
            }
        }
    }

    private void AddClasses(DossierId dossier, Record record)
    {
        var classes = record.Ipc.Select(ipc => (ClassScheme.Ipc, ipc.Symbol))
            .Concat(record.Nice.Select(nice => (ClassScheme.Nice, nice.Number)))
            .Concat(record.Vienna.Select(vienna => (ClassScheme.Vienna, vienna.Code)))
            .Concat(record.Locarno.Select(locarno => (ClassScheme.Locarno, locarno.Code)))
            .Concat(record.Designs.SelectMany(design => design.Locarno).Select(locarno => (ClassScheme.Locarno, locarno.Code)));
        foreach (var (scheme, code) in classes)
        {
            _database.Execute("INSERT INTO class (dossier, scheme, code) VALUES (?1, ?2, ?3)", dossier.Value, (int)scheme, code);
        }
    }

    private void AddDays(DossierId dossier, Record record)
    {
        var days = new[] { (DayKind.Filing, record.FilingDate), (DayKind.Registration, record.RegistrationDate), (DayKind.Expiry, record.ExpiryDate) }
            .Concat(record.Publications.Select(publication => (DayKind.Publication, publication.Date)))
            .Concat(record.Priorities.Select(priority => (DayKind.Priority, priority.Date)));
        foreach (var (kind, date) in days)
        {
            if (date is not null)
            {
                _database.Execute("INSERT INTO day (dossier, kind, day) VALUES (?1, ?2, ?3)", dossier.Value, (int)kind, Columns.Text(date.Date));
            }
        }
    }

    private static IEnumerable<(NumberKind Kind, Number Number)> NumbersOf(Record record)
    {
        if (record.ApplicationNumber is { } application)
        {
            yield return (NumberKind.Application, application);
        }

        if (record.RegistrationNumber is { } registration)
        {
            yield return (NumberKind.Registration, registration);
        }

        foreach (var publication in record.Publications)
        {
            if (publication.Number is { } number)
            {
                yield return (NumberKind.Publication, Number.Of(number));
            }
        }

        foreach (var number in new[] { record.Route?.ApplicationNumber, record.Route?.RegistrationNumber, record.Route?.PublicationNumber })
        {
            if (number is not null)
            {
                yield return (NumberKind.Route, Number.Of(number));
            }
        }
    }

    private static string TextOf(Record record)
    {
        var text = new StringBuilder();
        var parts = record.Titles
            .Concat(record.Mark?.Words ?? [])
            .Concat(record.Mark?.Translations ?? [])
            .Concat(record.Nice.SelectMany(nice => nice.Goods))
            .Concat(record.Designs.SelectMany(design => design.Products))
            .Concat(record.Abstracts);
        foreach (var part in parts)
        {
            text.Append(part.Text).Append(' ');
        }

        return text.ToString();
    }
}
