using System.CommandLine;
using OfficeNode.Capture;
using OfficeNode.Core.Disk;
using OfficeNode.Core.People;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;
using OfficeNode.Host.Texts;
using OfficeNode.Packaging;

namespace OfficeNode.Host.Commands;

/// <summary>What the person asked for cannot be done as asked: exit code 2.</summary>
public sealed class UsageException : Exception
{
    public UsageException(string message)
        : base(message)
    {
    }
}

/// <summary>The edge between commands and the machine: opens the node, prints, and turns faults into messages and exit codes.</summary>
/// <remarks>One per process; tests make their own with other writers, disk and clock.</remarks>
public sealed class CommandEdge
{
    /// <summary>How long work has to let go after SIGTERM or Ctrl+C before the process ends all the same; the service's own limit is ten seconds.</summary>
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(20);

    private readonly TextWriter _output;
    private readonly TextWriter _messages;
    private readonly bool _terminal;

    public CommandEdge(IDisk disk, TimeProvider time, TextWriter output, TextWriter messages, bool terminal)
    {
        Disk = disk;
        Time = time;
        _output = output;
        _messages = messages;
        _terminal = terminal;
    }

    public IDisk Disk { get; }

    public TimeProvider Time { get; }

    /// <summary>Where PINs and passwords come from. Default: this process's terminal or standard input.</summary>
    public SecretInput Secrets { get; init; } = SecretInput.OfProcess();

    /// <summary>How PINs and passwords are hashed.</summary>
    public SecretOptions SecretOptions { get; init; } = new();

    /// <summary>Help and mistakes in the command line go where results and messages go.</summary>
    internal InvocationConfiguration Invocation => new()
    {
        Output = _output,
        Error = _messages,
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = StopTime,
    };

    /// <summary>Where the node is: every command takes it.</summary>
    public Option<string> Data { get; } = new("--data") { Description = Words.Of("option.data"), DefaultValueFactory = _ => Storage.NodeFolder.DefaultRoot, Recursive = true };

    /// <summary>Result as one JSON object on standard output.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = Words.Of("option.json"), Recursive = true };

    /// <summary>Runs a command's work on an opened node.</summary>
    public void Run(Command command, Func<Node, ParseResult, Screen, CancellationToken, Task<int>> work) =>
        RunWithoutNode(command, async (parsed, screen, cancellation) =>
        {
            using var node = Node.Open(Root(parsed), Disk, Time);
            return await work(node, parsed, screen, cancellation);
        });

    /// <summary>Runs a command's work that opens no node.</summary>
    public void RunWithoutNode(Command command, Func<ParseResult, Screen, CancellationToken, Task<int>> work) =>
        command.SetAction((parsed, cancellation) => GuardAsync(new Screen(_output, _messages, parsed.GetValue(Json), _terminal), parsed, work, cancellation));

    public string Root(ParseResult parsed) => parsed.GetRequiredValue(Data);

    private static async Task<int> GuardAsync(
        Screen screen, ParseResult parsed, Func<ParseResult, Screen, CancellationToken, Task<int>> work, CancellationToken cancellation)
    {
        // A signal is handed to the work only once its task is out of its caller's hands: before that it would end the process as it stands.
        await Task.Yield();
        try
        {
            return await work(parsed, screen, cancellation);
        }
        catch (Exception error) when (error is UsageException or SettingsException)
        {
            screen.Message(error.Message);
            return ExitCode.WrongUse;
        }
        catch (StorageException error)
        {
            screen.Message(StorageWords.Of(error));
            return ExitCode.Environment;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            screen.Message(Words.Of("storage.Other", ("path", parsed.CommandResult.Command.Name), ("detail", error.Message)));
            return ExitCode.Environment;
        }
        catch (ImageWorkerException error)
        {
            screen.Message($"{error.Message} {error.Hint}");
            return ExitCode.Environment;
        }
        catch (PackageException error)
        {
            screen.Message(Words.Of("package.given-up", ("member", error.Member), ("detail", error.Message)));
            return ExitCode.Environment;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            screen.Message(Words.Of("command.interrupted"));
            return ExitCode.Environment;
        }
        catch (Exception error)
        {
            // The edge of the process: what arrives here is a fault of the program. An exit code of data errors would hide it from scripts.
            screen.Message(Words.Of("command.fault", ("detail", error)));
            return ExitCode.Environment;
        }
    }
}
