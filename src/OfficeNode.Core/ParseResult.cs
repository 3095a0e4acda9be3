namespace OfficeNode.Core;

/// <summary>The outcome of reading a value that people, paper or peers wrote: the value, or what was expected instead.</summary>
/// <remarks>Bad input is never an exception; it becomes a <see cref="Finding"/> that carries <see cref="Expected"/>.</remarks>
public readonly record struct ParseResult<T>
{
    private readonly T? _value;

    private ParseResult(T? value, string? expected)
    {
        _value = value;
        Expected = expected;
    }

    /// <summary>What a good value looks like; null on success.</summary>
    public string? Expected { get; }

    public bool Success => Expected is null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The text was not readable; look at <see cref="Success"/> first.</exception>
    public T Value => Success ? _value! /* set by Read whenever Expected is null */ : throw new InvalidOperationException($"No value: expected {Expected}.");

    public static ParseResult<T> Read(T value) => new(value, null);

    public static ParseResult<T> Refuse(string expected) => new(default, expected);
}
