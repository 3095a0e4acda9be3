using System.CommandLine;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Commands;

/// <summary><c>trust add</c>: pins a certificate for a destination's receipts, or for packages that <c>intake</c> takes in.</summary>
internal static class TrustCommand
{
    public static Command Create(CommandEdge edge) => new("trust", Words.Of("trust.about")) { CreateAdd(edge) };

    private static Command CreateAdd(CommandEdge edge)
    {
        var file = new Argument<string>("certificate") { Description = Words.Of("trust.certificate") };
        var use = new Option<string>("--for") { Description = Words.Of("trust.for"), Required = true };
        var command = new Command("add", Words.Of("trust.add.about")) { file, use };
        edge.Run(command, (node, parsed, screen, _) =>
        {
            var purpose = parsed.GetRequiredValue(use);
            if (purpose != TrustStore.Intake)
            {
                Values.Destination(node.Settings, purpose);
            }

            var certificate = CertificateFile.Read("certificate", parsed.GetRequiredValue(file));
            new TrustStore(node.Folder, node.Disk).Add(purpose, certificate);
            node.Register.Write(new Storage.Deed(Values.Author, "trust add", $"{purpose} {certificate.Fingerprint}"), _ => { });
            screen.Result(
                new { use = purpose, certificate.Subject, fingerprint = certificate.Fingerprint.Value },
                [Words.Of("trust.done", ("subject", certificate.Subject), ("fingerprint", certificate.Fingerprint), ("use", purpose))]);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
