using OfficeNode.Core;
using OfficeNode.Core.Keying;
using OfficeNode.Standards.Readers;
using OfficeNode.Standards.Rules;
using OfficeNode.Storage;

namespace OfficeNode.Host.Journey;

/// <summary>An entry as the register would have it.</summary>
/// <param name="Record">What its values say, over the record that it corrects.</param>
/// <param name="Pages">Those that release would file, then those that the dossier has.</param>
internal sealed record JudgedEntry(Record Record, IReadOnlyList<Page> Pages, IReadOnlyList<FormFinding> Findings)
{
    /// <summary>What destinations refused of the state that is corrected; among <see cref="Findings"/> too.</summary>
    public IReadOnlyList<FormFinding> Refusals { get; init; } = [];

    /// <summary>What keeps it from being released.</summary>
    public IEnumerable<FormFinding> Errors => Findings.Where(found => found.Finding.Severity == Severity.Error);
}

/// <summary>Understands an entry and judges it by the rules of <c>validate</c>. Thread-safe.</summary>
/// <remarks>Errors of rules that hold for the record stop a release; those of one destination's acceptance are warnings here, which name the destination (I4).</remarks>
internal sealed class EntryJudge
{
    private readonly Node _node;
    private readonly FormReader _reader;
    private readonly Validator _validator;

    public EntryJudge(Node node)
    {
        _node = node;
        var settings = node.Settings;
        _reader = new FormReader(new FormOptions { Office = settings.Office, Dates = settings.Keying.Dates, Calendar = settings.Keying.Calendar, Language = settings.Language });
        _validator = new Validator(node.Rules);
    }

    public JudgedEntry Judge(RegisterSession session, Entry entry)
    {
        var values = session.EntryValues.Of(entry.Id, KeyingPass.First);
        var form = Form.Of(entry.Right);
        var reading = Read(session, entry, values);
        var record = OfficeLanguage.Fill(reading.Record, _node.Settings.Language);
        var refusals = Refusals(session, entry).Select(refusal => Lead(form, reading, refusal)).ToList();
        var own = session.EntryPages.Of(entry.Id);
        var pages = EntryPages.AsFiled(session, entry, own, session.EntryPages.Crops(entry.Id));
        return new JudgedEntry(record, pages,
        [
            .. reading.Findings,
            .. _validator.Validate(new Subject { Record = record, Pages = pages, Today = _node.Today }, null).Select(reading.Lead),
            .. Acceptance(record, pages).Select(reading.Lead),
            .. refusals,
            .. OtherThanSheet(entry, values),
            .. TakenBack(session, entry),
            .. Unconfirmed(form, values),
            .. own.Where(page => page is { IsBlank: false, Document: null }).Take(1).Select(_ => new FormFinding(null, 0, new Finding(KeyingFindings.DocumentMissing, Severity.Error))),
        ])
        {
            Refusals = refusals,
        };
    }

    /// <summary>The field of an entry that a finding is about, whether it names the field, a place of the record, or an element of a document that was written of it.</summary>
    public FormFinding Lead(RegisterSession session, Entry entry, Finding finding) =>
        Lead(Form.Of(entry.Right), Read(session, entry, session.EntryValues.Of(entry.Id, KeyingPass.First)), finding);

    private static FormFinding Lead(Form form, FormReading reading, Finding finding)
    {
        var path = finding.Path is { } given ? DocumentPlaces.Of(given) ?? given : "";
        return form.Find(path) is null ? reading.Lead(finding) : new FormFinding(path, 0, finding);
    }

    private FormReading Read(RegisterSession session, Entry entry, IReadOnlyList<EntryValue> values) =>
        _reader.Read(Form.Of(entry.Right), values, entry.Base is { } revision ? session.Revisions.Get(revision).Record : null);

    // What a destination refused is told to who corrects it; whether it is mended nobody knows before the destination says so.
    private static IEnumerable<Finding> Refusals(RegisterSession session, Entry entry) => entry.Dossier is { } dossier
        ? session.Exports.OpenRefusals(dossier, destination: null).Select(refusal => refusal.Finding with { Severity = Severity.Warning })
        : [];

    private IEnumerable<Finding> Acceptance(Record record, IReadOnlyList<Page> pages)
    {
        foreach (var (name, destination) in _node.Settings.Destinations.Where(pair => pair.Value.Rights.Contains(record.Right)))
        {
            var subject = new Subject { Record = record, Pages = [.. pages.Where(page => destination.Documents.Contains(page.Document))], Today = _node.Today };
            foreach (var finding in _validator.Validate(subject, name).Where(finding => IsOfProfile(finding.Rule)))
            {
                yield return finding with { Severity = Severity.Warning, Arguments = new Dictionary<string, string>(finding.Arguments ?? new Dictionary<string, string>()) { ["destination"] = name } };
            }
        }
    }

    private bool IsOfProfile(string rule) => _node.Rules.Rules.Any(candidate => candidate.Id == rule && candidate.Destinations.Count > 0);

    private static IEnumerable<FormFinding> OtherThanSheet(Entry entry, IReadOnlyList<EntryValue> values)
    {
        var numbers = values.Where(value => value is { Path: "applicationNumber" or "registrationNumber", Text.Length: > 0 }).ToList();
        return entry.Sheet is not { } sheet || numbers.Count == 0 || numbers.Exists(value => SheetNumber.Agrees(sheet, value.Text)) ? []
            : [new FormFinding(numbers[0].Path, 0, new Finding(KeyingFindings.NumberOther, Severity.Warning) { Path = numbers[0].Path, Found = numbers[0].Text, Expected = sheet.ToString() })];
    }

    private static IEnumerable<FormFinding> TakenBack(RegisterSession session, Entry entry) =>
        entry.Number is { } number && entry.Dossier is null && session.Receptions.Find(entry.Right, number) is { TakenBack: { } back }
            ? [new FormFinding("applicationNumber", 0, new Finding(KeyingFindings.TakenBack, Severity.Warning) { Path = "applicationNumber", Found = number, Expected = back.Why })]
            : [];

    private static IEnumerable<FormFinding> Unconfirmed(Form form, IReadOnlyList<EntryValue> values) => values
        .Where(value => value.State == ValueState.Read && value.Text.Length > 0 && form.Find(value.Path) is not null)
        .Select(value => new FormFinding(value.Path, value.Item, new Finding(KeyingFindings.Unconfirmed, Severity.Warning) { Path = value.Path, Found = value.Text }));
}
