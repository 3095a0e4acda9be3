using NUnit.Framework;
using OfficeNode.Sync;

namespace OfficeNode.Tests.Sync;

public sealed class RemotePathTests
{
    [TestCase("")]
    [TestCase("/")]
    [TestCase("Patents/Updates")]
    [TestCase("/Patents/Updates")]
    [TestCase("براءات/2026")]
    public void A_place_in_a_tree_is_read_as_written(string text) => Assert.That(RemotePath.Parse(text).Value.Value, Is.EqualTo(text));

    [TestCase("../Support")]
    [TestCase("Patents/..")]
    [TestCase("Patents//Updates")]
    [TestCase("Patents/")]
    [TestCase("Patents\\Updates")]
    [TestCase("C:/Patents")]
    [TestCase("Pat\nents")]
    public void What_could_lead_elsewhere_is_refused(string text) => Assert.That(RemotePath.Parse(text).Success, Is.False);

    [TestCase("", "a", "a")]
    [TestCase("/", "a", "/a")]
    [TestCase("/a", "b", "/a/b")]
    public void A_child_stands_in_its_folder(string folder, string name, string path) =>
        Assert.That(RemotePath.Parse(folder).Value.Child(name).Value, Is.EqualTo(path));

    [TestCase("a", "")]
    [TestCase("/a", "/")]
    [TestCase("/a/b", "/a")]
    public void A_parent_holds_its_child(string path, string parent) => Assert.That(RemotePath.Parse(path).Value.Parent.Value, Is.EqualTo(parent));
}
