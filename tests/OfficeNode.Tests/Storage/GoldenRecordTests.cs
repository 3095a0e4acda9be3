using System.Collections;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Json;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Storage;

public sealed class GoldenRecordTests
{
    private static string FileOfSchema1 => Repository.PathOf("tests/corpus/golden/record-schema-1.json");

    [Test]
    public void A_revision_of_schema_1_is_read_and_written_back_byte_for_byte()
    {
        var stored = File.ReadAllBytes(FileOfSchema1);

        Assert.That(RecordJson.Write(RecordJson.Read(stored)), Is.EqualTo(stored));
    }

    [Test]
    public void A_revision_of_schema_1_comes_out_of_the_register_as_it_went_in()
    {
        using var node = new TestNode();
        var stored = File.ReadAllBytes(FileOfSchema1);

        var dossier = node.Register.Write(TestNode.Deed, session => session.Save(null, RecordJson.Read(stored), stored, "tester", null));

        Assert.That(node.Read(session => session.Revisions.CurrentDigest(dossier))?.Digest, Is.EqualTo(Digest.Of(stored)));
        Assert.That(node.Read(session => session.Revisions.Current(dossier))?.Record.Titles, Has.Count.EqualTo(2));
    }

    [Test]
    public void The_golden_record_fills_every_field()
    {
        var empty = new List<string>();

        FindEmpty(RecordJson.Read(File.ReadAllBytes(FileOfSchema1)), "record", empty);

        Assert.That(empty, Is.Empty);
    }

    private static void FindEmpty(object value, string path, List<string> empty)
    {
        foreach (var property in value.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
        {
            var place = $"{path}.{property.Name}";
            switch (property.GetValue(value))
            {
                case null:
                case IList { Count: 0 }:
                    empty.Add(place);
                    break;
                case IList list:
                    FindEmpty(list[0]!, place, empty);   // canonical JSON has no null in a list
                    break;
                case { } inner when inner.GetType().Namespace == typeof(Record).Namespace && !inner.GetType().IsEnum:
                    FindEmpty(inner, place, empty);
                    break;
            }
        }
    }
}
