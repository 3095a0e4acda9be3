using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Standards.Codes;

namespace OfficeNode.Standards.Rules;

/// <summary>One check of a dossier: what it demands, of which rights, for whom, and where that comes from.</summary>
/// <remarks>Stateless and thread-safe. Its words stand in resources under its id; docs/rules.md is made from all rules.</remarks>
public abstract class Rule
{
    /// <summary>The rights of inventions, for <see cref="Rights"/>.</summary>
    protected static readonly IReadOnlyList<Right> Inventions = [Right.Patent, Right.UtilityModel];

    /// <summary>The right of marks alone.</summary>
    protected static readonly IReadOnlyList<Right> Marks = [Right.Trademark];

    /// <summary>The right of designs alone.</summary>
    protected static readonly IReadOnlyList<Right> Designs = [Right.Design];

    /// <summary>The rights that are shown by pictures.</summary>
    protected static readonly IReadOnlyList<Right> MarksAndDesigns = [Right.Trademark, Right.Design];

    /// <summary>The id, <c>UPPER-KEBAB</c>; never reused for another demand.</summary>
    public abstract string Id { get; }

    public abstract Severity Severity { get; }

    /// <summary>Standard or treaty and paragraph; or fact sheet and mark, as <c>facts/numbering-and-codes.md [V]</c>; or <c>OfficeNode</c> and the reason.</summary>
    public abstract string Source { get; }

    /// <summary>The rights it judges.</summary>
    public virtual IReadOnlyList<Right> Rights => [Right.Patent, Right.UtilityModel, Right.Trademark, Right.Design];

    /// <summary>The destinations whose local acceptance profile contains it; empty when it holds for the record itself, whoever receives it.</summary>
    public virtual IReadOnlyList<string> Destinations => [];

    /// <summary>Judges one dossier. Yields a finding for each place that fails; none when all is well.</summary>
    public abstract IEnumerable<Finding> Check(Subject subject);

    /// <summary>The RecordJson path of an item of a list, or of a part of it; positions count from 0.</summary>
    protected static string Item(string list, int position, string? part = null) => part is null
        ? string.Create(CultureInfo.InvariantCulture, $"{list}[{position}]")
        : string.Create(CultureInfo.InvariantCulture, $"{list}[{position}].{part}");

    /// <summary>A finding of this rule at one place.</summary>
    protected Finding At(string path, string? found = null, string? expected = null) =>
        new(Id, Severity) { Path = path, Found = found, Expected = expected };
}

/// <summary>What rules judge: the record and its pages, as they would leave for a destination.</summary>
public sealed record Subject
{
    public required Record Record { get; init; }

    /// <summary>The pages of open document types when judged for a destination, else all; in document and page order.</summary>
    public required IReadOnlyList<Page> Pages { get; init; }

    /// <summary>The office's day.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The code lists to judge by; by default those that ship with the program.</summary>
    public CodeTables Codes { get; init; } = CodeTables.Standard;
}
