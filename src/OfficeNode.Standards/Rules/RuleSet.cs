using System.Collections.Frozen;
using OfficeNode.Core;

namespace OfficeNode.Standards.Rules;

/// <summary>The rules an office judges by, with the weight it gives to each. Immutable and thread-safe.</summary>
/// <remarks>
/// An office may weigh a warning or an info otherwise or switch it off. An error stands: the schema or the receiver would refuse what it
/// lets through, and I4 rests on it.
/// </remarks>
public sealed class RuleSet
{
    private const string Off = "off";

    private static readonly FrozenDictionary<string, Severity> Words = new Dictionary<string, Severity>
    {
        ["info"] = Severity.Info,
        ["warning"] = Severity.Warning,
        ["error"] = Severity.Error,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, Severity> _weights;

    private RuleSet(IReadOnlyList<Rule> rules, FrozenDictionary<string, Severity> weights) => (Rules, _weights) = (rules, weights);

    /// <summary>All rules as they ship.</summary>
    public static RuleSet Standard { get; } = new(AllRules.InOrder, FrozenDictionary<string, Severity>.Empty);

    /// <summary>The rules that are switched on, in the order of their ids.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>The weight of a rule's findings at this office.</summary>
    public Severity SeverityOf(Rule rule) => _weights.GetValueOrDefault(rule.Id, rule.Severity);

    /// <summary>The rules as an office's settings have them: rule id to <c>info</c>, <c>warning</c>, <c>error</c> or <c>off</c>.</summary>
    /// <returns>Refused when a setting names no rule, no severity, or a rule that is an error.</returns>
    public ParseResult<RuleSet> With(IReadOnlyDictionary<string, string> severities)
    {
        var weights = new Dictionary<string, Severity>(_weights);
        var off = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, word) in severities)
        {
            if (Rules.FirstOrDefault(rule => rule.Id == id) is not { } rule)
            {
                return ParseResult<RuleSet>.Refuse($"the id of a rule in docs/rules.md instead of '{id}'");
            }

            if (rule.Severity == Severity.Error)
            {
                return ParseResult<RuleSet>.Refuse($"a rule that is a warning or info instead of {id}: errors keep their weight");
            }

            if (word == Off)
            {
                off.Add(id);
            }
            else if (Words.TryGetValue(word, out var severity))
            {
                weights[id] = severity;
            }
            else
            {
                return ParseResult<RuleSet>.Refuse($"info, warning, error or off for {id} instead of '{word}'");
            }
        }

        return ParseResult<RuleSet>.Read(new RuleSet([.. Rules.Where(rule => !off.Contains(rule.Id))], weights.ToFrozenDictionary(StringComparer.Ordinal)));
    }
}
