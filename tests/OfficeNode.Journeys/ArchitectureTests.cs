using System.Xml.Linq;
using NUnit.Framework;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys;

public sealed class ArchitectureTests
{
    [Test]
    public void Project_references_are_those_the_architecture_page_lists()
    {
        var drawn = File.ReadLines(Repository.PathOf("docs/architecture.md"))
            .Where(line => line.StartsWith("| OfficeNode.", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => $"{cells[1]} -> {(cells[2] == "-" ? "" : string.Join(' ', cells[2].Split(", ").Order(StringComparer.Ordinal)))}");

        var built = Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .Select(file => $"{Path.GetFileNameWithoutExtension(file)} -> {string.Join(' ', ReferencesOf(file).Order(StringComparer.Ordinal))}");

        Assert.That(built, Is.EquivalentTo(drawn));
    }

    private static IEnumerable<string> ReferencesOf(string project) => XDocument.Load(project).Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));  // a reference without Include does not build
}
