using System.Runtime.InteropServices;
using OfficeNode.Capture;
using OfficeNode.Capture.Workers;
using OfficeNode.Core;

namespace OfficeNode.TestWorker;

/// <summary>A real worker process for images that misbehaves when the name of the file it is given says so.</summary>
public static class Program
{
    private static readonly ImageJobs Jobs = new(TimeProvider.System);

    /// <summary>With the argument <c>mute</c> it never answers; with <c>deaf</c> it ends at once; with <c>register</c> it works on a register, with <c>scan</c> it scans; otherwise on images.</summary>
    public static async Task<int> Main(string[] arguments)
    {
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        switch (arguments)
        {
            case ["deaf"]:
                return 1;
            case ["register", .. var command]:
                return await RegisterCommands.RunAsync(command);
            case ["scan", .. var command]:
                return await ScanCommand.RunAsync(command);
            case ["mute"]:
                await Task.Delay(Timeout.Infinite);
                return 1;
            default:
                await ImageWorker.RunAsync(input, output, Run, CancellationToken.None);
                return 0;
        }
    }

    private static WorkerReply Run(WorkerRequest request)
    {
        var name = Path.GetFileNameWithoutExtension(request.Path ?? "");
        switch (name)
        {
            case "crash":
                EndAtOnce();
                break;
            case "crash-once" when FirstTime(request.Path + ".tried"):
                EndAtOnce();
                break;
            case "hang":
                Thread.Sleep(Timeout.Infinite);
                break;
            case "garbage":
                Console.OpenStandardOutput().Write("this is no frame of the protocol"u8);
                break;
            case "lie":
                return new(request.Id) { Extension = "tif", Body = [1, 2, 3] };
            case "eat":
                return EatMemory(request);
        }

        return Jobs.Run(request);
    }

    /// <summary>Takes native memory until it is refused, and says how much it got; as an image might that unpacks without end.</summary>
    private static unsafe WorkerReply EatMemory(WorkerRequest request)
    {
        const int Piece = 16 << 20;
        const int Most = 256;   // 4 GiB: the limit does not work
        var pieces = 0;
        while (pieces < Most && Allocate(Piece) is var piece && piece is not null)
        {
            new Span<byte>(piece, Piece).Fill(1);
            pieces++;
        }

        return new(request.Id) { Findings = [new(CaptureFindings.NotDecodable, Severity.Error) { Found = $"{pieces * (Piece >> 20)}" }] };
    }

    private static unsafe void* Allocate(int bytes)
    {
        try
        {
            return NativeMemory.Alloc((nuint)bytes);
        }
        catch (OutOfMemoryException)
        {
            return null;
        }
    }

    private static bool FirstTime(string marker)
    {
        if (File.Exists(marker))
        {
            return false;
        }

        File.WriteAllText(marker, "");
        return true;
    }

    /// <summary>Ends as a fault in native code does: without any farewell.</summary>
    private static void EndAtOnce()
    {
        using var self = System.Diagnostics.Process.GetCurrentProcess();
        self.Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}
