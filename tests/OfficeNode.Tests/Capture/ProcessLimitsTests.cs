using System.ComponentModel;
using System.Diagnostics;
using NUnit.Framework;
using OfficeNode.Capture.Native;

namespace OfficeNode.Tests.Capture;

/// <summary>The hold that a service has on its workers on Windows. What a limit of memory does is seen with a worker, on both systems.</summary>
[Platform("Win")]
public sealed class ProcessLimitsTests
{
    private const int AccessDenied = 5;

    [Test]
    public async Task Worker_that_listens_to_nobody_ends_with_the_hold_on_it()
    {
        using var worker = Start("mute");
        var hold = ProcessLimits.Hold(worker, 1 << 30);

        hold?.Dispose();
        await worker.WaitForExitAsync(CancellationToken.None);

        Assert.That(hold, Has.Property("IsClosed").True);
    }

    [Test]
    public async Task Process_that_has_ended_cannot_be_held_and_the_error_has_its_number()
    {
        using var worker = Start("deaf");
        await worker.WaitForExitAsync(CancellationToken.None);

        Assert.That(
            () => ProcessLimits.Hold(worker, 1 << 30),
            Throws.TypeOf<Win32Exception>().With.Property("NativeErrorCode").EqualTo(AccessDenied).And.Message.Contains("AssignProcessToJobObject"));
    }

    private static Process Start(string manner) =>
        Process.Start(new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "OfficeNode.TestWorker.dll"), manner]))!;   // it replaces no process
}
