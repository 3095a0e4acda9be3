using System.Text;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Storage.Tables;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Kiosk.WholeWay;

/// <summary>
/// The whole way of paper through an office by keys alone, in a language of each direction: the first start, people, counter, scanner, contact sheet, keying, release, publication, package, delivery,
/// signed receipt, refusal, correction, and the second delivery. Each person works in a window of their own; a pointer on any of them fails the test.
/// </summary>
[CancelAfter(300_000)]
[Platform("Linux")]   // SANE's pnm device
[Parallelizable(ParallelScope.Self)]   // a node of its own, and programs that leave a core free
public sealed class WholeWayTests : BrowserTests
{
    private const string Published = "20.11.2026";
    private const string FirstPackage = "patents-updates-20261120-0001";
    private const string SecondPackage = "patents-updates-20261120-0002";

    private const string AgentsName = " (KE 17)";

    // Of nine values on a form that are not known from the counter: misread letters are the reading machine's.
    private const int LeastKept = 5;

    private TemporaryFolder _folder = null!;   // made before each test, as the next ones
    private WholeWayOffice _office = null!;
    private WayPeople _people = null!;

    [TearDown]
    public async Task RemoveOffice()
    {
        await _office.DisposeAsync();
        _folder.Dispose();
    }

    [TestCaseSource(typeof(ScreenLanguages), nameof(ScreenLanguages.Today))]
    public async Task Paper_becomes_records_that_a_receiver_accepts(string language, CancellationToken cancellation)
    {
        _folder = new TemporaryFolder();
        _office = await WholeWayOffice.OpenAsync(language, _folder.PathOf("feeder"), cancellation);
        _people = await WayPeople.SeatAsync(language, () => OpenAsync(_office.Served.Address, "about:blank", new BrowserLook { Locale = language }));

        await SetUpAsync();
        await TakeInAsync();
        await KeyAsync(cancellation);
        await PublishAsync();
        await DeliverAsync();
        await CorrectAsync();
        foreach (var person in _people.All)
        {
            await person.LeaveAsync();
        }

        AssertAccepted();
        AssertOpenPagesAloneLeft();
    }

    // KE/P/2026/000417
    private static int OrdinalOf(WayFiling filing) => int.Parse(filing.Number.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);

    private string NameOf(string package) => $"{_office.Papers.Filings[0].Country}-{package}";

    private string TitleOf(long dossier) => _office.Node.Read(session => session.Revisions.Current(new DossierId(dossier)))!.Record.Titles[0].Text;   // released

    // The screen of the first start came when nobody was known; the windows of the others are asked to sign in.
    private async Task SetUpAsync()
    {
        var administrator = new WayAdministrator(_people.Amina);
        await administrator.BeFirstAsync();
        await administrator.AddPeopleAsync([(_people.Binta, ["Clerk"]), (_people.Salif, ["Supervisor"]), (_people.Hana, ["Supervisor", "Head"])]);
        await administrator.AddSeriesAsync(OrdinalOf(_office.Papers.Filings[0]));
        await administrator.AgreeAsync(WholeWayOffice.Destination);
        await _people.Amina.SignOutAsync();
        foreach (var person in _people.All.Skip(1))
        {
            await person.ComeAsync();
            await person.SignInAsync();
        }
    }

    private async Task TakeInAsync()
    {
        var counter = new WayCounter(_people.Binta);
        await counter.GoToAsync();
        var separators = new List<string>();
        foreach (var filing in _office.Papers.Filings)
        {
            await counter.ReceiveAsync(filing);
            separators.Add(_folder.PathOf($"separators-{separators.Count + 1}.pdf"));
            await counter.PrintSeparatorsAsync(separators[^1]);
        }

        await using (var printer = await Browser.OpenAsync(_office.Served.Address, new BrowserLook()))
        {
            await _office.Papers.LayAsync(printer.Page, separators);
        }

        var scanning = new WayScanning(_people.Binta);
        await scanning.ScanAsync(StackOfPapers.Count);
        await scanning.TurnAsync(StackOfPapers.Fallen);
        await scanning.SwapLastAsync(StackOfPapers.Count);
        await scanning.HandOverAsync();
    }

