using System.Globalization;
using OfficeNode.Core.Batches;
using OfficeNode.Host.Texts;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Commands;

/// <summary>What people did to a batch, as <c>batch show</c> and <c>batch undo</c> tell it.</summary>
internal static class BatchHistory
{
    /// <summary>For scripts: the command that does the same, what it was told, who and when.</summary>
    public static object Describe(KeptEdit kept)
    {
        var told = ToldOf(kept.Edit);
        return new
        {
            kept.Id,
            edit = NameOf(kept.Edit),
            told.Pages,
            told.Before,
            told.After,
            told.By,
            told.Quarters,
            told.Blank,
            told.First,
            told.Last,
            told.BacksReversed,
            told.Code,
            kept.Author,
            kept.At,
            undone = kept.IsUndone,
        };
    }

    /// <summary>The command that makes such an edit.</summary>
    public static string NameOf(BatchEdit edit) => edit switch
    {
        MovePages => "move",
        ReplacePage => "replace",
        RotatePages => "rotate",
        MarkPages => "blank",
        InterleavePages => "interleave",
        SplitBatch => "split",
        MergeBatch => "merge",
        _ => throw new ArgumentOutOfRangeException(nameof(edit), edit, null),
    };

    /// <summary>A line for people.</summary>
    /// <param name="zone">Of the office.</param>
    public static string Line(KeptEdit kept, TimeZoneInfo zone) => Words.Of(
        kept.IsUndone ? "batch.edit.undone" : "batch.edit.line",
        ("time", TimeZoneInfo.ConvertTime(kept.At, zone).ToString("g", CultureInfo.CurrentCulture)),
        ("author", kept.Author),
        ("edit", Sentence(kept.Edit)));

    /// <summary>What was done.</summary>
    public static string Sentence(BatchEdit edit) => edit switch
    {
        MovePages { Before: { } before } move => Words.Of("batch-edit.before", ("pages", PageList.Of(move.Pages)), ("page", before)),
        MovePages { After: MovePages.Nothing } move => Words.Of("batch-edit.order", ("pages", PageList.Of(move.Pages))),
        MovePages { After: { } after } move => Words.Of("batch-edit.behind", ("pages", PageList.Of(move.Pages)), ("page", after)),
        MovePages move => Words.Of("batch-edit.end", ("pages", PageList.Of(move.Pages))),
        ReplacePage replace => Words.Of("batch-edit.replace", ("page", replace.Page), ("by", replace.By)),
        RotatePages rotate => Words.Of("batch-edit.rotate", ("pages", PageList.Of(rotate.Pages)), ("degrees", rotate.Quarters * 90)),
        MarkPages mark => Words.Of(mark.Blank ? "batch-edit.blank" : "batch-edit.not-blank", ("pages", PageList.Of(mark.Pages))),
        InterleavePages pile => Words.Of(pile.BacksReversed ? "batch-edit.interleave-reversed" : "batch-edit.interleave", ("first", pile.First), ("last", pile.Last)),
        SplitBatch { Code: { } code } split => Words.Of("batch-edit.split-code", ("page", split.At), ("code", code)),
        SplitBatch split => Words.Of("batch-edit.split", ("page", split.At)),
        MergeBatch merge => Words.Of("batch-edit.merge", ("page", merge.At)),
        _ => throw new ArgumentOutOfRangeException(nameof(edit), edit, null),
    };

    private static Told ToldOf(BatchEdit edit) => edit switch
    {
        MovePages move => new() { Pages = move.Pages, Before = move.Before, After = move.After },
        ReplacePage replace => new() { Pages = [replace.Page], By = replace.By },
        RotatePages rotate => new() { Pages = rotate.Pages, Quarters = rotate.Quarters },
        MarkPages mark => new() { Pages = mark.Pages, Blank = mark.Blank },
        InterleavePages pile => new() { First = pile.First, Last = pile.Last, BacksReversed = pile.BacksReversed },
        SplitBatch split => new() { Pages = [split.At], Code = split.Code?.ToString() },
        MergeBatch merge => new() { Pages = [merge.At] },
        _ => throw new ArgumentOutOfRangeException(nameof(edit), edit, null),
    };

    /// <summary>What edits are told, all kinds together: a script finds the same under the same name.</summary>
    private sealed record Told
    {
        public IReadOnlyList<int>? Pages { get; init; }

        public int? Before { get; init; }

        public int? After { get; init; }

        public int? By { get; init; }

        public int? Quarters { get; init; }

        public bool? Blank { get; init; }

        public int? First { get; init; }

        public int? Last { get; init; }

        public bool? BacksReversed { get; init; }

        public string? Code { get; init; }
    }
}
