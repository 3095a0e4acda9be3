using System.Text;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.People;
using OfficeNode.Journeys.Service;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Packages;

/// <summary>How each kind of right is taken back: by a delete that the official schema takes, or by letter.</summary>
[CancelAfter(120_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class RetractWaysTests : OneNodeTests
{
    [TestCase(Right.Trademark, "brand-database", "Trademarks")]
    [TestCase(Right.Design, "design-database", "Designs")]
    public async Task A_delete_is_valid_by_the_official_schema(Right right, string destination, string collection)
    {
        await Node.DoAsync("standards", "add", SharedMaterial.Require("standards"));
        await DeliverAsync(right, destination, collection);

        await Node.DoAsync("retract", DossierOf(right), "--destination", destination, "--reason", "sent by mistake");
        var built = await Node.DoAsync("package", "--destination", destination, "--scope", "updates");

        var package = built.Json.GetProperty("packages")[0];
        var documents = PackageContents.Of(package.GetProperty("path").GetString() ?? "").Where(member => member.Key.EndsWith(".xml", StringComparison.Ordinal));
        Assert.That(documents.Select(member => Encoding.UTF8.GetString(member.Value)), Is.Not.Empty.And.All.Contains("operationCategory=\"Delete\""));
    }

    [Test]
    public async Task A_patent_is_asked_for_by_a_letter_and_tracked_until_the_answer_is_entered(CancellationToken cancellation)
    {
        var name = await DeliverAsync(Right.Patent, "patentscope", "Patents");
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var head = served.As("hana", Role.Head);

        await head.FillAsync("/retractions/new?d=1&destination=patentscope", "retract", [("Given.Reason", "secrecy order")], cancellation);
        var letter = await head.GetAsync("/retractions/1", cancellation);
        await head.FillAsync("/retractions/1", "settle", [("Given.Note", "Mail of 20 November: record deleted")], cancellation);

        var updates = await Node.DoAsync("package", "--destination", "patentscope", "--scope", "updates");
        Assert.That(letter.Text, Does.Contain("to be asked for by letter").And.Contain(name + ".zip"));
        Assert.That(Node.Read(session => session.Retractions.Find(1))?.SettledBy, Is.EqualTo("H. Person"));
        Assert.That(updates.Json.GetProperty("packages").GetArrayLength(), Is.Zero);
    }

    private async Task<string> DeliverAsync(Right right, string destination, string collection)
    {
        await Node.DoAsync(GeneratedRecords.Write(Node, right, 2, pictures: 1));
        await Node.DoAsync(GeneratedRecords.Publish([DossierOf(right)]));
        await Node.ReceiveInFolderAsync(destination, collection);
        var built = await Node.DoAsync("package", "--destination", destination, "--scope", "full");
        await Node.DoAsync("sync", "--once");
        return built.Json.GetProperty("packages")[0].GetProperty("name").GetString() ?? "";
    }

    private static string DossierOf(Right right) => GeneratedRecords.Dossiers(right, 1)[0];
}
