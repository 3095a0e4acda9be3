using System.Runtime.CompilerServices;
using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>Reads a patent document of the ST.36 family: <c>ep-patent-document</c> in both its forms (SDOBI and bibliographic-data), the documents
/// of the USPTO from version 4.0 on, and others that keep to ST.36's names.</summary>
/// <remarks>One document is one entry. Full texts become plain text; pictures are named with the document type of the part they stand in.</remarks>
public sealed class St36Reader(ReaderLimits? limits = null) : ISourceReader
{
    private readonly ReaderLimits _limits = limits ?? ReaderLimits.Default;

    /// <summary>Whether a root element's name is one of a document that this reader knows.</summary>
    public static bool IsRoot(string name) => name is "us-patent-grant" or "us-patent-application"
        || (name.Length == "xx-patent-document".Length && name.EndsWith("-patent-document", StringComparison.Ordinal));

    public async IAsyncEnumerable<SourceItem> ReadAsync(Stream source, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var findings = new EntryFindings(options.File, _limits.FindingsPerEntry);
        using var xml = new XmlSource(source, options.File, _limits);
        while (await xml.MoveAsync(cancellationToken) && !xml.IsElement)
        {
        }

        if (xml.Fault is not null || !IsRoot(xml.Node.LocalName))
        {
            var fault = xml.Fault ?? xml.Place(new Finding(ReaderFindings.XmlRoot, Severity.Error) { Found = xml.Node.LocalName, Expected = "ep-patent-document" });
            yield return new SourceItem { Ordinal = 0, Line = fault.Line, Findings = [fault] };
            yield break;
        }

        if (options.After >= 1)
        {
            yield break;
        }

        var line = xml.Line;
        findings.Begin(line);
        var document = await ReadDocumentAsync(xml, cancellationToken);
        if (xml.Fault is not null)
        {
            findings.Add(xml.Fault);
        }

        yield return Build(document, options, findings, line);
    }

    private async ValueTask<St36Document> ReadDocumentAsync(XmlSource xml, CancellationToken cancellationToken)
    {
        var attributes = new Dictionary<string, string>();
        for (var has = xml.Node.MoveToFirstAttribute(); has; has = xml.Node.MoveToNextAttribute())
        {
            attributes[xml.Node.LocalName] = xml.Node.Value;
        }

        xml.Node.MoveToElement();
        var document = new St36Document { Root = xml.Node.LocalName, Attributes = attributes };
        var isOpen = !xml.Node.IsEmptyElement;
        while (isOpen && await xml.MoveAsync(cancellationToken))
        {
            if (xml.IsElement)
            {
                await ReadPartAsync(xml, document, cancellationToken);
            }
        }

        return document;
    }

    private async ValueTask ReadPartAsync(XmlSource xml, St36Document document, CancellationToken cancellationToken)
    {
        var name = xml.Node.LocalName;
        switch (name)
        {
            case "SDOBI":
            case var _ when name.Contains("bibliographic-data", StringComparison.Ordinal):
                document.Bibliography = await xml.ReadElementAsync(cancellationToken);
                break;
            case "abstract":
                await ReadTextAsync(xml, document, document.Abstracts, DocumentCode.Abstract, cancellationToken);
                break;
            case "description":
                await ReadTextAsync(xml, document, document.Descriptions, DocumentCode.Description, cancellationToken);
                break;
            case "claims":
                await ReadTextAsync(xml, document, document.Claims, DocumentCode.Claims, cancellationToken);
                break;
            case "drawings":
                await ReadPicturesAsync(xml, document, DocumentCode.Drawings, cancellationToken);
                break;
            case "search-report-data":
                await ReadPicturesAsync(xml, document, DocumentCode.SearchReport, cancellationToken);
                break;
            default:
                document.Unmapped.Add(name);
                await xml.SkipAsync(cancellationToken);
                break;
        }
    }

    private async ValueTask ReadTextAsync(XmlSource xml, St36Document document, List<LocalText> texts, DocumentCode code, CancellationToken cancellationToken)
    {
        var name = xml.Node.LocalName;
        var language = St36Document.LanguageOf(xml.Node.GetAttribute("lang")) ?? document.Language;
        var text = await St36Text.ReadAsync(xml, _limits, OnPicture, cancellationToken);
        if (text is not null)
        {
            texts.Add(LocalText.Of(text, language));
        }

        // A picture of a whole page, or the abstract's figure, is a page of the dossier; a formula within the text is not.
        void OnPicture(string element, string? file)
        {
            if (file is not null && (element == "doc-page" || code == DocumentCode.Abstract))
            {
                document.Images.Add(new(file, code));
            }
            else
            {
                document.Unmapped.Add($"{name}/{element}");
            }
        }
    }

    private async ValueTask ReadPicturesAsync(XmlSource xml, St36Document document, DocumentCode code, CancellationToken cancellationToken)
    {
        var name = xml.Node.LocalName;
        await St36Text.ReadAsync(xml, _limits, OnPicture, cancellationToken);

        void OnPicture(string element, string? file)
        {
            if (file is not null)
            {
                document.Images.Add(new(file, code));
            }
            else if (element != "figure")
            {
                document.Unmapped.Add($"{name}/{element}");
            }
        }
    }

    private static SourceItem Build(St36Document document, ReadOptions options, EntryFindings findings, long line)
    {
        var record = document.Bibliography is null ? null : St36Record.Build(document, options, findings);
        if (record is null && !findings.HasError)
        {
            findings.Add(ReaderFindings.XmlNoEntry, Severity.Error, document.Root, expected: "SDOBI or bibliographic-data");
        }

        return new SourceItem
        {
            Ordinal = 1,
            Line = line,
            Record = findings.HasError ? null : record,
            Findings = findings.Take(),
            Unmapped = document.Unmapped,
            Images = document.Images,
        };
    }
}
