using System.CommandLine;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Texts;
using OfficeNode.Packaging.Signatures;

namespace OfficeNode.Host.Commands;

/// <summary><c>keys export</c>: gives out the node's certificate, the public half that receivers pin.</summary>
internal static class KeysCommand
{
    public static Command Create(CommandEdge edge) => new("keys", Words.Of("keys.about")) { CreateExport(edge) };

    private static Command CreateExport(CommandEdge edge)
    {
        var to = new Option<string?>("--to") { Description = Words.Of("keys.to") };
        var command = new Command("export", Words.Of("keys.export.about")) { to };
        edge.Run(command, (node, parsed, screen, _) =>
        {
            using var key = NodeKey.Load(node.Folder.Keys);
            var pem = key.ExportCertificate();
            var file = parsed.GetValue(to);
            if (file is not null)
            {
                WholeFile.Replace(node.Disk, Path.GetFullPath(file), stream => stream.Write(System.Text.Encoding.ASCII.GetBytes(pem)));
            }

            screen.Result(
                new { certificate = pem, fingerprint = key.Certificate.Fingerprint.Value, file },
                file is null ? [pem] : [Words.Of("keys.done", ("file", file), ("fingerprint", key.Certificate.Fingerprint))]);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
