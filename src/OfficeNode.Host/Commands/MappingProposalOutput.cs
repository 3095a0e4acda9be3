namespace OfficeNode.Host.Commands;

internal static class MappingProposalOutput { public static Task<int> RunAsync(string file, Screen screen, CancellationToken cancellation) => Task.FromResult(ExitCode.Done); }
