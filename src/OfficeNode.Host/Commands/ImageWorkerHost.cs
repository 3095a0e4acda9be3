using System.CommandLine;
using OfficeNode.Host.Texts;
using OfficeNode.Host.Workers;

namespace OfficeNode.Host.Commands;

/// <summary>The hidden command that the service starts itself with to decode images. Its standard output carries a protocol, so it prints nothing.</summary>
internal static class ImageWorkerHost
{
    public static Command Create(CommandEdge edge)
    {
        var command = new Command(ImageWorkerCommand.Name, Words.Of("image-worker.about")) { Hidden = true };
        edge.RunWithoutNode(command, (_, _, cancellation) => ImageWorkerCommand.RunAsync(cancellation));
        return command;
    }
}
