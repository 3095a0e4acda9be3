using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.People;
using OfficeNode.Journeys.Service;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Journeys.Training;

[CancelAfter(120_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class TrainingOfficeTests : OneNodeTests
{
    private protected override Task<TestNode> MakeNodeAsync() => TestNode.CreateAsync("XX", "Tamarelle", "--training");

    [Test]
    public async Task A_package_goes_to_a_folder_of_its_own_although_the_settings_name_a_receiver()
    {
        await OpenMarksAsync();
        await Node.ReceiveInFolderAsync("brand-database", "Trademarks");   // a real receiver's folder, as somebody may enter it

        await Node.DoAsync("package", "--destination", "brand-database", "--scope", "full");
        await Node.DoAsync("sync", "--once");

        var delivery = Node.Read(session => session.Deliveries.All()).Single();
        var desk = Path.Combine(Node.Folder.TrainingDesks, "brand-database", "Trademarks", "Full_Extraction");
        Assert.That(delivery.State, Is.EqualTo(DeliveryState.Delivered));
        Assert.That(Directory.GetFiles(desk).Select(Path.GetFileName), Does.Contain(delivery.Package.Name.ZipFile));
        Assert.That(Directory.GetFiles(Node.Receiver, "*", SearchOption.AllDirectories), Is.Empty);
    }

    [Test]
    public async Task A_package_is_not_called_like_a_real_one()
    {
        await OpenMarksAsync();

        await Node.DoAsync("package", "--destination", "brand-database", "--scope", "full");

        Assert.That(Node.Read(session => session.Deliveries.All()).Single().Package.Name.Value, Does.StartWith("training-XX-trademarks-full-"));
    }

    [Test]
    public async Task Settings_that_are_saved_again_lead_nowhere_else()
    {
        await Node.DoAsync("destination", "set", "patentscope", "--state", "testing", "--sftp", "office@sftp.example.org");

        using var node = Host.Journey.Node.Open(Node.Folder.Root, Node.Disk, Node.Time);

        Assert.That(node.Settings.Destinations.Values.Select(destination => destination.Transport.Root), Has.All.StartsWith(Node.Folder.TrainingDesks));
        Assert.That(node.Settings.Name, Is.EqualTo("TRAINING: Tamarelle"));
    }

    [Test]
    public async Task Every_screen_says_what_it_is(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var today = await served.As("binta", Role.Clerk).GetAsync("/", cancellation);
        var before = await served.Stranger().GetAsync("/sign-in", cancellation);

        Assert.That(new[] { before.Text, today.Text }, Has.All.Contain("Training office: nothing here is real"));
    }

    [Test]
    public async Task A_real_office_says_nothing_of_training(CancellationToken cancellation)
    {
        using var real = await TestNode.CreateAsync();
        await using var served = await ServedNode.StartAsync(real, real.Time, cancellation);

        var today = await served.PageAsync(cancellation);

        Assert.That(today, Does.Not.Contain("Training office"));
    }

    private async Task OpenMarksAsync()
    {
        await Node.DoAsync(GeneratedRecords.Write(Node, Right.Trademark, 3));
        await Node.DoAsync(GeneratedRecords.Publish(GeneratedRecords.Dossiers(Right.Trademark, 3)));
    }
}
