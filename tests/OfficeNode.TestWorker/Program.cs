using OfficeNode.TestWorker;

// A program for tests that need another process: one to be killed, one to hold a lock, one to be measured.
return args switch
{
    ["register", .. var rest] => await RegisterCommands.RunAsync(rest),
    _ => throw new ArgumentException("usage: OfficeNode.TestWorker register ...", nameof(args)),
};