    private async Task KeyAsync(CancellationToken cancellation)
    {
        await _office.AllIsReadAsync(cancellation);
        var keying = new WayKeying(_people.Binta);
        await keying.BeginAsync();

        // The office knows that the agent's full name is another than the form says.
        var paper = _office.Papers.Filings[0].FieldsOf(Published);
        paper[WayKeying.Agent] += AgentsName;
        var first = await keying.GoThroughAsync(paper);
        await keying.DoneAsync();
        await _people.Binta.See(".keying-top [role=status]").ToBeVisibleAsync();

        // The clerk leaves the last letters of a title away.
        paper = _office.Papers.Filings[1].FieldsOf(Published);
        paper[WayKeying.Title] = paper[WayKeying.Title][..^3];
        var second = await keying.GoThroughAsync(paper);
        await keying.DoneAsync();
        await _people.Binta.See("main .empty").ToBeVisibleAsync();

        TestContext.Out.WriteLine($"Read rightly and kept: {first.Kept} and {second.Kept} values; typed: {first.Typed} and {second.Typed}.");
        Assert.That(Math.Min(first.Kept, second.Kept), Is.GreaterThanOrEqualTo(LeastKept), "Reading spares most of the typing.");
    }

    private async Task PublishAsync()
    {
        await new WaySupervisor(_people.Salif).ReleaseAsync(2, "release");
        var head = new WayHead(_people.Hana);
        await head.PublishAsync(1, 2);
        await head.LookAtTonightAsync(WholeWayOffice.Destination, 2);
    }

    private async Task DeliverAsync()
    {
        var supervisor = new WaySupervisor(_people.Salif);
        await supervisor.SendAsync();
        _office.Answer(NameOf(FirstPackage), new Finding("TEXT-REPLACED", Severity.Error) { Dossier = _office.DossierOf(2).ToString(), Path = "titles[0].text", Found = TitleOf(2) });
        await supervisor.AskForAnswersAsync("answered");
    }

    private async Task CorrectAsync()
    {
        var supervisor = new WaySupervisor(_people.Salif);
        await supervisor.LookAtPackageAsync(NameOf(FirstPackage), "refused");
        await supervisor.CorrectAsync(WayKeying.Title, _office.Papers.Filings[1].Title);
        await new WaySupervisor(_people.Hana).ReleaseAsync(1, "release-correction");   // nobody releases what they keyed

        await supervisor.SendAsync();
        _office.Answer(NameOf(SecondPackage));
        await supervisor.AskForAnswersAsync("answered-again");
        await supervisor.LookAtPackageAsync(NameOf(SecondPackage), "accepted");
    }

    private void AssertAccepted()
    {
        var (deliveries, refused) = _office.Node.Read(session => (session.Deliveries.All(), session.Exports.CountOpenRefusals()));
        Assert.That(deliveries.Select(delivery => (delivery.State, delivery.Package.Records)), Is.EqualTo(new[] { (DeliveryState.Accepted, (long?)2), (DeliveryState.Accepted, (long?)1) }));
        Assert.That(refused, Is.Empty);
        Assert.That(new[] { TitleOf(1), TitleOf(2) }, Is.EqualTo(_office.Papers.Filings.Select(filing => filing.Title)));
    }

    private void AssertOpenPagesAloneLeft()
    {
        var packages = _office.Arrived().Select(PackageContents.Of).ToList();
        var opened = WayFiling.Documents.Where(document => document.Code != "APP").Sum(document => document.Sheets);

        Assert.That(packages.Select(members => members.Keys.Count(name => name.EndsWith(".tif", StringComparison.Ordinal))), Is.EqualTo(new[] { 2 * opened, opened }));
        Assert.That(packages[1].Where(member => member.Key.EndsWith(".xml", StringComparison.Ordinal)).Select(member => Encoding.UTF8.GetString(member.Value)), Has.Some.Contains(_office.Papers.Filings[1].Title));
    }
}
