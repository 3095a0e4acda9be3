using OfficeNode.Core;
using OfficeNode.Host.Settings;
using OfficeNode.Storage;

namespace OfficeNode.Host.Journey;

/// <summary>Records publication acts by the office's policy (I13).</summary>
internal static class ActRecorder
{
    /// <summary>Records an act for one dossier; what is odd about it is said, and closed document types are taken out of it.</summary>
    public static IReadOnlyList<Finding> Record(RegisterSession session, NodeSettings settings, DossierId dossier, Right right, PublicationAct act)
    {
        var policy = settings.Publication[right];
        var findings = new List<Finding>();
        var closed = act.Opens.Where(code => code.IsClosed).ToList();
        if (closed.Count > 0)
        {
            findings.Add(new Finding(JourneyFindings.ActOpensClosed, Severity.Warning) { Path = "act.opens", Found = string.Join(' ', closed) });
        }

        if (act.Kind < policy.OpensAt)
        {
            findings.Add(new Finding(JourneyFindings.ActBeforeOpeningPoint, Severity.Warning)
            {
                Path = "act.kind",
                Found = act.Kind.ToString(),
                Expected = policy.OpensAt.ToString(),
            });
        }

        var opens = act.Opens.Count == 0 ? policy.Documents : [.. act.Opens.Where(code => !code.IsClosed)];
        session.Acts.Record(dossier, act with { Opens = opens });
        return findings;
    }
}
