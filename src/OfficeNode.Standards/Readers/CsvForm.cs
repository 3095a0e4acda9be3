using CsvHelper;
using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>How a CSV source is written: encoding, delimiter, and what stands before its header.</summary>
internal sealed record CsvForm
{
    private static readonly char[] Delimiters = [';', ',', '\t', '|'];

    public required TextEncoding Encoding { get; init; }

    public required char Delimiter { get; init; }

    /// <summary>Whether a first line <c>sep=;</c> as spreadsheets write it stands before the header.</summary>
    public bool HasDelimiterLine { get; init; }

    /// <summary>Tells the form from the first bytes; what a mapping says goes before what is detected.</summary>
    public static async ValueTask<CsvForm> DetectAsync(ReadOnlyMemory<byte> head, Mapping? mapping, CancellationToken cancellationToken)
    {
        var told = mapping?.Encoding is { } name ? TextEncoding.Named(name) : null;
        var encoding = told is null ? TextEncoding.Detect(head.Span) : TextEncoding.Told(told, head.Span);
        var text = encoding.Encoding.GetString(head.Span[encoding.MarkLength..]);
        var hint = text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 5 && text[5] is '\r' or '\n' ? text[4] : default(char?);
        return new()
        {
            Encoding = encoding,
            Delimiter = mapping?.Delimiter ?? hint ?? await DelimiterOfAsync(text, cancellationToken),
            HasDelimiterLine = hint is not null,
        };
    }

    /// <summary>What a person should know about the guesses.</summary>
    public void Report(EntryFindings findings)
    {
        if (Encoding.Origin == EncodingOrigin.Guessed)
        {
            findings.Add(ReaderFindings.CsvEncodingAssumed, Severity.Info, found: Encoding.Encoding.WebName);
        }
    }

    public CsvReader Open(Stream text, ReaderLimits limits, Action<CsvMalformedRecord> onMalformed, bool multiLine) =>
        CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = Delimiter,
            HasHeader = false,
            TrackLineNumbers = true,
            DetectSeparatorHint = false,
            MaxRecordSize = limits.MaxRowBytes,
            AllowLineBreaksInQuotes = multiLine,
            OnMalformedRecord = onMalformed,
            Encoding = System.Text.Encoding.UTF8,
        }, leaveOpen: true);

    // The right delimiter gives the same number of fields, more than one, in most rows.
    private static async ValueTask<char> DelimiterOfAsync(string text, CancellationToken cancellationToken)
    {
        var best = (Delimiter: ',', Rows: 0, Fields: 1);
        foreach (var delimiter in Delimiters)
        {
            var (rows, fields) = await AgreementAsync(text, delimiter, cancellationToken);
            if (fields > 1 && (rows > best.Rows || (rows == best.Rows && fields > best.Fields)))
            {
                best = (delimiter, rows, fields);
            }
        }

        return best.Delimiter;
    }

    private static async ValueTask<(int Rows, int Fields)> AgreementAsync(string text, char delimiter, CancellationToken cancellationToken)
    {
        const int EnoughRows = 100;
        var counts = new Dictionary<int, int>();
        using var reader = CsvReader.FromText(text, new() { Separator = delimiter, HasHeader = false, DetectSeparatorHint = false });
        for (var row = 0; row < EnoughRows && await reader.ReadAsync(cancellationToken); row++)
        {
            counts[reader.FieldCount] = counts.GetValueOrDefault(reader.FieldCount) + 1;
        }

        return counts.Count == 0 ? (0, 0) : counts.Select(count => (count.Value, count.Key)).Max();
    }
}
