namespace OfficeNode.Standards.Readers;

/// <summary>The ids of what readers of register data find. Their words stand in ReaderFindings.resx.</summary>
public static class ReaderFindings
{
    public const string FormatUnknown = "SOURCE-FORMAT";

    public const string CsvEmpty = "CSV-EMPTY";
    public const string CsvHeader = "CSV-HEADER";
    public const string CsvHeaderDuplicate = "CSV-HEADER-DUPLICATE";
    public const string CsvEncodingAssumed = "CSV-ENCODING-ASSUMED";
    public const string CsvEncodingBytes = "CSV-ENCODING-BYTES";
    public const string CsvRowLength = "CSV-ROW-LENGTH";
    public const string CsvRowTooLong = "CSV-ROW-TOO-LONG";
    public const string CsvQuote = "CSV-QUOTE";
    public const string CsvQuoteKept = "CSV-QUOTE-KEPT";
    public const string CsvQuotesGivenUp = "CSV-QUOTES-GIVEN-UP";
    public const string CsvNul = "CSV-NUL";
    public const string CsvControlCharacter = "CSV-CONTROL-CHARACTER";

    public const string ValueDate = "VALUE-DATE";
    public const string ValueCode = "VALUE-CODE";
    public const string ValueRight = "VALUE-RIGHT";
    public const string ValueYear = "VALUE-YEAR";
    public const string ValueIpc = "VALUE-IPC";
    public const string GoodsWithoutClass = "GOODS-WITHOUT-CLASS";
    public const string GoodsCount = "GOODS-COUNT";
    public const string PartyWithoutName = "PARTY-WITHOUT-NAME";
    public const string ActIncomplete = "ACT-INCOMPLETE";
    public const string NumberMissing = "ENTRY-NUMBER-MISSING";
    public const string FindingsCut = "FINDINGS-CUT";

    public const string MapJson = "MAP-JSON";
    public const string MapKey = "MAP-KEY";
    public const string MapValue = "MAP-VALUE";
    public const string MapPath = "MAP-PATH";
    public const string MapPathTwice = "MAP-PATH-TWICE";
    public const string MapHeaderMissing = "MAP-HEADER-MISSING";
    public const string MapIncomplete = "MAP-INCOMPLETE";

    public const string ProposalRight = "PROPOSAL-RIGHT";
    public const string ProposalDate = "PROPOSAL-DATE";
    public const string ProposalDateAmbiguous = "PROPOSAL-DATE-AMBIGUOUS";
    public const string ProposalNumber = "PROPOSAL-NUMBER";
    public const string ProposalNumberSubstitute = "PROPOSAL-NUMBER-SUBSTITUTE";

    public const string XmlNotWellFormed = "XML-NOT-WELL-FORMED";
    public const string XmlEntity = "XML-ENTITY";
    public const string XmlLimit = "XML-LIMIT";
    public const string XmlRoot = "XML-ROOT";
    public const string XmlNoEntry = "XML-NO-ENTRY";
}
