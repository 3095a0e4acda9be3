using NUnit.Framework;
using OfficeNode.Host.Service;
using OfficeNode.Host.Settings;
using OfficeNode.Storage;


namespace OfficeNode.Journeys.Service;

[CancelAfter(120_000)]
public sealed class NightTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset WindowOpens = Noon.AddHours(10);
    private static readonly DateTimeOffset WindowCloses = Noon.AddHours(17);

    private TestNode _node = null!;      // made for each test
    private NightWatch _watch = null!;

    [SetUp]
    public async Task MakeOffice()
    {
        _node = await TestNode.CreateAsync();
        // Patents without pages: nothing here needs image workers.
        await _node.RunAsync([.. SampleOffice.ImportOf("patents"), "--published-collection", "gazette 12/2025 of 2025-06-30 by A. Registrar"]);
        _watch = new NightWatch(_node, Noon);
    }

    [TearDown]
    public async Task CloseOffice()
    {
        await _watch.DisposeAsync();
        _node.Dispose();
    }

    [Test]
    public async Task What_is_new_reaches_an_agreed_destination_when_the_window_opens(CancellationToken cancellation)
    {
        await _node.ReceiveInFolderAsync("patentscope", "Patents");
        await _watch.PowerUpAsync(cancellation);

        await _watch.UntilAsync(NightWatch.Ends, cancellation);

        Assert.Multiple(() =>
        {
            Assert.That(_watch.Time.GetUtcNow(), Is.EqualTo(WindowOpens));
            Assert.That(_watch.Result, Has.Property("Packages").EqualTo(1).And.Property("Delivered").EqualTo(1).And.Property("Late").False);
            Assert.That(Directory.GetFiles(Path.Combine(_node.Receiver, "Patents", "Updates")), Has.Length.EqualTo(1));
        });
    }

    [Test]
    public async Task A_second_night_without_news_builds_nothing(CancellationToken cancellation)
    {
        await _node.ReceiveInFolderAsync("patentscope", "Patents", "--acknowledgement", "none");
        await _watch.PowerUpAsync(cancellation);
        await _watch.UntilAsync(NightWatch.Ends, cancellation);

        await _watch.UntilAsync(NightWatch.Ends, cancellation);

        Assert.That(_watch.Result, Has.Property("Night").EqualTo(new DateOnly(2026, 11, 21)).And.Property("Packages").EqualTo(0));
    }

    [Test]
    public async Task Power_that_comes_back_within_the_window_begins_the_night_at_once(CancellationToken cancellation)
    {
        await _node.ReceiveInFolderAsync("patentscope", "Patents");
        _watch.Time.Advance(TimeSpan.FromHours(13));

        await _watch.PowerUpAsync(cancellation);
        await _watch.UntilAsync(NightWatch.Ends, cancellation);

        Assert.That(_watch.Result, Has.Property("Began").EqualTo(Noon.AddHours(13)).And.Property("Late").False);
    }

    [Test]
    public async Task A_missed_night_is_made_up_for_by_day_and_called_late(CancellationToken cancellation)
    {
        await _node.ReceiveInFolderAsync("patentscope", "Patents");
        _watch.Note(session => NightBook.SetDealtWith(session, new DateOnly(2026, 11, 18)));

        await _watch.PowerUpAsync(cancellation);
        await _watch.UntilAsync(NightWatch.Ends, cancellation);

        Assert.That(_watch.Result, Has.Property("Began").EqualTo(Noon).And.Property("Late").True.And.Property("Delivered").EqualTo(1));
    }

    [Test]
    public async Task A_new_node_has_missed_no_night(CancellationToken cancellation)
    {
        await _node.ReceiveInFolderAsync("patentscope", "Patents");

        await _watch.PowerUpAsync(cancellation);
        var begins = await _watch.UntilAsync(NightWatch.Begins, cancellation);

        Assert.That((begins.Values["Late"], _watch.Time.GetUtcNow()), Is.EqualTo(((object)false, WindowOpens)));
    }

    [Test]
    public async Task A_clock_that_once_ran_ahead_does_not_silence_the_nights(CancellationToken cancellation)
    {
        await _node.ReceiveInFolderAsync("patentscope", "Patents");
        _watch.Note(session => NightBook.SetDealtWith(session, new DateOnly(2036, 1, 1)));

        await _watch.PowerUpAsync(cancellation);
        await _watch.UntilAsync(NightWatch.Ends, cancellation);

        Assert.That(_watch.Result.Delivered, Is.EqualTo(1));
    }

    [Test]
    public async Task A_destination_that_fails_keeps_no_other_from_its_turn(CancellationToken cancellation)
    {
        await _node.ReceiveInFolderAsync("patentscope", "Patents");
        SetUp("a-broken-one", destination => destination with { Transport = new TransportSettings { Kind = TransportKind.Sftp, Host = "-oProxy", User = "x" } });
        await _watch.PowerUpAsync(cancellation);

        await _watch.UntilAsync(NightWatch.Rests, cancellation);

        Assert.Multiple(() =>
        {
            Assert.That(_watch.Result.Troubles.Select(trouble => trouble.Rule), Is.EqualTo(new[] { ServiceFindings.Settings }));
            Assert.That(_watch.Result.Delivered, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task The_night_waits_for_the_command_of_a_person_and_says_for_whom(CancellationToken cancellation)
    {
        await _node.ReceiveInFolderAsync("patentscope", "Patents");
        using var register = Register.Open(_node.Folder, _watch.Time);
        using var held = Lease.Take(register, _node.Folder, "package", "officenode package, process 4711");
        await _watch.PowerUpAsync(cancellation);

        await _watch.UntilAsync(NightWatch.Rests, cancellation);

        Assert.That(_watch.Result.Troubles.Select(trouble => (trouble.Rule, trouble.Found)), Has.One.Items.And.All.Matches<(string Rule, string? Found)>(
            trouble => trouble.Rule == ServiceFindings.LeaseHeld && trouble.Found is { } holder && holder.StartsWith("officenode package, process 4711", StringComparison.Ordinal)));
    }

    [Test]
    public async Task What_had_to_wait_for_a_person_is_done_later_the_same_night(CancellationToken cancellation)
    {
        await _node.ReceiveInFolderAsync("patentscope", "Patents");
        using var register = Register.Open(_node.Folder, _watch.Time);
        var held = Lease.Take(register, _node.Folder, "sync", "officenode sync, process 4711");
        await _watch.PowerUpAsync(cancellation);
        var rest = await _watch.UntilAsync(NightWatch.Rests, cancellation);
        held.Dispose();

        _watch.Continue(rest);
        await _watch.UntilAsync(NightWatch.Ends, cancellation);

        Assert.That(_watch.Result, Has.Property("Packages").EqualTo(1).And.Property("Delivered").EqualTo(1).And.Property("Troubles").Empty);
    }

    [Test]
    public async Task Pauses_grow_to_an_hour_and_the_last_round_is_within_the_window(CancellationToken cancellation)
    {
        await _node.ReceiveInFolderAsync("patentscope", "Patents");
        Directory.Delete(Path.Combine(_node.Receiver, "Patents"), recursive: true);
        await _watch.PowerUpAsync(cancellation);

        await _watch.UntilAsync(NightWatch.Ends, cancellation);

        var rounds = _watch.Seen.Where(line => line.Event == NightWatch.Rests).Select(line => (DateTimeOffset)line.Values["Next"]!).Prepend(WindowOpens).ToList();   // lines of rest carry it
        Assert.Multiple(() =>
        {
            Assert.That(rounds.Zip(rounds.Skip(1), (from, to) => (to - from).TotalMinutes), Is.EqualTo(new[] { 5, 10, 20, 40, 60, 60, 60, 60, 60 }));
            Assert.That(_watch.Result.Ended, Is.LessThan(WindowCloses));
            Assert.That(_watch.Result.Waiting, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task A_night_that_was_stopped_is_gone_on_with_at_the_next_start(CancellationToken cancellation)
    {
        await _node.ReceiveInFolderAsync("patentscope", "Patents");
        Directory.Delete(Path.Combine(_node.Receiver, "Patents"), recursive: true);
        await _watch.PowerUpAsync(cancellation);
        await _watch.UntilAsync(NightWatch.Rests, cancellation);
        await _watch.StopAsync(cancellation);
        TestNode.MakeReceiverTree(_node.Receiver, "Patents");

        await _watch.PowerUpAsync(cancellation);
        await _watch.UntilAsync(NightWatch.Ends, cancellation);

        Assert.That(_watch.Result, Has.Property("Night").EqualTo(new DateOnly(2026, 11, 20)).And.Property("Delivered").EqualTo(1));
    }

    [Test]
    public async Task A_refused_record_does_not_go_again_night_after_night(CancellationToken cancellation)
    {
        await _node.ReceiveInFolderAsync("patentscope", "Patents");
        await _node.RunAsync("package", "--destination", "patentscope", "--scope", "full");
        await _node.DoAsync("sync", "--once");
        await _node.DoAsync(
            "acknowledge", "XX-patents-full-20261120-0001", "--date", "2026-11-20", "--from", "Desk", "--by", "A. Clerk", "--record", "118=drawings missing");
        await _watch.PowerUpAsync(cancellation);

        await _watch.UntilAsync(NightWatch.Ends, cancellation);

        Assert.That(_watch.Result.Packages, Is.Zero);
    }

    [Test]
    public async Task Nothing_is_packaged_for_a_destination_that_is_not_agreed(CancellationToken cancellation)
    {
        await _node.ReceiveInFolderAsync("patentscope", "Patents");
        await _node.DoAsync("destination", "set", "patentscope", "--state", "testing");
        await _watch.PowerUpAsync(cancellation);

        await _watch.UntilAsync(NightWatch.Ends, cancellation);

        Assert.That(_watch.Read(session => session.Packages.All()), Is.Empty);
    }

    [Test]
    public async Task Settings_broken_by_day_do_not_end_the_nights(CancellationToken cancellation)
    {
        await _node.ReceiveInFolderAsync("patentscope", "Patents");
        var settings = await File.ReadAllTextAsync(_node.Folder.SettingsFile, cancellation);
        await File.WriteAllTextAsync(_node.Folder.SettingsFile, "{", cancellation);
        await _watch.PowerUpAsync(cancellation);
        var failed = await _watch.UntilAsync(2009, cancellation);
        await File.WriteAllTextAsync(_node.Folder.SettingsFile, settings, cancellation);

        _watch.Continue(failed);
        await _watch.UntilAsync(NightWatch.Ends, cancellation);

        Assert.That(_watch.Result.Delivered, Is.EqualTo(1));
    }

    [Test]
    public async Task No_package_is_begun_after_the_window(CancellationToken cancellation)
    {
        await _node.ReceiveInFolderAsync("patentscope", "Patents");
        await _node.RunAsync("package", "--destination", "patentscope", "--scope", "full");
        var run = new NightRun(_watch.Source, new NightOptions(), OfficeNode.Sync.ByteBudget.Unlimited(_watch.Time), Noon, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);

        var (result, _) = await run.RoundAsync(new NightResult { Night = new DateOnly(2026, 11, 20), Began = Noon }, cancellation);

        Assert.That(result, Has.Property("Delivered").EqualTo(0).And.Property("Waiting").EqualTo(1));
    }

    /// <summary>Enters another destination, which is being tested.</summary>
    private void SetUp(string name, Func<DestinationSettings, DestinationSettings> change)
    {
        var store = new SettingsStore(_node.Folder, _node.Disk);
        var settings = store.Load();
        var made = change(DestinationSettings.Defaults["patentscope"] with
        {
            State = DestinationState.Testing,
            Collection = "Other",
        });
        store.Save(settings with { Destinations = new Dictionary<string, DestinationSettings>(settings.Destinations) { [name] = made } });
    }
}
