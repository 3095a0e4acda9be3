using OfficeNode.Host.Texts;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Kiosk.Outbox;

/// <summary>How far a retraction has come, in words.</summary>
internal static class RetractionWords
{
    public static string StateOf(Retraction retraction) => retraction switch
    {
        { Way: RetractionWay.Nothing } => Words.Of("retraction.state.nothing"),
        { SettledAt: not null } => Words.Of("retraction.state.settled"),
        { Way: RetractionWay.Letter } => Words.Of("retraction.state.letter"),
        { Package: null } => Words.Of("retraction.state.delete-due"),
        _ => Words.Of("retraction.state.delete-sent"),
    };
}
