using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Json;
using OfficeNode.Storage;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Gate;

/// <summary>Two marks with one number of one day, because an old series repeats: names of files tell them apart and tell of no closed one.</summary>
public sealed class TwinTests
{
    private const string Closed = "T-1964-98";
    private const string Open = "T-1998-98";
    private const string Plain = "XX98-19980602.xml";
    private const string Second = "XX98-19980602_ZN2.xml";

    private TestNode _node = null!;   // set before the tests

    [SetUp]
    public async Task MakeNode()
    {
        _node = await TestNode.CreateAsync();
        Save(null, new Number { AsPrinted = "98", Series = "1964", Year = 1964 });
        Save(null, new Number { AsPrinted = "98", Year = 1998 });
        await _node.ReceiveInFolderAsync("brand-database", "Trademarks", "--acknowledgement", "none");
        await _node.DoAsync(GeneratedRecords.Publish([Open]));
    }

    [TearDown]
    public void RemoveNode() => _node.Dispose();

    [Test]
    public async Task The_name_of_an_open_one_does_not_tell_of_the_closed_one() =>
        Assert.That(PackageContents.Of(await PackageAsync("full")).Keys, Is.EqualTo(new[] { Plain }));

    [Test]
    public async Task Each_keeps_its_name_when_the_other_is_opened_later()
    {
        await PackageAsync("full");
        await _node.DoAsync("sync", "--once");
        await _node.DoAsync(GeneratedRecords.Publish([Closed]));

        var second = PackageContents.Of(await PackageAsync("updates")).Keys.Single();
        await _node.DoAsync("sync", "--once");
        var both = PackageContents.Of(await PackageAsync("full")).Keys;

        Assert.That(second, Is.EqualTo(Second));
        Assert.That(both, Is.EqualTo(new[] { Second, Plain }));
    }

    [Test]
    public async Task A_rebuild_keeps_the_names_though_a_number_was_corrected_since()
    {
        await _node.DoAsync(GeneratedRecords.Publish([Closed]));
        var package = await PackageAsync("full");
        var first = _node.Read(session => session.Dossiers.Find(DossierName.Parse(Closed).Value)).Single().Id;
        Save(first, Number.Of("99", 1964));

        await _node.DoAsync("package", "--rebuild", Path.GetFileNameWithoutExtension(package), "--to", _node.PathOf("again"));

        Assert.That(await File.ReadAllBytesAsync(_node.PathOf($"again/{Path.GetFileName(package)}")), Is.EqualTo(await File.ReadAllBytesAsync(package)));
    }

    private async Task<string> PackageAsync(string scope)
    {
        var run = await _node.DoAsync("package", "--destination", "brand-database", "--scope", scope);
        return run.Json.GetProperty("packages")[0].GetProperty("path").GetString() ?? "";
    }

    private void Save(DossierId? dossier, Number number)
    {
        var record = SampleRecords.WordMark() with { ApplicationNumber = number };
        using var register = Register.Open(_node.Folder, _node.Time);
        register.Write(new Deed("A. Registrar", "test", "twins"), session => session.Save(dossier, record, RecordJson.Write(record), "A. Registrar", null));
    }
}
