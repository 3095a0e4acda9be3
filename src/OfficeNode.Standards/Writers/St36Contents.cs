using OfficeNode.Standards.Codes;

namespace OfficeNode.Standards.Writers;

/// <summary>Writes toc.xml, the list of the files in a publication folder.</summary>
/// <remarks>
/// Structure of the example of ST.36: root with id, country, kind, appnum, ipc, pubdate, dtd, lang and status, one ExtRef per file
/// (facts/patentscope.md [V]). The example's internal DTD declares other attributes than its root has, so none is written.
/// </remarks>
internal static class St36Contents
{
    public static void Write(St36Output xml, Export export, string version)
    {
        var record = export.Record;
        var publication = PatentFacts.MainPublication(record);
        xml.StartDocument("Application-body");
        xml.Attribute("id", publication?.Number ?? record.IdentifyingNumber?.AsPrinted ?? "");
        xml.Attribute("country", record.Office.Value);
        xml.Attribute("kind", publication?.Kind ?? "");
        xml.Attribute("appnum", record.ApplicationNumber?.AsPrinted ?? record.IdentifyingNumber?.AsPrinted ?? "");
        xml.Attribute("ipc", record.Ipc.Count > 0 ? Compact(record.Ipc[0].Symbol) : "");
        xml.Attribute("pubdate", publication?.Date?.Iso.Replace('-', '/') ?? "");
        xml.Attribute("dtd", version);
        xml.Attribute("lang", PatentFacts.LanguageOf(record)?.Value.ToUpperInvariant() ?? "");
        xml.Attribute("status", export.Operation == Operation.Insert ? "n" : "r");
        xml.Start("Document");
        WriteFile(xml, St36PatentWriter.DataFile);
        if (export.Pages.Count > 0)
        {
            WriteFile(xml, St36PatentWriter.FacsimileFile);
        }

        foreach (var page in export.Pages)
        {
            WriteFile(xml, page.FileName);
        }

        xml.End();
        xml.End();
    }

    /// <summary>The symbol as the example's attribute has it: main group as four digits, no blanks and no slash, <c>H04N000140</c>.</summary>
    private static string Compact(string symbol) => IpcSymbol.Parse(symbol) is { Success: true, Value: var parsed }
        ? $"{parsed.Section}{parsed.ClassNumber}{parsed.Subclass}{parsed.MainGroup?.PadLeft(4, '0')}{parsed.Subgroup}"
        : symbol;

    private static void WriteFile(St36Output xml, string name)
    {
        xml.Start("ExtRef");
        xml.Attribute("FileName", name);
        xml.End();
    }
}
