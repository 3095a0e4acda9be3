using NUnit.Framework;

namespace OfficeNode.Tests.Storage;

[CancelAfter(60_000)]
[Parallelizable(ParallelScope.Self)]
public sealed class ScreenPlanTests
{
    [TestCase("SELECT count(*) FROM master WHERE damaged_at IS NOT NULL", "master_damaged")]
    [TestCase("SELECT id FROM batch b WHERE b.handed_drafts > 0 AND b.handed_drafts > (SELECT count(*) FROM entry e WHERE e.batch = b.id) ORDER BY id", "batch_half_handed")]
    [TestCase("SELECT count(*) FROM entry_release WHERE at >= '2026'", "entry_release_by_time")]
    [TestCase("SELECT coalesce(sum(agreed = 0), 0), count(*) FROM agreement WHERE at >= '2026'", "agreement_by_time")]
    [TestCase("SELECT coalesce(sum(noticed), 0), count(noticed) FROM seed WHERE at >= '2026'", "seed_by_time")]
    [TestCase("SELECT coalesce(sum(is_wrong), 0), count(is_wrong) FROM sample_entry WHERE checked_at >= '2026'", "sample_entry_by_time")]
    public void What_screens_ask_of_tables_that_grow_for_ever_is_answered_by_an_index_of_the_few(string sql, string index)
    {
        using var node = new TestNode();
        using var raw = node.OpenRaw();

        var plan = raw.Query("EXPLAIN QUERY PLAN " + sql, row => row.Text(3));

        Assert.That(plan[0], Does.Contain(index));
    }
}
