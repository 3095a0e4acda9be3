using NUnit.Framework;
using OfficeNode.Host.Journey;

namespace OfficeNode.Journeys.Kiosk.Tonight;

[CancelAfter(10_000)]
[Parallelizable(ParallelScope.Self)]
public sealed class RefusedRecordTests
{
    [TestCase("P-2026-123 = drawings missing", "P-2026-123", null, "drawings missing")]
    [TestCase("P-2026-123=a=b", "P-2026-123", null, "a=b")]
    [TestCase("T-2026-KE/T/2026/7 (511) = no such class", "T-2026-KE/T/2026/7", "511", "no such class")]
    [TestCase("T-2026-12 (bis) = twice", "T-2026-12 (bis)", null, "twice")]
    public void A_line_names_a_dossier_the_field_where_it_is_said_and_the_reason(string line, string dossier, string? field, string reason)
    {
        var read = RefusedRecord.Parse(line);

        Assert.That((read.Value.Dossier.ToString(), read.Value.Field, read.Value.Reason), Is.EqualTo((dossier, field, reason)));
    }

    [TestCase("P-2026-123")]
    [TestCase("P-2026-123 = ")]
    [TestCase("= drawings missing")]
    [TestCase("")]
    public void A_line_without_dossier_or_reason_is_refused(string line) => Assert.That(RefusedRecord.Parse(line).Success, Is.False);
}
