using System.Buffers;
using OfficeNode.Core;

namespace OfficeNode.Sync;

/// <summary>A place in a receiver's tree, as <c>Patents/Updates</c>; a leading <c>/</c> is kept.</summary>
/// <remarks>
/// Segments are parted by <c>/</c>; none is empty, <c>.</c> or <c>..</c>, and none holds a character that Windows, a share or a shell takes for
/// something else. The empty path is the folder the receiver starts in.
/// </remarks>
public readonly record struct RemotePath : ITextValue<RemotePath>
{
    private const int Longest = 1024;
    private const string Form = "segments parted by '/', none of them '.' or '..', without \\ : * ? \" < > | and control characters";

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("/\\:*?\"<>|");

    private readonly string? _value;

    private RemotePath(string value) => _value = value;

    public string Value => _value ?? "";

    /// <summary>The folder it stands in; the start folder for a path of one segment.</summary>
    public RemotePath Parent => new(Value.LastIndexOf('/') is var slash and > 0 ? Value[..slash] : Value.StartsWith('/') ? "/" : "");

    /// <summary>The last segment.</summary>
    public string Name => Value[(Value.LastIndexOf('/') + 1)..];

    /// <summary>The segments in order.</summary>
    public IReadOnlyList<string> Segments => Value.Split('/', StringSplitOptions.RemoveEmptyEntries);

    public static ParseResult<RemotePath> Parse(string text)
    {
        var rest = text.StartsWith('/') ? text[1..] : text;
        return text.Length <= Longest && (rest.Length == 0 || rest.Split('/').All(IsSegment))
            ? ParseResult<RemotePath>.Read(new(text))
            : ParseResult<RemotePath>.Refuse(Form);
    }

    /// <summary>Whether a name that a peer showed can be one segment of a path.</summary>
    public static bool IsSegment(string name) => name.Length is > 0 and <= 255
        && name is not ("." or "..")
        && !name.AsSpan().ContainsAny(Forbidden)
        && !name.Any(char.IsControl);

    /// <summary>A name in this folder.</summary>
    /// <exception cref="ArgumentException">The name is not one segment; names of peers are asked with <see cref="IsSegment"/> first.</exception>
    public RemotePath Child(string name)
    {
        if (!IsSegment(name))
        {
            throw new ArgumentException($"'{name}' is not one segment of a path: expected {Form}.", nameof(name));
        }

        return new(Value.Length == 0 || Value.EndsWith('/') ? Value + name : $"{Value}/{name}");
    }

    public override string ToString() => Value;
}
