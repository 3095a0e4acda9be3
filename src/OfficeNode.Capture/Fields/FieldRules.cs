using System.Reflection;
using OfficeNode.Core;

namespace OfficeNode.Capture.Fields;

/// <summary>How one field is found. What several rules say of a field counts together.</summary>
internal sealed record FieldRule
{
    /// <summary>One of <see cref="FieldName"/>.</summary>
    public required string Field { get; init; }

    /// <summary>The rights whose forms it is for; empty for all.</summary>
    public IReadOnlyList<Right> Rights { get; init; } = [];

    /// <summary>The language of its labels, as reading machines name it; null for any.</summary>
    public string? Language { get; init; }

    public IReadOnlyList<string> Inid { get; init; } = [];

    public IReadOnlyList<string> Labels { get; init; } = [];

    public IReadOnlyList<FieldPattern> Patterns { get; init; } = [];

    /// <summary>The most lines of a value; 0 leaves it to other rules.</summary>
    public int Lines { get; init; }

    /// <summary>A form may name several.</summary>
    public bool IsSeveral { get; init; }

    /// <summary>Of what stands behind the label only what has the shape is the value.</summary>
    public bool IsCut { get; init; }

    /// <summary>The shape is so much its own that it needs neither code nor label.</summary>
    public bool IsAlone { get; init; }

    /// <summary>The field that further lines of a value belong to, where nothing else names one.</summary>
    public string? Rest { get; init; }

    /// <summary>The party that the value must belong to.</summary>
    public string? Of { get; init; }
}

/// <summary>Rules by which fields are found on forms. Immutable.</summary>
public sealed class FieldRules
{
    private const string Folder = "Fields/";

    private static readonly Lazy<FieldRules> Embedded = new(ReadEmbedded);

    internal FieldRules(IReadOnlyList<FieldRule> rules) => Rules = rules;

    /// <summary>The rules that the program brings along: INID codes of ST.9, ST.60 and ST.80, and labels in English, French, Spanish, Portuguese, Russian and Arabic.</summary>
    public static FieldRules BuiltIn => Embedded.Value;

    internal IReadOnlyList<FieldRule> Rules { get; }

    /// <summary>These rules with those of an office before them.</summary>
    public FieldRules With(FieldRules office) => new([.. office.Rules, .. Rules]);

    private static FieldRules ReadEmbedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var names = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return new([.. names.SelectMany(name => ReadEmbedded(assembly, name))]);
    }

    private static IReadOnlyList<FieldRule> ReadEmbedded(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;   // named by the assembly itself
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return FieldRuleFile.Read(bytes.ToArray(), name).Rules?.Rules ?? throw new InvalidOperationException($"The program was built with a wrong {name}.");
    }
}
