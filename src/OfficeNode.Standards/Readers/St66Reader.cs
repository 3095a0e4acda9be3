using System.Runtime.CompilerServices;
using System.Xml;
using System.Xml.Linq;
using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>Reads trademark transactions of ST.66 as several offices write them: EUIPO's open data, the USPTO's TSDR.</summary>
/// <remarks>
/// Each TradeMark element is one entry. Parties that stand beside it in TransactionData belong to it when it is the only one there; with
/// several nobody can tell whose they are, and they are counted as unmapped.
/// </remarks>
public sealed class St66Reader(ReaderLimits? limits = null) : ISourceReader
{
    private readonly ReaderLimits _limits = limits ?? ReaderLimits.Default;

    public async IAsyncEnumerable<SourceItem> ReadAsync(Stream source, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var findings = new EntryFindings(options.File, _limits.FindingsPerEntry);
        using var xml = new XmlSource(source, options.File, _limits);
        var transaction = new Transaction(options, findings, _limits);
        while (await xml.MoveAsync(cancellationToken))
        {
            if (await StepAsync(xml, transaction, cancellationToken) is { } item)
            {
                yield return item;
            }
        }

        if (transaction.Finish() is { } last)
        {
            yield return last;
        }

        var fault = xml.Fault ?? (transaction.Count > 0 ? null : new Finding(ReaderFindings.XmlNoEntry, Severity.Error) { File = options.File, Path = "Transaction", Expected = "TradeMark" });
        if (fault is not null)
        {
            yield return new SourceItem { Ordinal = 0, Line = fault.Line, Findings = [fault] };
        }
    }

    private static async ValueTask<SourceItem?> StepAsync(XmlSource xml, Transaction transaction, CancellationToken cancellationToken)
    {
        var name = xml.Node.LocalName;
        if (name == "TransactionData" && xml.Node.NodeType == XmlNodeType.EndElement)
        {
            return transaction.Finish();
        }

        if (!xml.IsElement)
        {
            return null;
        }

        switch (name)
        {
            case "TransactionData":
                transaction.Begin();
                return null;
            case "TradeMark":
                var before = transaction.Next(xml.Line);
                await TakeAsync(xml, transaction, cancellationToken);
                return before;
            case "ApplicantDetails" or "HolderDetails" or "RepresentativeDetails" or "CorrespondenceAddress":
                transaction.Beside(await xml.ReadElementAsync(cancellationToken));
                return null;
            default:
                return null;
        }
    }

    private static async ValueTask TakeAsync(XmlSource xml, Transaction transaction, CancellationToken cancellationToken)
    {
        if (transaction.IsTakenBefore)
        {
            await xml.SkipAsync(cancellationToken);
        }
        else
        {
            transaction.Hold(await xml.ReadElementAsync(cancellationToken));
        }
    }

    /// <summary>Holds a trademark back until it is known whether the parties beside it are its own.</summary>
    private sealed class Transaction(ReadOptions options, EntryFindings findings, ReaderLimits limits)
    {
        private readonly List<XElement> _beside = [];
        private XElement? _held;
        private long _line;
        private int _here;

        public long Count { get; private set; }

        public bool IsTakenBefore => Count <= options.After;

        public void Begin()
        {
            _beside.Clear();
            _here = 0;
        }

        public void Hold(XElement? trademark) => _held = trademark;

        public void Beside(XElement? parties)
        {
            if (parties is not null)
            {
                _beside.Add(parties);
            }
        }

        /// <summary>Counts the next trademark and gives the one held back, without the parties beside it.</summary>
        public SourceItem? Next(long line)
        {
            _here++;
            var item = _here > 1 ? Finish() : null;
            Count++;
            _line = line;
            return item;
        }

        public SourceItem? Finish()
        {
            if (_held is null)
            {
                return null;
            }

            var held = _held;
            _held = null;
            if (_here == 1)
            {
                held.Add(_beside);
            }

            findings.Begin(_line);
            var item = St66TradeMark.Read(held, options, findings, limits, Count, _line);
            return _here == 1 ? item : item with { Unmapped = [.. item.Unmapped, .. _beside.Select(parties => parties.Name.LocalName)] };
        }
    }
}
