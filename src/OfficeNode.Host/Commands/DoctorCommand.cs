using System.CommandLine;
using OfficeNode.Core;
using OfficeNode.Host.Doctor;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Commands;

/// <summary><c>doctor</c>: what is wrong with this node and how to mend it.</summary>
internal static class DoctorCommand
{
    public static Command Create(CommandEdge edge)
    {
        var deep = new Option<bool>("--deep") { Description = Words.Of("doctor.deep") };
        var command = new Command("doctor", Words.Of("doctor.about")) { deep };
        edge.RunWithoutNode(command, async (parsed, screen, cancellation) =>
        {
            IReadOnlyList<Finding> findings;
            using (var progress = screen.Progress(Words.Of("progress.masters"), null, edge.Time))
            {
                findings = await new Examination(edge.Root(parsed), edge.Disk, edge.Time)
                    .RunAsync(parsed.GetValue(deep), new Reporting(progress), cancellation);
            }

            var errors = findings.Where(finding => finding.Severity == Severity.Error).ToList();
            screen.Result(
                new { healthy = errors.Count == 0, findings = FindingJson.Of(findings) },
                findings.SelectMany(Lines).Append(Summary(findings)));
            return errors.Count == 0 ? ExitCode.Done
                : errors.Any(error => DoctorFindings.IsDamage(error.Rule)) ? ExitCode.DataErrors
                : ExitCode.Environment;
        });
        return command;
    }

    private static IEnumerable<string> Lines(Finding finding)
    {
        yield return $"{Words.Of("doctor-line." + finding.Severity)} {FindingTexts.Message(finding)}";
        if (FindingTexts.Hint(finding) is { } hint)
        {
            yield return "        " + hint;
        }
    }

    private static string Summary(IReadOnlyList<Finding> findings) => Words.Of(
        "doctor.done",
        ("errors", findings.Count(finding => finding.Severity == Severity.Error)),
        ("warnings", findings.Count(finding => finding.Severity == Severity.Warning)));
}
