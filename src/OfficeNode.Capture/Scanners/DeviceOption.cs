using System.Globalization;
using System.Text.RegularExpressions;

namespace OfficeNode.Capture.Scanners;

/// <summary>One option of a device, as a line of <c>scanimage -A</c> describes it.</summary>
/// <param name="Name">Without hyphens: <c>mode</c>, <c>x</c>.</param>
public sealed partial record DeviceOption(string Name)
{
    /// <summary>The values to choose from, as the device writes them; empty where it takes a range or anything.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Numbers from, to and by which step; null where the option takes no range.</summary>
    public NumberRange? Range { get; init; }

    /// <summary>What it is set to unless somebody says otherwise; null for buttons and options that cannot be set now.</summary>
    public string? Default { get; init; }

    /// <summary>Whether it can be set as the device stands now; options of a feeder often wait until the feeder is chosen.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>The choices that are numbers, units left off.</summary>
    public IEnumerable<double> Numbers => Choices
        .Select(choice => Number().Match(choice))
        .Where(match => match.Success)
        .Select(match => double.Parse(match.Groups[1].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture));

    /// <summary>Whether a number can be set exactly: <c>scanimage</c> would silently take the nearest.</summary>
    public bool Offers(double number) => Range is { } range ? range.Holds(number) : Numbers.Any(offered => offered == number);

    /// <summary>Reads one line; null when it describes no option.</summary>
    public static DeviceOption? Parse(string line)
    {
        if (Head().Match(line) is not { Success: true } head)
        {
            return null;
        }

        var rest = line[head.Length..].TrimEnd();
        var option = new DeviceOption(head.Groups["name"].Value);
        while (TrailingGroup(rest) is var start && start >= 0)
        {
            option = option.WithNote(rest[(start + 1)..^1]);
            rest = rest[..start].TrimEnd();
        }

        return head.Groups["choices"] is { Success: true } choices
            ? option with { Choices = choices.Value.Split('|') }
            : option.WithValues(rest.TrimStart());
    }

    private DeviceOption WithNote(string note) => note switch
    {
        "inactive" or "read-only" => this with { IsActive = false },
        "advanced" or "hardware" => this,
        _ => this with { Default = note },
    };

    private DeviceOption WithValues(string text)
    {
        if (NumbersFromTo().Match(text) is { Success: true } range)
        {
            return this with { Range = new(Value(range, "from"), Value(range, "to"), range.Groups["step"].Success ? Value(range, "step") : null) };
        }

        // <string>, <int>: anything goes.
        return text.Length == 0 || text[0] == '<' ? this : this with { Choices = text.Split('|') };
    }

    private static double Value(Match match, string group) => double.Parse(match.Groups[group].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Where the last <c>[...]</c> of a line begins; -1 when it has none. A choice may end in brackets of its own, with no blank before: <c>24bit Color[Fast]</c>.</summary>
    private static int TrailingGroup(string text)
    {
        if (!text.EndsWith(']'))
        {
            return -1;
        }

        var depth = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            depth += text[i] switch { ']' => 1, '[' => -1, _ => 0 };
            if (depth == 0)
            {
                return i == 0 || text[i - 1] == ' ' ? i : -1;
            }
        }

        return -1;
    }

    [GeneratedRegex(@"^ {4}--?(?<name>[A-Za-z][A-Za-z0-9_-]*)(?:\[=\((?<choices>[^)]*)\)\])?(?= |$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Head();

    [GeneratedRegex(@"^(?:auto\|)?(?<from>-?[0-9]+(\.[0-9]+)?)\.\.(?<to>-?[0-9]+(\.[0-9]+)?)[^ ]*( \(in steps of (?<step>[0-9]+(\.[0-9]+)?)\))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex NumbersFromTo();

    [GeneratedRegex(@"^(-?[0-9]+(?:\.[0-9]+)?)[a-z%]*$")]
    private static partial Regex Number();
}

/// <summary>Numbers that an option takes.</summary>
/// <param name="Step">Null: any between.</param>
public readonly record struct NumberRange(double From, double To, double? Step)
{
    // SANE's fixed numbers have sixteen bits behind the point; what differs less is the same.
    private const double Same = 0.001;

    public bool Holds(double number) => number >= From - Same && number <= To + Same
        && (Step is not > 0 || Math.Abs(Math.Round((number - From) / Step.Value) - ((number - From) / Step.Value)) < Same);
}
