using System.Globalization;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Gate;

/// <summary>I13 and I14 over a thousand records: nothing of what is closed leaves, in packages of all scopes, their sidecars or the status.</summary>
public sealed class LeakTests
{
    private const int FirstSeed = 1;
    private const int SecondSeed = 2;   // the same numbers with other words in every field: all records changed

    private static readonly (string Name, string Collection)[] Destinations =
        [("patentscope", "Patents"), ("brand-database", "Trademarks"), ("design-database", "Designs")];

    private static readonly string[] ClosedTypes = ["COR", "POA", "IDP", "FEE", "PRI", "LED"];

    private TestNode _node = null!;   // set before the tests
    private ClosedRows _closed = null!;   // set before the tests
    private LeakSearch _forbidden = null!;   // set before the tests
    private Dictionary<string, LeakSearch> _numbers = null!;   // set before the tests; by the word in the package's name: numbers of two rights have equal digits
    private LeakSearch _open = null!;   // set before the tests
    private Dictionary<string, byte[]> _seen = null!;   // set before the tests

    [OneTimeSetUp]
    public async Task SendEverything()
    {
        _node = await TestNode.CreateAsync();
        _closed = new ClosedRows(FaultPoints.Random());
        _forbidden = new LeakSearch();
        _numbers = Destinations.ToDictionary(destination => destination.Collection.ToLowerInvariant(), _ => new LeakSearch());
        _open = new LeakSearch();
        Forbid();
        foreach (var (name, collection) in Destinations)
        {
            await _node.ReceiveInFolderAsync(name, collection, "--sidecars", "true", "--acknowledgement", "none");
        }

        await ImportAsync(FirstSeed);
        await DecideAsync();
        await AddClosedPagesAsync();
        await SendAsync("test");
        await SendAsync("full");
        await ImportAsync(SecondSeed);
        await SendAsync("updates");
        _seen = await CollectAsync();
    }

    [OneTimeTearDown]
    public void RemoveNode() => _node.Dispose();

    [Test]
    public void Three_hundred_of_a_thousand_records_are_closed_for_all_four_reasons()
    {
        var reasons = ClosedRows.Counts.SelectMany(right => Enumerable.Range(0, right.Value).Select(index => _closed.Of(right.Key, index))).CountBy(reason => reason).ToDictionary();

        Assert.That((ClosedRows.Counts.Values.Sum(), _closed.Count), Is.EqualTo((1000, 300)));
        Assert.That(reasons.Values, Has.All.GreaterThan(40));
        Assert.That(reasons.Keys, Has.Count.EqualTo(5));
    }

    [Test]
    public void Nothing_of_what_is_closed_is_in_a_package_its_sidecars_or_the_status()
    {
        var leaks = _seen.SelectMany(place => LeaksIn(place.Key, place.Value)).ToList();

        Assert.That(leaks, Is.Empty);
    }

    [Test]
    public void Everything_open_was_there_to_be_found()
    {
        var found = _seen.Values.SelectMany(_open.FindIn).Distinct().Count();

        // The title of each open record, as first sent and as changed.
        Assert.That(found, Is.EqualTo(2 * OpenRows(FirstSeed).Count()));
    }

    [Test]
    public void A_picture_of_an_open_record_was_there_to_be_found()
    {
        var search = new LeakSearch();
        var pictured = OpenRows(FirstSeed).Where(row => row.Right is Right.Trademark or Right.Design && row.Picture is not null).ToList();
        foreach (var row in pictured)
        {
            search.ForbidPicture(row.PictureMarker);
        }

        var found = _seen.Where(place => place.Key.Contains("full", StringComparison.Ordinal) && place.Key.EndsWith(".zip", StringComparison.Ordinal)).SelectMany(place => search.FindIn(place.Value));

        Assert.That(found.Count(), Is.EqualTo(pictured.Count));
    }

    private IEnumerable<string> LeaksIn(string place, byte[] bytes) => _numbers
        .Where(numbers => !place.StartsWith("XX-", StringComparison.Ordinal) || place.StartsWith("XX-" + numbers.Key, StringComparison.Ordinal))
        .SelectMany(numbers => numbers.Value.FindIn(bytes))
        .Concat(_forbidden.FindIn(bytes))
        .Select(leak => $"{place}: {leak}");

    private void Forbid()
    {
        foreach (var office in new[] { new GeneratedOffice(FirstSeed), new GeneratedOffice(SecondSeed) })
        {
            foreach (var right in ClosedRows.Counts.Keys)
            {
                foreach (var (row, index) in office.Rows(right, ClosedRows.Counts[right], ClosedRows.Pictures[right]).Select((row, index) => (row, index)))
                {
                    Forbid(row, _closed.Of(right, index));
                }
            }
        }
    }

    private void Forbid(GeneratedRow row, Closure closure)
    {
        foreach (var word in row.PrivateWords)
        {
            _forbidden.ForbidWord(word);
        }

        switch (closure)
        {
            case Closure.None:
                _open.ForbidWord(row.Words[GeneratedField.Title]);
                break;
            case Closure.DocumentType:
                _open.ForbidWord(row.Words[GeneratedField.Title]);
                ForbidClosedTypes(row);
                break;
            default:
                ForbidAll(row);
                break;
        }
    }

    private void ForbidAll(GeneratedRow row)
    {
        _numbers[row.Right switch { Right.Trademark => "trademarks", Right.Design => "designs", _ => "patents" }].ForbidNumber(row);
        foreach (var word in row.Words.Values)
        {
            _forbidden.ForbidWord(word);
        }

        if (row.Picture is not null)
        {
            _forbidden.ForbidPicture(row.PictureMarker);
        }
    }

