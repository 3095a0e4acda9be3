using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Paper;
using OfficeNode.Host.Journey;

namespace OfficeNode.Journeys.Kiosk.PaperFiles;

[CancelAfter(60_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class PaperJourneyTests : OneNodeTests
{
    [Test]
    public async Task A_number_that_nobody_knows_keeps_no_other_from_being_noted()
    {
        var number = await OneNumberAsync();

        var answer = Do(paper => paper.Note(PaperMoveKind.PutAway, ["P-1999-0", number], "Box 14"));

        Assert.That(answer.Done.Select(name => name.ToString()), Is.EqualTo(new[] { number }));
        Assert.That(answer.Left, Is.EqualTo(new[] { "P-1999-0" }));
        Assert.That(answer.Findings.Select(finding => finding.Rule), Is.EqualTo(new[] { PaperFindings.DossierUnknown }));
    }

    [Test]
    public async Task A_file_that_somebody_has_is_not_charged_out_to_another()
    {
        var number = await OneNumberAsync();
        Do(paper => paper.Note(PaperMoveKind.ChargedOut, [number], "Binta"));

        var answer = Do(paper => paper.Note(PaperMoveKind.ChargedOut, [number], "Omar"));

        Assert.That(answer.Findings.Select(finding => (finding.Rule, finding.Expected)), Is.EqualTo(new[] { (PaperFindings.AlreadyOut, "Binta") }));
    }

    [Test]
    public async Task A_file_that_is_given_back_is_in_the_place_where_it_was()
    {
        var number = await OneNumberAsync();
        Do(paper => paper.Note(PaperMoveKind.PutAway, [number], "Box 14"));
        Do(paper => paper.Note(PaperMoveKind.ChargedOut, [number], "Binta"));
        Do(paper => paper.Note(PaperMoveKind.GivenBack, [number], ""));

        var file = Do(paper => paper.Find(number, 10)).Single();

        Assert.That((file.State.Place, file.State.Holder), Is.EqualTo(("Box 14", (string?)null)));
        Assert.That(Node.Read(session => session.Paper.Moves(file.Dossier)).Select(move => (move.Kind, move.What, move.Author)), Is.EqualTo(new[]
        {
            (PaperMoveKind.PutAway, "Box 14", "binta"), (PaperMoveKind.ChargedOut, "Binta", "binta"), (PaperMoveKind.GivenBack, "", "binta"),
        }));
    }

    [Test]
    public async Task A_number_that_is_named_twice_in_two_spellings_is_charged_out_once()
    {
        var number = await OneNumberAsync();

        var answer = Do(paper => paper.Note(PaperMoveKind.ChargedOut, [number, number.Replace('/', ' ')], "Binta"));

        Assert.That(answer.Done, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_place_is_found_by_its_beginning_in_any_spelling()
    {
        var number = await OneNumberAsync();
        Do(paper => paper.Note(PaperMoveKind.PutAway, [number], "Étagère B, boîte 14"));

        var found = Do(paper => paper.Find("etagere b", 10));

        Assert.That(found.Select(file => file.Name.ToString()), Is.EqualTo(new[] { number }));
    }

    [Test]
    public void Files_go_to_a_place_that_is_named()
    {
        var answer = Do(paper => paper.Note(PaperMoveKind.PutAway, ["P-2026-1"], " "));

        Assert.That(answer.Findings.Select(finding => (finding.Rule, finding.Path)), Is.EqualTo(new[] { (PaperFindings.WhatForm, "what") }));
    }

    private async Task<string> OneNumberAsync()
    {
        await Node.DoAsync(GeneratedRecords.Write(Node, Right.Trademark, 1));
        return GeneratedRecords.Dossiers(Right.Trademark, 1)[0];
    }

    private T Do<T>(Func<PaperJourney, T> work)
    {
        using var node = Host.Journey.Node.Open(Node.Folder.Root, Node.Disk, Node.Time);
        return work(new PaperJourney(node, "binta"));
    }
}
