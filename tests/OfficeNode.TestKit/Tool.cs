using System.ComponentModel;
using System.Diagnostics;
using NUnit.Framework;

namespace OfficeNode.TestKit;

/// <summary>A program of the machine that a test runs as an independent judge: unzip, xmllint, tiffinfo, sshd ...</summary>
public static class Tool
{
    /// <summary>Runs a program to its end and returns exit code, standard output and standard error; skips the test with the package's name when it is not installed.</summary>
    public static ToolResult Run(string program, string debianPackage, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment["OMP_THREAD_LIMIT"] = "1";   // threads of Tesseract wait in circles: beside other tests two take many times as long as one
        try
        {
            using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
            {
                process.Kill(entireProcessTree: true);
                Assert.Fail($"{program} {string.Join(' ', arguments)} did not end within two minutes.");
            }

            return new ToolResult(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
        }
        catch (Win32Exception)
        {
            Assert.Ignore($"{program} is not installed (Debian package {debianPackage}).");
            throw;
        }
    }
}

/// <summary>What a program left behind.</summary>
public sealed record ToolResult(int ExitCode, string Output, string Error);
