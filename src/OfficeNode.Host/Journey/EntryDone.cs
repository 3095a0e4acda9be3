using OfficeNode.Core;
using OfficeNode.Core.Keying;
using OfficeNode.Standards.Readers;
using OfficeNode.Storage;

namespace OfficeNode.Host.Journey;

/// <summary>Moves an entry on when the person who has it says that it is done.</summary>
/// <remarks>
/// <code>
/// keying, sent back --done--> waiting                  (nothing is keyed twice)
///                   --done--> second --done--> waiting (the two agree)
///                                    --done--> settling --done--> waiting
/// </code>
/// </remarks>
internal sealed class EntryDone
{
    private readonly Node _node;
    private readonly string _author;
    private readonly EntryAccess _access;
    private readonly EntryJudge _judge;

    public EntryDone(Node node, string author, EntryAccess access, EntryJudge judge)
    {
        _node = node;
        _author = author;
        _access = access;
        _judge = judge;
    }

    public KeyingAnswer Run(EntryId id, long version, string? remark)
    {
        IReadOnlyList<FormFinding> findings = [];
        var known = Tie(id, version);
        var refused = known ?? _node.Register.TryWrite(new Deed(_author, "entry done", id.Value), session =>
        {
            if (session.Entries.Get(id) is not { } entry)
            {
                return [new Finding(KeyingFindings.Unknown, Severity.Error) { Found = id.Value }];
            }

            if (_access.Against(session, entry) is { } against)
            {
                return [against];
            }

            if (entry.Version != version)
            {
                return [new Finding(KeyingFindings.Changed, Severity.Error) { Found = id.Value }];
            }

            (findings, var wrong) = Move(session, entry, remark?.Trim());
            return wrong;
        });
        return _node.Register.Read(session => session.Entries.Get(id) is { } entry
            ? new KeyingAnswer(entry.Version, refused, findings.Count > 0 || entry.State == EntryState.Second ? findings : _judge.Judge(session, entry).Findings)
            : new KeyingAnswer(0, refused, []));
    }

    /// <summary>Where the register knows the number that was keyed, adds what it has to the form, to be looked at; what is said then. Null when it does not.</summary>
    private IReadOnlyList<Finding>? Tie(EntryId id, long version) => _node.Register.Note<IReadOnlyList<Finding>?>(session =>
    {
        if (session.Entries.Get(id) is not { Dossier: null, State: EntryState.Keying or EntryState.SentBack } entry || entry.Version != version || _access.Against(session, entry) is not null
            || session.Dossiers.Match(_judge.Judge(session, entry).Record) is not { } dossier)
        {
            return null;
        }

        if (session.Entries.OpenOf(dossier) is [var other, ..])
        {
            return [new Finding(KeyingFindings.DossierTaken, Severity.Error) { Found = entry.Number, Expected = other.Id.Value }];
        }

        var revision = session.Dossiers.Get(dossier).Revision;
        session.Entries.Bind(id, dossier, revision);
        EntryMaker.Keep(session, id, entry.Right, session.Revisions.Get(revision).Record, _node.Time.GetUtcNow());
        EntryFill.Rename(session, id);
        return [new Finding(KeyingFindings.NumberKnown, Severity.Error) { Path = "applicationNumber", Found = entry.Number }];
    });

    private (IReadOnlyList<FormFinding> Findings, IReadOnlyList<Finding> Refused) Move(RegisterSession session, Entry entry, string? remark) => entry.State switch
    {
        EntryState.Second => (MoveSecond(session, entry), []),
        EntryState.Settling => ([], MoveSettled(session, entry)),
        _ => MoveFirst(session, entry, remark),
    };

    private (IReadOnlyList<FormFinding> Findings, IReadOnlyList<Finding> Refused) MoveFirst(RegisterSession session, Entry entry, string? remark)
    {
        var judged = _judge.Judge(session, entry);
        var others = entry.Number is { } number ? session.Entries.OpenWith(entry.Right, number).Where(other => other.Id != entry.Id && other.Number == number).ToList() : [];
        if (others.Count > 0 && entry.Dossier is null && string.IsNullOrEmpty(remark))
        {
            return (judged.Findings, [new Finding(KeyingFindings.NumberTwice, Severity.Error) { Path = "applicationNumber", Found = entry.Number, Expected = others[0].Id.Value }]);
        }

        if (judged.Errors.Any() && string.IsNullOrEmpty(remark))
        {
            return (judged.Findings, [new Finding(KeyingFindings.HasErrors, Severity.Error) { Found = entry.Id.Value }]);
        }

        var isRaw = judged.Findings.Any(found => found.Finding.Rule == KeyingFindings.Unconfirmed);
        var hasSecond = session.EntryValues.Of(entry.Id, KeyingPass.Second).Count > 0;
        var next = DoubleKeying.FieldsOf(_node.Settings, entry.Right).Count > 0 && !hasSecond ? EntryState.Second : EntryState.Waiting;
        session.Entries.SetKeyed(entry.Id, _author);
        session.Entries.SetRemark(entry.Id, string.IsNullOrEmpty(remark) ? null : remark[..Math.Min(remark.Length, KeyingLimits.LongestRemark)], _author);
        session.Entries.Move(entry.Id, next, isRaw ? TextLevel.Raw : TextLevel.Checked);
        return (judged.Findings, []);
    }

    private IReadOnlyList<FormFinding> MoveSecond(RegisterSession session, Entry entry)
    {
        var pairs = DoubleKeying.Compare(session, _node.Settings, entry).ToList();
        foreach (var (difference, agreed) in pairs)
        {
            session.Accuracy.Note(entry.Id, difference.Path, difference.Item, agreed);
        }

        session.Entries.SetSecond(entry.Id, _author);
        var isAgreed = pairs.TrueForAll(pair => pair.Agreed);
        session.Entries.Move(entry.Id, isAgreed ? EntryState.Waiting : EntryState.Settling, isAgreed && entry.Level > TextLevel.Raw ? TextLevel.DoubleKeyed : entry.Level);
        return [];
    }

    private IReadOnlyList<Finding> MoveSettled(RegisterSession session, Entry entry)
    {
        var differences = DoubleKeying.Differences(session, _node.Settings, entry);
        var settled = session.EntryValues.Of(entry.Id, KeyingPass.Settled);
        var open = differences.FirstOrDefault(difference => !settled.Any(value => value.Path == difference.Path && value.Item == difference.Item));
        if (open is not null)
        {
            return [new Finding(KeyingFindings.Unsettled, Severity.Error) { Path = open.Path, Found = open.One, Expected = open.Other }];
        }

        foreach (var value in settled)
        {
            var before = session.EntryValues.At(entry.Id, KeyingPass.First, value.Path, value.Item);
            session.EntryValues.Put(entry.Id, KeyingPass.First, value with { Page = before?.Page, Box = before?.Box, Was = before?.Was, Language = value.Language ?? before?.Language });
        }

        EntryFill.Rename(session, entry.Id);
        session.Entries.SetSettled(entry.Id, _author);
        session.Entries.Move(entry.Id, EntryState.Waiting, entry.Level > TextLevel.Raw ? TextLevel.DoubleKeyed : entry.Level);
        return [];
    }
}
