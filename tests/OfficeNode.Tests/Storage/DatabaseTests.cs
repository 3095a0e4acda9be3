using Microsoft.Data.Sqlite;
using NUnit.Framework;
using OfficeNode.Storage.Sqlite;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Storage;

public sealed class DatabaseTests
{
    [TestCase("journal_mode", "wal")]
    [TestCase("synchronous", "2")]
    [TestCase("foreign_keys", "1")]
    [TestCase("wal_autocheckpoint", "0")]
    [TestCase("mmap_size", "0")]
    [TestCase("temp_store", "2")]
    [TestCase("trusted_schema", "0")]
    [TestCase("query_only", "0")]
    public void A_writer_runs_under_the_settings_promised(string pragma, string value)
    {
        using var folder = new TemporaryFolder();
        using var database = new Database(folder.PathOf("a.db"), readOnly: false);

        Assert.That(database.First("PRAGMA " + pragma, row => row.Text(0)) ?? "", Is.EqualTo(value));
    }

    [TestCase("journal_mode", "wal")]
    [TestCase("synchronous", "2")]
    [TestCase("query_only", "1")]
    [TestCase("mmap_size", "0")]
    public void A_reader_runs_under_the_settings_promised(string pragma, string value)
    {
        using var folder = new TemporaryFolder();
        using var writer = new Database(folder.PathOf("a.db"), readOnly: false);
        using var database = new Database(folder.PathOf("a.db"), readOnly: true);

        Assert.That(database.First("PRAGMA " + pragma, row => row.Text(0)) ?? "", Is.EqualTo(value));
    }

    [Test]
    public void A_reader_makes_no_file()
    {
        using var folder = new TemporaryFolder();

        Assert.That(() => new Database(folder.PathOf("a.db"), readOnly: true), Throws.InstanceOf<SqliteException>());
        Assert.That(Directory.EnumerateFiles(folder.Path), Is.Empty);
    }

    [TestCase("")]
    [TestCase("plain")]
    [TestCase("with\0nothing\0inside")]
    [TestCase("Ünïcödé 𝔘 سخان مياه Чай")]
    public void A_text_comes_back_as_it_went_in(string text)
    {
        using var folder = new TemporaryFolder();
        using var database = new Database(folder.PathOf("a.db"), readOnly: false);

        var back = database.First("SELECT ?1, typeof(?1)", row => (row.Text(0), row.Text(1)), text);

        Assert.That(back, Is.EqualTo((text, "text")));
    }

    [Test]
    public void A_long_text_comes_back_as_it_went_in()
    {
        using var folder = new TemporaryFolder();
        using var database = new Database(folder.PathOf("a.db"), readOnly: false);
        var text = string.Concat(Enumerable.Repeat("чай ", 1000));

        Assert.That(database.First("SELECT ?1", row => row.Text(0), text), Is.EqualTo(text));
    }

    [Test]
    public void Numbers_bytes_and_nothing_come_back_as_they_went_in()
    {
        using var folder = new TemporaryFolder();
        using var database = new Database(folder.PathOf("a.db"), readOnly: false);

        var back = database.First(
            "SELECT ?1, ?2, ?3, ?4, ?5",
            row => (row.Long(0), row.Bytes(1), row.Bytes(2).Length, row.LongOrNull(3), row.TextOrNull(4)),
            long.MinValue, new byte[] { 0, 1, 255 }, Array.Empty<byte>(), (long?)null, (string?)null);

        Assert.That(back, Is.EqualTo((long.MinValue, new byte[] { 0, 1, 255 }, 0, (long?)null, (string?)null)));
    }

    [Test]
    public void A_statement_does_not_remember_the_values_of_its_last_use()
    {
        using var folder = new TemporaryFolder();
        using var database = new Database(folder.PathOf("a.db"), readOnly: false);
        const string Sql = "SELECT coalesce(?1, 'nothing')";

        var answers = new[] { database.First(Sql, row => row.Text(0), "something"), database.First(Sql, row => row.Text(0), (string?)null) };

        Assert.That(answers, Is.EqualTo(new[] { "something", "nothing" }));
    }

    [Test]
    public void A_query_inside_its_own_rows_is_refused()
    {
        using var folder = new TemporaryFolder();
        using var database = new Database(folder.PathOf("a.db"), readOnly: false);
        const string Sql = "SELECT 1";

        Assert.That(() => database.Query(Sql, _ => database.Count(Sql)), Throws.InvalidOperationException);
        Assert.That(database.Count(Sql), Is.EqualTo(1));
    }

    [Test]
    public void A_statement_that_failed_works_the_next_time()
    {
        using var folder = new TemporaryFolder();
        using var database = new Database(folder.PathOf("a.db"), readOnly: false);
        database.Execute("CREATE TABLE t (a INTEGER PRIMARY KEY)");
        database.Execute("INSERT INTO t (a) VALUES (?1)", 1);

        Assert.That(() => database.Execute("INSERT INTO t (a) VALUES (?1)", 1), Throws.InstanceOf<SqliteException>());
        Assert.That(database.Execute("INSERT INTO t (a) VALUES (?1)", 2), Is.EqualTo(1));
    }

    [Test]
    public void The_library_of_the_system_is_used()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Ignore("The library of the system is compared with its command line on Linux only.");
        }

        var version = SqliteLibrary.Version;
        var judge = Tool.Run("sqlite3", "sqlite3", "--version").Output.Split(' ')[0];

        Assert.That((SqliteLibrary.UsesSystemLibrary, version), Is.EqualTo((true, judge)));
    }
}
