using System.Text;
using OfficeNode.Core;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>The index that answers while somebody types: beginnings of numbers, names, words of marks and titles. Wholly rebuildable from the revisions.</summary>
/// <remarks>
/// Best first: the number itself, numbers that begin so, whole words, beginnings of words, whole words anywhere in the full text; newest first within each. Each step
/// reads as many rows as are counted, so that the time of a search does not grow with what it matches.
/// </remarks>
internal sealed class FindTable
{
    // How many that have the words are compared with the filters: some 20 ms, and more than anybody looks through.
    private const int MostCompared = 20_000;

    private const string Exact = "SELECT dossier AS id FROM number WHERE search_key = ?1 ORDER BY dossier DESC LIMIT ?2";
    private const string Beginning = "SELECT dossier AS id FROM number WHERE search_key > ?1 AND search_key < ?1 || char(1114111) ORDER BY search_key LIMIT ?2";
    private const string Indexed = "SELECT rowid AS id FROM register_find WHERE register_find MATCH ?1 ORDER BY rowid DESC LIMIT ?2";
    private const string FullText = "SELECT rowid AS id FROM register_text WHERE register_text MATCH ?1 ORDER BY rowid DESC LIMIT ?2";
    private const string Newest = "SELECT id FROM dossier WHERE ?1 = '' ORDER BY id DESC LIMIT ?2";

    // Marks of one class are many: theirs come in order out of the index. Symbols that only begin alike are fewer.
    private const string OfClass = """
        SELECT dossier AS id FROM (
          SELECT dossier FROM (SELECT dossier FROM class WHERE scheme = 1 AND code = ?1 ORDER BY dossier DESC LIMIT ?2)
          UNION SELECT dossier FROM (SELECT dossier FROM class WHERE scheme = 1 AND code = '0' || ?1 ORDER BY dossier DESC LIMIT ?2)
          UNION SELECT dossier FROM (SELECT dossier FROM class WHERE scheme IN (0, 2, 3) AND code >= ?1 AND code < ?1 || '~' LIMIT ?2)
          UNION SELECT dossier FROM (SELECT dossier FROM class WHERE scheme IN (2, 3) AND code >= '0' || ?1 AND code < '0' || ?1 || '~' LIMIT ?2))
        ORDER BY id DESC LIMIT ?2
        """;

    private const string Filtered = """
        ) found CROSS JOIN dossier d ON d.id = found.id
        WHERE (?3 IS NULL OR d.right = ?3)
          AND (?4 IS NULL OR d.year = ?4 OR EXISTS (SELECT 1 FROM day WHERE dossier = d.id AND kind = 0 AND day >= ?4 || '-' AND day < ?4 || '.'))
          AND NOT EXISTS (SELECT 1 FROM json_each(?5) wanted WHERE NOT EXISTS (
            SELECT 1 FROM class c WHERE c.dossier = d.id AND (ltrim(c.code, '0') = wanted.value OR ltrim(c.code, '0') GLOB
              CASE WHEN wanted.value GLOB '[A-H]*' THEN wanted.value || '*' ELSE wanted.value || '[-.]*' END)))
        """;

    private readonly Database _database;

    public FindTable(Database database) => _database = database;

    /// <summary>Whether dossiers that were saved before there was this index are still missing from it.</summary>
    public bool HasGap => _database.Count("SELECT EXISTS (SELECT 1 FROM find_gap)") > 0;

    /// <summary>What was typed, found.</summary>
    /// <param name="count">How many of the best to give.</param>
    public SearchAnswer Find(SearchWords words, int count)
    {
        if (words.IsEmpty)
        {
            return SearchAnswer.Nothing;
        }

        var found = new Found(_database, words);
        if (words.Words.Count == 0)
        {
            found.Add(words.Classes.Count > 0 ? OfClass : Newest, words.Classes.Count > 0 ? words.Classes[0] : "");
            return found.Answer(count);
        }

        if (words.NumberKey is { } key)
        {
            found.Add(Exact, key);
            found.Add(Beginning, key);
        }

        found.Add(Indexed, FindQuery.Whole(words.Words));
        found.Add(Indexed, FindQuery.Beginnings(words.Words));
        if (found.Count < count)
        {
            found.Add(FullText, FindQuery.Whole(words.Words));
        }

        if (found.Count < count && HasGap)
        {
            found.Add(FullText, FindQuery.Beginnings(words.Words));   // slow, and only until the index is filled
        }

        return found.Answer(count);
    }

