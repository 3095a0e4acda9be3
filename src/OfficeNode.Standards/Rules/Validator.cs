using OfficeNode.Core;

namespace OfficeNode.Standards.Rules;

/// <summary>Judges dossiers by a set of rules. Thread-safe: one serves the whole program.</summary>
public sealed class Validator
{
    private readonly Entry[][] _byRight;

    public Validator(RuleSet rules)
    {
        _byRight = [.. Enum.GetValues<Right>().Select(right => rules.Rules
            .Where(rule => rule.Rights.Contains(right))
            .Select(rule => new Entry(rule, rules.SeverityOf(rule), rule.Destinations))
            .ToArray())];
    }

    /// <summary>Judges one dossier: by the rules for the record itself and, for a destination, by its local acceptance profile too.</summary>
    /// <param name="subject">The record and its pages; for a destination only what the gate opened for it (I13).</param>
    /// <param name="destination">A name of <see cref="Profiles"/>; null for the record as it is kept. A destination without a profile adds nothing.</param>
    /// <returns>Findings in the order of rule ids, each with the dossier's name; none when all is well.</returns>
    public IReadOnlyList<Finding> Validate(Subject subject, string? destination)
    {
        List<Finding>? findings = null;
        string? dossier = null;
        foreach (var entry in _byRight[(int)subject.Record.Right])
        {
            if (!entry.AppliesTo(destination))
            {
                continue;
            }

            foreach (var finding in entry.Rule.Check(subject))
            {
                dossier ??= NameOf(subject.Record);
                (findings ??= []).Add(finding with { Dossier = dossier, Severity = entry.Weight });
            }
        }

        return findings ?? (IReadOnlyList<Finding>)[];
    }

    private static string? NameOf(Record record) => record.IdentifyingNumber is { } number ? DossierName.Of(record.Right, number).ToString() : null;

    private sealed record Entry(Rule Rule, Severity Weight, IReadOnlyList<string> Destinations)
    {
        public bool AppliesTo(string? destination) => Destinations.Count == 0 || (destination is not null && Destinations.Contains(destination));
    }
}
