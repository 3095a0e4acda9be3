using System.CommandLine;
using System.Globalization;
using OfficeNode.Core.Counter;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Commands;

/// <summary><c>series</c>: which series of numbers the counter gives from. Who may run it is a question of the machine, as with every command.</summary>
internal static class SeriesCommand
{
    public static Command Create(CommandEdge edge) => new("series", Words.Of("series.command")) { CreateList(edge), CreateAdd(edge) };

    private static Command CreateList(CommandEdge edge)
    {
        var command = new Command("list", Words.Of("series.command.list"));
        edge.Run(command, (node, _, screen, _) =>
        {
            var series = new SeriesJourney(node, Values.Author).List();
            screen.Result(new { series = series.Select(Json) }, series.Count == 0 ? [Words.Of("series.none")] : series.Select(Line));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Command CreateAdd(CommandEdge edge)
    {
        var right = new Option<string>("--right") { Description = Words.Of("counter.column.right"), Required = true };
        var name = new Option<string>("--name") { Description = Words.Of("series.name"), Required = true };
        var pattern = new Option<string>("--pattern") { Description = Words.Of("series.pattern"), Required = true };
        var from = new Option<string?>("--from") { Description = Words.Of("series.first-year") };
        var to = new Option<string?>("--to") { Description = Words.Of("series.last-year") };
        var yearly = new Option<bool>("--yearly") { Description = Words.Of("series.yearly") };
        var next = new Option<string?>("--next") { Description = Words.Of("series.next") };
        var register = new Option<bool>("--from-register") { Description = Words.Of("series.from-register") };
        var command = new Command("add", Words.Of("series.command.add")) { right, name, pattern, from, to, yearly, next, register };
        edge.Run(command, (node, parsed, screen, _) =>
        {
            if (parsed.GetValue(register) && parsed.GetValue(next) is { } both)
            {
                throw Values.Unreadable("--next", both, "--from-register");
            }

            var journey = new SeriesJourney(node, Values.Author);
            var (id, findings) = journey.Add(new SeriesEntry
            {
                Right = Values.Right("--right", parsed.GetRequiredValue(right)),
                Name = parsed.GetRequiredValue(name),
                Pattern = parsed.GetRequiredValue(pattern),
                FirstYear = parsed.GetValue(from) ?? node.Today.Year.ToString(CultureInfo.InvariantCulture),
                LastYear = parsed.GetValue(to),
                IsYearly = parsed.GetValue(yearly),
                Next = parsed.GetValue(next),
                FromRegister = parsed.GetValue(register),
            });
            return Task.FromResult(End(journey, screen, id, findings));
        });
        return command;
    }

    private static int End(SeriesJourney journey, Screen screen, SeriesId? id, IReadOnlyList<Core.Finding> findings)
    {
        if (id is not { } added || journey.Find(added) is not { } state)
        {
            screen.Reasons(findings);
            return ExitCode.WrongUse;
        }

        screen.Result(Json(state), [Words.Of("series.command.added", ("series", state.Series.Name), ("next", state.Next ?? Words.Of("series.next.none")))]);
        return ExitCode.Done;
    }

    private static object Json(SeriesState state) => new
    {
        id = state.Series.Id.Value,
        state.Series.Right,
        state.Series.Name,
        state.Series.FirstYear,
        state.Series.LastYear,
        pattern = state.Series.Pattern.Text,
        yearly = state.Series.IsYearly,
        state.Next,
    };

    private static string Line(SeriesState state) =>
        $"{Words.Of("right." + state.Series.Right)}: {state.Series.Name}: {state.Series.Pattern}: {state.Next ?? Words.Of("series.next.none")}";
}
