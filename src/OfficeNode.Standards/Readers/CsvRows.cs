using System.Buffers;
using System.Globalization;
using System.Text;
using CsvHelper;
using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>The rows of a CSV source with their physical lines, and what is wrong with each.</summary>
/// <remarks>
/// A quote that is never closed swallows what follows. When a row that spans several lines turns out to be badly quoted, only its first line is
/// given up and reading starts again on the next one, so that its neighbours go through (I11).
/// </remarks>
internal sealed class CsvRows : IDisposable
{
    private static readonly SearchValues<byte> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 32).Where(code => code is not ('\t' or '\r' or '\n')).Select(code => (byte)code), 0x7F]);

    private static readonly byte[] UnfitBytes = Encoding.UTF8.GetBytes(TextEncoding.Unfit.ToString());

    private readonly Utf8Window _text;
    private readonly CsvForm _form;
    private readonly ReaderLimits _limits;
    private CsvReader _reader;
    private CsvMalformedReason? _malformed;
    private long _readerStart;
    private long _readerLine;
    private long _next;
    private long _lastLine;
    private int _resyncs;
    private byte[]? _tornLine;

    private CsvRows(Utf8Window text, CsvForm form, ReaderLimits limits)
    {
        _text = text;
        _form = form;
        _limits = limits;
        _readerLine = 1;
        _lastLine = 1;
        _reader = Open();
    }

    /// <summary>The physical line the row starts on, counted from 1.</summary>
    public long Line { get; private set; }

    public int FieldCount => _tornLine is null ? _reader.FieldCount : 0;

    /// <summary>How many fields a row should have; 0 while the header is not known.</summary>
    public int Expected { get; set; }

    /// <summary>Whether the row holds control characters, which a finding has told.</summary>
    public bool HasControls { get; private set; }

    /// <summary>Whether the row cannot be trusted; the findings say why.</summary>
    public bool IsTorn { get; private set; }

    public static async ValueTask<CsvRows> OpenAsync(ReadOnlyMemory<byte> head, Stream rest, CsvForm form, ReaderLimits limits, CancellationToken cancellationToken)
    {
        var window = new Utf8Window(head[form.Encoding.MarkLength..], rest, form.Encoding.Encoding);
        var rows = new CsvRows(window, form, limits);
        if (form.HasDelimiterLine)
        {
            rows.Restart(await window.SkipLineAsync(0, cancellationToken), line: 2);
        }

        return rows;
    }

    /// <summary>Moves to the next row that is not empty; findings about it are added to a list that begins with it.</summary>
    public async ValueTask<bool> MoveAsync(EntryFindings findings, CancellationToken cancellationToken)
    {
        do
        {
            _malformed = null;
            _tornLine = null;
            IsTorn = false;
            HasControls = false;
            _text.KeepFrom(_next);
            try
            {
                if (!await _reader.ReadAsync(cancellationToken))
                {
                    return false;
                }
            }
            catch (CsvFormatException)
            {
                await GiveUpLongRowAsync(findings, cancellationToken);
                return true;
            }

            Locate();
        }
        while (HasNothing());

        Judge(findings);
        return true;
    }

    /// <summary>A field's text; where text follows a closing quote, the field as it stands in the file.</summary>
    public string Text(int field)
    {
        if (_malformed == CsvMalformedReason.TextAfterClosingQuote)
        {
            var raw = _reader.GetRawSpan(field);
            if (raw.Length > 0 && raw[0] == '"' && raw[^1] != '"')
            {
                return Encoding.UTF8.GetString(raw);
            }
        }

        return _reader.GetString(field);
    }

    /// <summary>The row as it stands in the file, cut to the limit.</summary>
    public string Raw()
    {
        ReadOnlySpan<byte> bytes = _tornLine ?? _reader.RawRecord;
        var text = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, _limits.LongestRaw)]);
        return text.Replace(TextEncoding.Unfit, Rune.ReplacementChar.ToString()[0]);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _text.Dispose();
    }

    // Spreadsheets end in rows of delimiters: no data, no row.
    private bool HasNothing()
    {
        for (var field = 0; field < _reader.FieldCount; field++)
        {
            if (!_reader.IsEmpty(field))
            {
                return false;
            }
        }

        return true;
    }

    private void Locate()
    {
        var raw = _reader.RawRecord;
        Line = _readerLine + _reader.LineNumber - 1;
        _lastLine = Line + Breaks(raw);
        _next = _readerStart + _reader.ByteOffset + raw.Length;
    }

    private void Judge(EntryFindings findings)
    {
        findings.Begin(Line);
        var raw = _reader.RawRecord;
        var start = _next - raw.Length;
        var lineBreak = raw.IndexOfAny((byte)'\r', (byte)'\n');
        switch (_malformed)
        {
            case CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.LineBreakInQuotes:
            case CsvMalformedReason.TextAfterClosingQuote when lineBreak >= 0:
                GiveUpFirstLine(raw, lineBreak, start, findings);
                break;
            case CsvMalformedReason.TextAfterClosingQuote:
                findings.Add(ReaderFindings.CsvQuoteKept, Severity.Warning, found: Start(raw));
                break;
        }

        if (!IsTorn)
        {
            JudgeLength(raw, findings);
            JudgeBytes(raw, findings);
        }
    }

    private void JudgeLength(ReadOnlySpan<byte> raw, EntryFindings findings)
    {
        var count = _reader.FieldCount;
        while (Expected > 0 && count > Expected && _reader.IsEmpty(count - 1))
        {
            count--;
        }

        if (Expected > 0 && count != Expected)
        {
            IsTorn = true;
            findings.Add(new Finding(ReaderFindings.CsvRowLength, Severity.Error)
            {
                Found = Start(raw),
                Expected = Expected.ToString(CultureInfo.InvariantCulture),
                Arguments = new Dictionary<string, string> { ["fields"] = count.ToString(CultureInfo.InvariantCulture) },
            });
        }
    }

    private void JudgeBytes(ReadOnlySpan<byte> raw, EntryFindings findings)
    {
        // U+FFFE is no text either: XML has no place for it and normalization refuses it.
        if (raw.IndexOf(UnfitBytes) >= 0 || raw.IndexOf("\uFFFE"u8) >= 0)
        {
            IsTorn = true;
            findings.Add(ReaderFindings.CsvEncodingBytes, Severity.Error, found: Start(raw), expected: _form.Encoding.Encoding.WebName);
        }

        if (raw.IndexOfAny(Controls) < 0)
        {
            return;
        }

        HasControls = true;
        var isTorn = raw.Contains((byte)0);
        IsTorn |= isTorn;
        findings.Add(isTorn ? ReaderFindings.CsvNul : ReaderFindings.CsvControlCharacter, isTorn ? Severity.Error : Severity.Warning, found: Start(raw));
    }

    private void GiveUpFirstLine(ReadOnlySpan<byte> raw, int lineBreak, long start, EntryFindings findings)
    {
        var first = lineBreak < 0 ? raw : raw[..lineBreak];
        IsTorn = true;
        _tornLine = first.ToArray();
        findings.Add(ReaderFindings.CsvQuote, Severity.Error, found: Start(first));
        if (lineBreak < 0)
        {
            return;
        }

        var isPair = raw[lineBreak] == '\r' && raw.Length > lineBreak + 1 && raw[lineBreak + 1] == '\n';
        _resyncs++;
        if (_resyncs == _limits.MaxResyncs)
        {
            findings.Add(ReaderFindings.CsvQuotesGivenUp, Severity.Warning);
        }

        Restart(start + lineBreak + (isPair ? 2 : 1), Line + 1);
    }

    // The reader stands on no row: the long one begins behind the last, after line breaks that were passed but not told.
    private async ValueTask GiveUpLongRowAsync(EntryFindings findings, CancellationToken cancellationToken)
    {
        var breaks = SkipBreaks(_text.Peek(_next, _limits.MaxRowBytes), out var skipped);
        var first = _text.Peek(_next + skipped, _limits.LongestRaw);
        var lineBreak = first.IndexOfAny((byte)'\r', (byte)'\n');
        _tornLine = (lineBreak < 0 ? first : first[..lineBreak]).ToArray();
        IsTorn = true;
        Line = _lastLine + breaks;
        findings.Begin(Line);
        findings.Add(new Finding(ReaderFindings.CsvRowTooLong, Severity.Error)
        {
            Found = Start(_tornLine),
            Expected = _limits.MaxRowBytes.ToString(CultureInfo.InvariantCulture),
        });
        _resyncs++;
        Restart(await _text.SkipLineAsync(_next + skipped, cancellationToken), Line + 1);
    }

    private void Restart(long offset, long line)
    {
        _reader.Dispose();
        _text.Rewind(offset);
        _text.KeepFrom(offset);
        (_readerStart, _readerLine) = (offset, line);
        (_next, _lastLine) = (offset, line);
        _reader = Open();
    }

    private CsvReader Open() => _form.Open(_text, _limits, record => _malformed = record.Reason, multiLine: _resyncs < _limits.MaxResyncs);

    private static string Start(ReadOnlySpan<byte> raw) => Encoding.UTF8.GetString(raw[..Math.Min(raw.Length, Finding.LongestFound)]);

    private static int SkipBreaks(ReadOnlySpan<byte> text, out int skipped)
    {
        var behind = text.IndexOfAnyExcept((byte)'\r', (byte)'\n');
        skipped = behind < 0 ? text.Length : behind;
        return Breaks(text[..skipped]);
    }

    private static int Breaks(ReadOnlySpan<byte> text) => text.Count((byte)'\n') + text.Count((byte)'\r') - text.Count("\r\n"u8);
}
