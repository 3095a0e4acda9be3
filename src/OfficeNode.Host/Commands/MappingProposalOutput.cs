using System.Text;
using System.Text.Json.Nodes;
using OfficeNode.Host.Texts;
using OfficeNode.Standards.Readers;

namespace OfficeNode.Host.Commands;

/// <summary>Prints a mapping proposed for a table: the mapping itself on standard output, ready to be kept in a file.</summary>
internal static class MappingProposalOutput
{
    public static async Task<int> RunAsync(string file, Core.Right? right, Screen screen, CancellationToken cancellation)
    {
        if (!File.Exists(file))
        {
            throw new UsageException(Words.Of("file.missing", ("file", file)));
        }

        await using var source = File.OpenRead(file);
        var proposal = await MappingProposal.MakeAsync(source, right, file, cancellation);
        foreach (var finding in proposal.Findings)
        {
            screen.Message($"{FindingTexts.Place(finding)}: {FindingTexts.Message(finding)}");
        }

        foreach (var column in proposal.Unplaced)
        {
            screen.Message(Words.Of("import.proposed", ("column", column)));
        }

        if (proposal.Mapping is not { } mapping)
        {
            return ExitCode.DataErrors;
        }

        var json = Encoding.UTF8.GetString(mapping.Write());
        screen.Result(new { mapping = JsonNode.Parse(json), proposal.Unplaced, findings = FindingJson.Of(proposal.Findings) }, [json]);
        return ExitCode.Done;
    }
}
