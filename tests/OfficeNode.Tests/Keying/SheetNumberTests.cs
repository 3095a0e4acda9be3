using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Keying;

namespace OfficeNode.Tests.Keying;

[CancelAfter(10_000)]
[Parallelizable(ParallelScope.Self)]
public sealed class SheetNumberTests
{
    [TestCase("T-2026-025589", "KE/T/2026/025589")]
    [TestCase("T-2026-025589", "KE/T/2026/25589")]
    [TestCase("T-2026-025589", "KE/T/26/025589")]
    [TestCase("P-2025-P/2025/000123", "P/2025/123")]
    [TestCase("P-2026-2026", "P/2026/2026")]
    [TestCase("T-0000-2026025589", "2026/025589")]
    [TestCase("T-2026-025589", "٢٠٢٦/٠٢٥٥٨٩")]
    [TestCase("T-0000-A-B", "ab")]
    public void Both_mean_one_number_when_their_digits_agree(string sheet, string printed) =>
        Assert.That(SheetNumber.Agrees(DossierName.Parse(sheet).Value, printed), Is.True);

    [TestCase("T-2026-025589", "KE/T/2026/025588")]
    [TestCase("T-2026-025589", "KE/T/2025/025589")]
    [TestCase("T-2026-025589", "KE/T/2026")]
    [TestCase("T-0000-A-B", "ac")]
    public void They_mean_two_when_a_digit_differs(string sheet, string printed) =>
        Assert.That(SheetNumber.Agrees(DossierName.Parse(sheet).Value, printed), Is.False);
}
