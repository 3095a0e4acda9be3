namespace OfficeNode.Core;

/// <summary>A small value that is written as one word of text: codes, digests, names.</summary>
public interface ITextValue<TSelf>
    where TSelf : struct, ITextValue<TSelf>
{
    string Value { get; }

    static abstract ParseResult<TSelf> Parse(string text);
}
