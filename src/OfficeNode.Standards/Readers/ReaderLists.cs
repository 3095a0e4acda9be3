using System.Reflection;

namespace OfficeNode.Standards.Readers;

/// <summary>The lists that the readers carry in the assembly.</summary>
internal static class ReaderLists
{
    public static Stream Open(string name) => Assembly.GetExecutingAssembly().GetManifestResourceStream("Readers/" + name)
        ?? throw new InvalidOperationException($"The program was built without its list {name}.");
}
