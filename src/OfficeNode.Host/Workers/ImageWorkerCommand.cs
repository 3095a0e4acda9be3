using OfficeNode.Capture.Workers;

namespace OfficeNode.Host.Workers;

/// <summary>The hidden command <c>officenode image-worker</c>: the process that decodes foreign images for the service.</summary>
public static class ImageWorkerCommand
{
    /// <summary>The command's name; the service starts itself with it.</summary>
    public const string Name = "image-worker";

    /// <summary>Works on standard input and output until the input ends; returns exit code 0.</summary>
    /// <remarks>Standard output carries the protocol: nothing may have been written to it before.</remarks>
    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        await ImageWorker.RunAsync(input, output, cancellationToken);
        return 0;
    }
}
