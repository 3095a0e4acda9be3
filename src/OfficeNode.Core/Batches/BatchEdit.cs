using System.Text.Json.Serialization;

namespace OfficeNode.Core.Batches;

/// <summary>One thing that a person did to the order of a batch. Edits are replayed over the pages as they came, so that each can be undone and nothing is lost.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "edit")]
[JsonDerivedType(typeof(MovePages), "move")]
[JsonDerivedType(typeof(ReplacePage), "replace")]
[JsonDerivedType(typeof(RotatePages), "rotate")]
[JsonDerivedType(typeof(MarkPages), "blank")]
[JsonDerivedType(typeof(InterleavePages), "interleave")]
[JsonDerivedType(typeof(SplitBatch), "split")]
[JsonDerivedType(typeof(MergeBatch), "merge")]
public abstract record BatchEdit;

/// <summary>Moves pages, in the order given, before a page, or behind one, or to the end. New pages come to the end of a batch and are inserted so.</summary>
/// <remarks>"To the end" is what a person says; kept is the page that was the last (<see cref="Arrangement.Settle"/>). Only edits of older programs are replayed to whatever is the end then.</remarks>
public sealed record MovePages(IReadOnlyList<int> Pages, int? Before) : BatchEdit
{
    /// <summary><see cref="After"/> where all pages are moved, so that there is none to stand behind.</summary>
    public const int Nothing = 0;

    /// <summary>The page behind which they go; null where <see cref="Before"/> says it, or for the end.</summary>
    public int? After { get; init; }
}

/// <summary>Puts a page, scanned anew, in the place of another, which is folded away.</summary>
public sealed record ReplacePage(int Page, int By) : BatchEdit;

/// <summary>Turns pages by quarters to the right, from how they were shown: what a person saw counts, whatever the machine finds later.</summary>
public sealed record RotatePages(IReadOnlyList<int> Pages, int Quarters) : BatchEdit
{
    /// <summary>Quarter turns to the right by which each of the pages was shown; empty where all were shown as they came.</summary>
    public IReadOnlyList<int> Shown { get; init; } = [];

    /// <summary>The turns of a page after this edit.</summary>
    /// <param name="turns">Those that people gave it before; null for none.</param>
    public int? After(int number, int? turns)
    {
        for (var i = 0; i < Pages.Count; i++)
        {
            if (Pages[i] == number)
            {
                return AfterAt(i, turns);
            }
        }

        return turns;
    }

    /// <summary>As <see cref="After"/>, for a page by its place among <see cref="Pages"/>.</summary>
    public int AfterAt(int place, int? turns) => ((turns ?? (Shown.Count == 0 ? 0 : Shown[place])) + Quarters) % 4;
}

/// <summary>Says of pages that they are blank, or are not, whatever the machine sees.</summary>
public sealed record MarkPages(IReadOnlyList<int> Pages, bool Blank) : BatchEdit;

/// <summary>Fronts were scanned first, then the pile was turned over: the second half of the pages goes between those of the first.</summary>
/// <param name="BacksReversed">The pile was turned over as a whole, so that the last sheet's back came first.</param>
public sealed record InterleavePages(int First, int Last, bool BacksReversed) : BatchEdit;

/// <summary>A document begins at a page, though no separator says so.</summary>
/// <param name="Code">What begins; null for a dossier to be keyed by hand.</param>
public sealed record SplitBatch(int At, SeparatorCode? Code) : BatchEdit;

/// <summary>No document begins at a page, though a separator or an earlier edit says so; a separator sheet becomes an ordinary page of the document before it.</summary>
public sealed record MergeBatch(int At) : BatchEdit;
