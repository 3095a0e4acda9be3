using OfficeNode.Core.Disk;
using OfficeNode.Host.Commands;

namespace OfficeNode.Host;

/// <summary>The command <c>officenode</c>.</summary>
public static class Program
{
    public static Task<int> Main(string[] arguments)
    {
        Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var edge = new CommandEdge(new PhysicalDisk(), TimeProvider.System, Console.Out, Console.Error, terminal: !Console.IsErrorRedirected);
        return CommandTree.RunAsync(edge, arguments);
    }
}
