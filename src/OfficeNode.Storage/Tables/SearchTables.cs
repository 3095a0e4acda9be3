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

/// <summary>The indexes over current revisions: numbers, parties, classes, days, full text, and what is found as one types. Wholly rebuildable from the revisions.</summary>
public sealed class SearchTables
{
    private readonly Database _database;
    private readonly FindTable _find;

    internal SearchTables(Database database)
    {
        _database = database;
        _find = new FindTable(database);
    }

    /// <summary>Names of parties that begin with a text, case and diacritics folded, each once.</summary>
    public IReadOnlyList<string> NamesFrom(string prefix, int most)
    {
        var key = NameKey.Of(prefix);
        return key.Length == 0 ? [] : _database.Query(
            "SELECT min(name) FROM party WHERE name_key >= ?1 AND name_key < ?2 GROUP BY name_key ORDER BY name_key LIMIT ?3",
            row => row.Text(0),
            key, key + "\U0010FFFF", most);
    }

    /// <summary>Codes of a classification that records have and that begin with a text, each once, in their order.</summary>
    public IReadOnlyList<string> ClassesFrom(ClassScheme scheme, string prefix, int most)
    {
        // From code to code: a million marks have some forty classes, and no search may read them all.
        var codes = new List<string>();
        for (var code = CodeFrom(">=", scheme, prefix); code is not null && code.StartsWith(prefix, StringComparison.Ordinal) && codes.Count < most; code = CodeFrom(">", scheme, code))
        {
            codes.Add(code);
        }

        return codes;
    }

    /// <summary>Whether the index of what is found as one types is still being filled: until then a search is slower, and finds the same.</summary>
    public bool IsFilling => _find.HasGap;

    /// <summary>The dossiers that have what was typed: the number itself first, then numbers that begin so, words, beginnings of words, and words anywhere in the full text.</summary>
    /// <remarks>Case, diacritics and scripts' variants are folded (<see cref="NameKey"/>); what stands between letters and digits parts words here as in the text.</remarks>
    /// <param name="count">How many of the best to give.</param>
    public SearchAnswer Find(SearchWords words, int count) => _find.Find(words, count);

    /// <summary>Replaces the index rows of a dossier by those of its record.</summary>
    internal void Index(DossierId dossier, Record record, IReadOnlyList<IndexedNumber> numbers, bool isNew)
    {
        if (!isNew)
        {
            Clear(dossier);
        }

        AddNumbers(dossier, record.Right, numbers);
        AddParties(dossier, record);
        AddClasses(dossier, record);
        AddDays(dossier, record);
        _find.Index(dossier, record, numbers, isNew);
        _database.Execute(
            "INSERT INTO register_text (rowid, numbers, names, texts) VALUES (?1, ?2, ?3, ?4)",
            dossier.Value,
            NameKey.Of(string.Join(' ', numbers.Select(row => row.Number.AsPrinted))),
            NameKey.Of(string.Join(' ', record.Parties.SelectMany(party => party.Names).Select(name => name.Text))),
            NameKey.Of(TextOf(record)));
    }

    /// <summary>The next dossiers that the index of what is found as one types misses.</summary>
    internal IReadOnlyList<DossierId> Missing(int most) => _find.Missing(most);

    /// <summary>Puts a dossier that was missing into the index of what is found as one types.</summary>
    internal void Fill(DossierId dossier, Record record) => _find.Index(dossier, record, IndexedNumber.AllOf(dossier, record), isNew: false);

    /// <summary>Notes the last dossier that was filled in; null when none was missing any more.</summary>
    internal void NoteFilled(DossierId? last) => _find.NoteFilled(last);

    private void Clear(DossierId dossier)
    {
        _database.Execute("DELETE FROM number WHERE dossier = ?1", dossier.Value);
        _database.Execute("DELETE FROM party WHERE dossier = ?1", dossier.Value);
        _database.Execute("DELETE FROM class WHERE dossier = ?1", dossier.Value);
        _database.Execute("DELETE FROM day WHERE dossier = ?1", dossier.Value);
        _database.Execute("DELETE FROM register_text WHERE rowid = ?1", dossier.Value);
    }

    private void AddNumbers(DossierId dossier, Right right, IReadOnlyList<IndexedNumber> numbers)
    {
        for (var i = 0; i < numbers.Count; i++)
        {
            var number = numbers[i].Number;
            _database.Execute(
                "INSERT INTO number (dossier, ordinal, kind, right, series, printed, year, sort_key, search_key) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                dossier.Value, i, (int)numbers[i].Kind, (int)right, number.Series ?? "", number.AsPrinted, number.Year ?? 0, number.SortKey, number.SearchKey);
        }
    }

    private void AddParties(DossierId dossier, Record record)
    {
        var ordinal = 0;
        foreach (var party in record.Parties)
        {
            foreach (var name in party.Names)
            {
                _database.Execute(
                    "INSERT INTO party (dossier, ordinal, role, name, name_key) VALUES (?1, ?2, ?3, ?4, ?5)",
                    dossier.Value, ordinal++, (int)party.Role, name.Text, NameKey.Of(name.Text));
            }
        }
    }

    private void AddClasses(DossierId dossier, Record record)
    {
        foreach (var ipc in record.Ipc)
        {
            AddClass(dossier, ClassScheme.Ipc, ipc.Symbol);
        }

        foreach (var nice in record.Nice)
        {
            AddClass(dossier, ClassScheme.Nice, nice.Number);
        }

        foreach (var vienna in record.Vienna)
        {
            AddClass(dossier, ClassScheme.Vienna, vienna.Code);
        }

        foreach (var locarno in record.Locarno.Concat(record.Designs.SelectMany(design => design.Locarno)))
        {
            AddClass(dossier, ClassScheme.Locarno, locarno.Code);
        }
    }

    // Several designs of one application often share a class, several priorities a day: once each is enough to find them.
    private string? CodeFrom(string bound, ClassScheme scheme, string code) =>
        _database.First($"SELECT min(code) FROM class WHERE scheme = ?1 AND code {bound} ?2", row => row.TextOrNull(0), (int)scheme, code);

    private void AddClass(DossierId dossier, ClassScheme scheme, string code) =>
        _database.Execute("INSERT OR IGNORE INTO class (dossier, scheme, code) VALUES (?1, ?2, ?3)", dossier.Value, (int)scheme, code);

    private void AddDays(DossierId dossier, Record record)
    {
        AddDay(dossier, DayKind.Filing, record.FilingDate);
        AddDay(dossier, DayKind.Registration, record.RegistrationDate);
        AddDay(dossier, DayKind.Expiry, record.ExpiryDate);
        foreach (var publication in record.Publications)
        {
            AddDay(dossier, DayKind.Publication, publication.Date);
        }

        foreach (var priority in record.Priorities)
        {
            AddDay(dossier, DayKind.Priority, priority.Date);
        }
    }

    private void AddDay(DossierId dossier, DayKind kind, PrintedDate? date)
    {
        if (date is not null)
        {
            _database.Execute("INSERT OR IGNORE INTO day (dossier, kind, day) VALUES (?1, ?2, ?3)", dossier.Value, (int)kind, Columns.Text(date.Date));
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