    // Of patents only the abstract is opened: claims and drawings stay. Of all of them a page of a closed type stays, and the name of its file.
    private void ForbidClosedTypes(GeneratedRow row)
    {
        var page = ClosedPageOf(row);
        _forbidden.ForbidWord(page.Word);
        _forbidden.ForbidPicture(page.Pixels[..48]);
        if (row.Right is Right.Patent or Right.UtilityModel)
        {
            _forbidden.ForbidWord(row.Words[GeneratedField.Goods]);
        }
    }

    private async Task ImportAsync(int seed)
    {
        foreach (var right in ClosedRows.Counts.Keys)
        {
            await _node.DoAsync(GeneratedRecords.Write(_node, right, ClosedRows.Counts[right], ClosedRows.Pictures[right], seed));
        }
    }

    private async Task DecideAsync()
    {
        foreach (var right in ClosedRows.Counts.Keys)
        {
            string[] opens = right is Right.Patent or Right.UtilityModel ? ["--opens", "ABS"] : [];
            await _node.DoAsync(GeneratedRecords.Publish(DossiersOf(right, Closure.None)));
            await _node.DoAsync(GeneratedRecords.Publish(DossiersOf(right, Closure.Hold)));
            await _node.DoAsync(GeneratedRecords.Publish(DossiersOf(right, Closure.DocumentType), opens));
            await _node.DoAsync(["hold", .. DossiersOf(right, Closure.Hold), "--reason", "secrecy", "--by", "A. Registrar"]);
            await _node.DoAsync(["publish", .. DossiersOf(right, Closure.FutureDate), "--act", "registration", "--date", "2099-01-01", "--by", "A. Registrar", "--gazette", "2099-01"]);
        }
    }

    /// <summary>One page of a closed type in each dossier that is closed by document type; in one go, because each command starts its own decoder.</summary>
    private async Task AddClosedPagesAsync()
    {
        using var node = Node.Open(_node.Folder.Root, _node.Disk, _node.Time);
        await using var checker = new PageChecker(_node.Time);
        var journey = new PagesJourney(node, checker);
        var number = 0;
        foreach (var row in ClosedRows.Counts.Keys.SelectMany(right => _closed.Rows(new GeneratedOffice(FirstSeed), right, Closure.DocumentType)))
        {
            var page = ClosedPageOf(row);
            var file = _node.PathOf(page.Word + ".png");
            await File.WriteAllBytesAsync(file, TinyPng.Write(24, page.Pixels));
            var dossier = node.Register.Read(session => session.Dossiers.Find(DossierName.Parse(row.Dossier).Value)).Single();
            var type = DocumentCode.Parse(ClosedTypes[number++ % ClosedTypes.Length]).Value;
            var added = await journey.AddAsync(dossier, type, null, [file], "test", CancellationToken.None);
            Assert.That(added.Added, Is.EqualTo(1), string.Join('\n', added.Findings));
        }
    }

    private async Task SendAsync(string scope)
    {
        foreach (var (name, _) in Destinations)
        {
            var run = await _node.RunAsync("package", "--destination", name, "--scope", scope);
            Assert.That(run.ExitCode, Is.Zero, run.Everything[..Math.Min(run.Everything.Length, 3000)]);
            TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {scope}: {run.Json.GetProperty("packages").EnumerateArray().Sum(package => package.GetProperty("records").GetInt32())} records"));
        }

        await _node.DoAsync("sync", "--once");
    }

    /// <summary>All that left the house or can be seen by somebody who may not see records: raw, and decompressed where it is compressed.</summary>
    private async Task<Dictionary<string, byte[]>> CollectAsync()
    {
        var seen = new Dictionary<string, byte[]>
        {
            ["status"] = System.Text.Encoding.UTF8.GetBytes((await _node.RunPlainAsync("status")).Everything),
            ["status --json"] = System.Text.Encoding.UTF8.GetBytes((await _node.RunAsync("status")).Everything),
        };
        foreach (var file in Directory.GetFiles(_node.Receiver, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetFileName(file);
            seen.Add(name, await File.ReadAllBytesAsync(file));
            if (name.EndsWith(".zip", StringComparison.Ordinal))
            {
                foreach (var (path, bytes) in PackageContents.Of(file))
                {
                    seen.Add($"{name} {path}", [.. System.Text.Encoding.UTF8.GetBytes(path + "\n"), .. bytes]);
                }
            }
        }

        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seen.Count} places, {seen.Values.Sum(bytes => (long)bytes.Length)} bytes searched"));
        return seen;
    }

    private IEnumerable<GeneratedRow> OpenRows(int seed) => ClosedRows.Counts.Keys.SelectMany(right =>
        _closed.Rows(new GeneratedOffice(seed), right, Closure.None).Concat(_closed.Rows(new GeneratedOffice(seed), right, Closure.DocumentType)));

    private IReadOnlyList<string> DossiersOf(Right right, Closure closure) => [.. _closed.Rows(new GeneratedOffice(FirstSeed), right, closure).Select(row => row.Dossier)];

    private static (string Word, byte[] Pixels) ClosedPageOf(GeneratedRow row)
    {
        var number = int.Parse(row.Number.Split('/')[2], CultureInfo.InvariantCulture);
        var pixels = new byte[24 * 24 * 3];
        new Random((number * 8) + (int)row.Right).NextBytes(pixels);
        return (new SeededWords(3).Of((int)row.Right, number, 0), pixels);
    }
}
