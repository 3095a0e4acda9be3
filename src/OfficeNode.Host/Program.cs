using System.CommandLine;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Commands;

namespace OfficeNode.Host;

/// <summary>The command <c>officenode</c>.</summary>
public static class Program
{
    /// <summary>How long work has to let go after SIGTERM or Ctrl+C; the service's own limit is ten seconds.</summary>
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(20);

    public static Task<int> Main(string[] arguments)
    {
        Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var edge = new CommandEdge(new PhysicalDisk(), TimeProvider.System, Console.Out, Console.Error, terminal: !Console.IsErrorRedirected);
        return CommandTree.Create(edge).Parse(arguments).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = StopTime });
    }
}
