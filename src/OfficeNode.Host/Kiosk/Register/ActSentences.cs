using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Kiosk.Register;

/// <summary>What was decided about the publication of a dossier, one sentence each.</summary>
internal static class ActSentences
{
    public static IReadOnlyList<string> Of(Node node, DossierId dossier) => node.Register.Read(session =>
        session.Acts.Of(dossier).Select(Sentence).Concat(session.Holds.Of(dossier).Select(Sentence)).ToList());

    private static string Sentence(PublicationAct act) => Words.Of(
        act.Destinations.Count == 0 ? "history.act" : "history.act.for",
        ("kind", Words.Of("history.opening." + act.Kind)),
        ("day", Language.Current.Day(act.Date)),
        ("person", act.Person),
        ("gazette", act.Gazette),
        ("destinations", string.Join(Words.Of("record.comma"), act.Destinations)));

    private static string Sentence(Hold hold) => Words.Of(
        hold.Until is null ? "history.hold" : "history.hold.until",
        ("reason", hold.Reason),
        ("person", hold.Person),
        ("since", Language.Current.Day(hold.Since)),
        ("until", hold.Until is { } until ? Language.Current.Day(until) : ""));
}
