using System.Collections.Frozen;

namespace OfficeNode.Standards.Codes;

/// <summary>A list of bare codes that ships with the program, with what an office's data file adds.</summary>
/// <remarks>Thread-safe. Codes are compared exactly: case matters.</remarks>
public sealed class CodeList
{
    private readonly FrozenSet<string> _codes;

    internal CodeList(IEnumerable<string> codes) => _codes = codes.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Every code, in alphabetical order.</summary>
    public IReadOnlyList<string> All => field ??= [.. _codes.Order(StringComparer.Ordinal)];

    public bool Contains(string code) => _codes.Contains(code);

    /// <summary>The same list with further codes.</summary>
    public CodeList With(IEnumerable<string> further) => new(_codes.Concat(further));

    /// <summary>The codes of a list file: one per line; blank lines and what follows a <c>#</c> are left out.</summary>
    public static IReadOnlyList<string> ReadLines(TextReader lines)
    {
        var codes = new List<string>();
        while (lines.ReadLine() is { } line)
        {
            var comment = line.IndexOf('#', StringComparison.Ordinal);
            var code = (comment < 0 ? line : line[..comment]).Trim();
            if (code.Length > 0)
            {
                codes.Add(code);
            }
        }

        return codes;
    }

    internal static CodeList Embedded(string file)
    {
        using var stream = typeof(CodeList).Assembly.GetManifestResourceStream("Codes/" + file)
            ?? throw new InvalidOperationException($"The program was built without its list {file}.");
        using var lines = new StreamReader(stream);
        return new CodeList(ReadLines(lines));
    }
}
