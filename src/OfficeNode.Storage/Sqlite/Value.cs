namespace OfficeNode.Storage.Sqlite;

/// <summary>A value on its way into a statement: a number, a text, bytes or nothing. It spares the box that <see cref="object"/> would cost for every column.</summary>
internal readonly struct Value
{
    private Value(long number)
    {
        Number = number;
        IsNumber = true;
    }

    private Value(object? content) => Content = content;

    public bool IsNumber { get; }

    public long Number { get; }

    /// <summary>A string or an array of bytes; null for NULL and for numbers.</summary>
    public object? Content { get; }

    public static implicit operator Value(long number) => new(number);

    public static implicit operator Value(long? number) => number is { } known ? new(known) : default;

    public static implicit operator Value(string? text) => new(text);

    public static implicit operator Value(byte[]? bytes) => new(bytes);
}
