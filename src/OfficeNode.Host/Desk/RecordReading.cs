using OfficeNode.Core;
using OfficeNode.Packaging;
using OfficeNode.Standards.Readers;
using OfficeNode.Standards.Rules;

namespace OfficeNode.Host.Desk;

/// <summary>Reads the records of a single document and judges them by the rules that hold whoever receives them.</summary>
internal sealed class RecordReading
{
    // ST.3: unknown. A document that names no office at all is judged as nobody's.
    private static readonly OfficeCode Nobody = OfficeCode.Parse("XX").Value;

    private readonly Validator _validator;
    private readonly DateOnly _today;

    public RecordReading(Validator validator, DateOnly today)
    {
        _validator = validator;
        _today = today;
    }

    /// <summary>Reads a document of ST.36 or ST.66 from its beginning; what the reader and the rules say goes to the findings.</summary>
    public async Task ReadAsync(Stream document, DocumentIdentity identity, string file, FindingList findings, CancellationToken cancellation)
    {
        ISourceReader reader = identity.Kind == DocumentKind.St66 ? new St66Reader() : new St36Reader();
        var office = OfficeCode.Parse(identity.Office ?? "");
        var options = new ReadOptions { File = file, Office = office.Success ? office.Value : Nobody };
        await foreach (var item in reader.ReadAsync(document, options, cancellation))
        {
            foreach (var finding in item.Findings.Concat(Judge(item.Record)))
            {
                findings.Add(finding);
            }
        }
    }

    // The pictures are not there to be judged, so nothing is said about them.
    private IEnumerable<Finding> Judge(Record? record) => record is null ? [] : _validator.Validate(new Subject { Record = record, Pages = [], Today = _today }, null);
}
