using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Kiosk.Releases;
using OfficeNode.Host.Kiosk.Today;
using OfficeNode.Host.Texts;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Kiosk.Register;

/// <summary>One release of a dossier, in sentences.</summary>
/// <param name="IsOwn">Whether who keyed it released it: that is marked for ever.</param>
internal sealed record ReleaseLine(RevisionId Revision, string Text, bool IsOwn);

/// <summary>Who keyed and released what a dossier became, how often its text was looked at, and the sample that stood for it.</summary>
internal static class ReleaseSentences
{
    /// <summary>All releases of a dossier, in order.</summary>
    public static IReadOnlyList<ReleaseLine> Of(RegisterSession session, DossierId dossier, PersonNames names, Moments moments)
    {
        var lines = new List<ReleaseLine>();
        RevisionId? before = null;
        foreach (var release in session.Releases.Of(dossier))
        {
            IReadOnlyList<string?> sentences =
            [
                session.Entries.Get(release.Entry)?.KeyedBy is { } keyedBy ? Words.Of("history.keyed", ("person", names.Of(keyedBy))) : null,
                Words.Of("history.released", ("person", names.Of(release.Author)), ("time", moments.Of(release.At))),
                Words.Of("history.released.level", ("level", ReleaseWords.LevelOf(release.Level))),
                release.Sample is { } sample ? SampleOf(session.Samples.Get(sample)) : null,
                release.Revision == before ? Words.Of("history.released.pages") : null,
            ];
            lines.Add(new ReleaseLine(release.Revision, string.Join(' ', sentences.OfType<string>()), release.IsOwn));
            before = release.Revision;
        }

        return lines;
    }

    private static string? SampleOf(Sample? sample) => sample is null ? null : Words.Of(
        "history.released.sample", ("batch", sample.Batch), ("size", sample.Size), ("of", sample.Of), ("wrong", sample.Wrong));
}
