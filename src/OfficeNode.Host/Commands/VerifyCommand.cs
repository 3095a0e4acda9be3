using System.CommandLine;
using OfficeNode.Host.Desk;
using OfficeNode.Host.Texts;
using OfficeNode.Packaging.Signatures;
using OfficeNode.Storage;

namespace OfficeNode.Host.Commands;

/// <summary><c>verify</c>: checks packages and documents, with or without a node on this computer.</summary>
internal static class VerifyCommand
{
    public static Command Create(CommandEdge edge)
    {
        var files = new Argument<string[]>("file") { Description = Words.Of("verify.file"), Arity = ArgumentArity.OneOrMore };
        var trust = new Option<string[]>("--trust") { Description = Words.Of("verify.trust") };
        var command = new Command("verify", Words.Of("verify.about")) { files, trust };
        edge.RunWithoutNode(command, async (parsed, screen, cancellation) =>
        {
            IReadOnlyList<TrustedCertificate>? pinned = parsed.GetValue(trust) is { Length: > 0 } named ? [.. named.Select(file => CertificateFile.Read("--trust", file))] : null;
            var journey = new VerifyJourney(new NodeFolder(edge.Root(parsed)), pinned, edge.Disk, edge.Time);
            using var progress = screen.Progress(Words.Of("progress.files"), null, edge.Time);
            var checks = new List<VerifiedFile>();
            foreach (var file in parsed.GetRequiredValue(files))
            {
                checks.Add(await journey.CheckAsync(file, cancellation));
                progress.Report(checks.Count);
            }

            Print(screen, checks);
            return checks.TrueForAll(check => check.IsValid) ? ExitCode.Done : ExitCode.DataErrors;
        });
        return command;
    }

    private static void Print(Screen screen, IReadOnlyList<VerifiedFile> checks)
    {
        foreach (var check in checks)
        {
            screen.Findings(check.Findings);
        }

        screen.Result(
            new { files = checks.Select(check => new { check.File, check.Kind, valid = check.IsValid, findings = FindingJson.Of(check.Findings) }) },
            checks.Select(check => Words.Of(check.IsValid ? "verify.valid" : "verify.invalid", ("file", check.File), ("kind", Words.Of("verify-kind." + check.Kind)))));
    }
}
