using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using OfficeNode.Capture.Separators;
using OfficeNode.Core;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Looks;

public sealed class SeparatorSheetTests
{
    [Test]
    public void Any_code_is_read_back_as_it_was_written()
    {
        var letters = Gen.Elements("1", "7", "A", "z", "-", "/", ".", " ", "№", "Ж", "漢", "(", "é");
        var numbers = Gen.Choose(1, 12).SelectMany(length => letters.ArrayOf(length)).Select(string.Concat).Where(SeparatorCode.Fits);
        var codes = from number in numbers
                    from right in Gen.Elements(Enum.GetValues<Right>())
                    from year in Gen.Choose(0, 9999)
                    from document in Gen.Elements(DocumentCode.All.ToArray())
                    from pages in Gen.Choose(0, 9999)
                    select new SeparatorCode { Office = OfficeCode.Parse("KE").Value, Right = right, Year = year, Number = number, Document = document, Pages = pages == 0 ? null : pages };

        Prop.ForAll(codes.ToArbitrary(), code => SeparatorCode.Parse(code.ToString()) is { Success: true, Value: var read } && read == code).QuickCheckThrowOnFailure();
    }

    [TestCase("12~3")]
    [TestCase("12\u200e3")]
    [TestCase("\ud835\udd18")]
    [TestCase("")]
    [TestCase("12345678901234567890123456789012345678901")]
    public void Number_that_could_not_be_read_back_does_not_fit(string number) => Assert.That(SeparatorCode.Fits(number), Is.False);

    [TestCase("OFN1-KE-P-2026-000123-APP-4")]
    [TestCase("OFN1-AO-T-0000-A/12~34(b)-TMA")]
    [TestCase("OFN1-KG-U-1998-Ж~12 №7-DES-12")]
    public async Task Printed_sheet_says_its_code_in_both_corners(string code)
    {
        await using var bench = new LookBench();
        var page = bench.Print(200, LookBench.Sheet(code))[0];

        var look = await bench.LookAsync(page);

        Assert.That(look.Codes.Where(found => found.Symbology == "QR").Select(found => found.Text), Is.EqualTo(new[] { code, code }));
    }

    [Test]
    public async Task Sheet_without_data_carries_the_mark_on_all_four_edges()
    {
        await using var bench = new LookBench();
        var page = bench.Print(200, LookBench.BlankSheet)[0];

        var look = await bench.LookAsync(page);

        Assert.That(look.Codes.Select(found => found.Symbology), Is.EqualTo(Enumerable.Repeat(FoundCode.PatchT, 4)));
    }

    [Test]
    public async Task Sheet_whose_codes_are_spoiled_still_parts()
    {
        await using var bench = new LookBench();
        var page = bench.Print(200, LookBench.Sheet("OFN1-KE-P-2026-000123-APP-4"))[0];
        page.Fill(20, 10, 55, 55, 255).Fill(135, 230, 60, 60, 255);

        var look = await bench.LookAsync(page);

        Assert.That(look.Codes.Select(found => found.Symbology), Is.EqualTo(new[] { FoundCode.PatchT, FoundCode.PatchT }));
    }

    [TestCase(SheetSize.A4, "595.276 x 841.89 pts (A4)")]
    [TestCase(SheetSize.Letter, "612 x 792 pts (letter)")]
    public void Pdf_is_sound_and_of_the_size_of_the_paper(SheetSize size, string expected)
    {
        using var folder = new TemporaryFolder();
        using (var file = File.Create(folder.PathOf("sheets.pdf")))
        {
            SeparatorPrinter.Write(file, [LookBench.BlankSheet, LookBench.Sheet("OFN1-KE-P-2026-000123-APP-4")], size);
        }

        var seen = Tool.Run("pdfinfo", "poppler-utils", folder.PathOf("sheets.pdf"));

        Assert.Multiple(() =>
        {
            Assert.That(seen.Error, Is.Empty);
            Assert.That(seen.Output, Does.Match(@"Pages: +2\n").And.Contain(expected));
        });
    }

    [Test]
    public void Text_of_a_sheet_stands_in_the_pdf()
    {
        using var folder = new TemporaryFolder();
        using (var file = File.Create(folder.PathOf("sheets.pdf")))
        {
            SeparatorPrinter.Write(file, [LookBench.Sheet("OFN1-KE-P-2026-12(3)\\é-APP-4")], SheetSize.A4);
        }

        var seen = Tool.Run("pdftotext", "poppler-utils", "-layout", folder.PathOf("sheets.pdf"), "-");

        Assert.That(seen.Output, Does.Contain("SEPARATOR SHEET").And.Contain("P-2026-12(3)\\é").And.Contain("OFN1-KE-P-2026-12(3)\\é-APP-4"));
    }
}