    public void Index(DossierId dossier, Record record, IReadOnlyList<IndexedNumber> numbers, bool isNew)
    {
        if (!isNew)
        {
            _database.Execute("DELETE FROM register_find WHERE rowid = ?1", dossier.Value);
        }

        _database.Execute("INSERT INTO register_find (rowid, words) VALUES (?1, ?2)", dossier.Value, WordsOf(record, numbers));
    }

    /// <summary>The next dossiers that are missing, in the order they were made.</summary>
    public IReadOnlyList<DossierId> Missing(int most) => _database.Query(
        "SELECT d.id FROM find_gap g JOIN dossier d ON d.id BETWEEN g.next AND g.last ORDER BY d.id LIMIT ?1", row => new DossierId(row.Long(0)), most);

    /// <summary>Notes how far the gap is filled.</summary>
    /// <param name="last">The last dossier that is in by now; null when none was missing any more.</param>
    public void NoteFilled(DossierId? last)
    {
        if (last is { } done)
        {
            _database.Execute("UPDATE find_gap SET next = ?1", done.Value + 1);
            _database.Execute("DELETE FROM find_gap WHERE next > last");
        }
        else
        {
            _database.Execute("DELETE FROM find_gap");
        }
    }

    /// <summary>What the index holds of a record.</summary>
    public static string WordsOf(Record record, IReadOnlyList<IndexedNumber> numbers)
    {
        var text = new StringBuilder();
        foreach (var number in numbers)
        {
            text.AppendJoin(' ', FindQuery.SpellingsOf(NameKey.Of(number.Number.AsPrinted))).Append(' ');
        }

        var texts = record.Parties.SelectMany(party => party.Names).Select(name => name.Text)
            .Concat(record.Titles.Concat(record.Mark?.Words ?? []).Concat(record.Designs.SelectMany(design => design.Products)).Select(part => part.Text))
            .Append(record.Mark?.Transliteration ?? "");
        foreach (var part in texts)
        {
            text.Append(NameKey.Of(part)).Append(' ');
        }

        return text.ToString();
    }

    /// <summary>Dossiers in the order in which they were found, each once.</summary>
    private sealed class Found(Database database, SearchWords words)
    {
        private readonly List<long> _ids = [];
        private readonly HashSet<long> _known = [];
        private readonly string _classes = StoredJson.Write(words.Classes);
        private bool _isPartial;

        public int Count => _ids.Count;

        /// <summary>Adds what a query gives, as far as it is counted and passes the filters.</summary>
        /// <param name="sql">Gives ids for ?1, at most ?2 of them.</param>
        public void Add(string sql, string wanted)
        {
            if (Count > SearchAnswer.MostCounted)
            {
                return;
            }

            if (!words.HasFilters)
            {
                Take(database.Query(sql, row => row.Long(0), wanted, SearchAnswer.MostCounted + 1));
                return;
            }

            Take(database.Query(
                "SELECT found.id FROM (" + sql + Filtered + " LIMIT ?6",
                row => row.Long(0),
                wanted, MostCompared, (long?)words.Right, words.Year, _classes, SearchAnswer.MostCounted + 1));
            _isPartial |= Count <= SearchAnswer.MostCounted && database.Count("SELECT count(*) FROM (" + sql + ")", wanted, MostCompared) == MostCompared;
        }

        public SearchAnswer Answer(int count) => new([.. _ids.Take(count).Select(id => new DossierId(id))], Count, _isPartial);

        private void Take(IEnumerable<long> ids)
        {
            foreach (var id in ids.Where(id => Count <= SearchAnswer.MostCounted && _known.Add(id)))
            {
                _ids.Add(id);
            }
        }
    }
}
