namespace OfficeNode.Core.Keying;

/// <summary>Where a value came from. Only a person makes it typed or confirmed.</summary>
public enum ValueState
{
    /// <summary>Read by the machine; nobody looked at it yet.</summary>
    Read,

    /// <summary>From the record that is corrected, unchanged.</summary>
    Kept,

    Typed,

    /// <summary>Read or kept, and confirmed by a person.</summary>
    Confirmed,
}

/// <summary>What stands in one field of an entry, as typed or read: nothing is understood of it yet.</summary>
public sealed record EntryValue
{
    /// <summary>The field, as <see cref="FormField.Path"/>.</summary>
    public required string Path { get; init; }

    /// <summary>Which one where the field repeats, counted from 0. It stays the same when one before it is emptied.</summary>
    public int Item { get; init; }

    /// <summary>Empty where a person emptied the field: the machine does not fill it again.</summary>
    public required string Text { get; init; }

    /// <summary>For texts in a language; null for the office's own.</summary>
    public LanguageCode? Language { get; init; }

    public required ValueState State { get; init; }

    /// <summary>0 to 100, for what was read.</summary>
    public double? Confidence { get; init; }

    /// <summary>The page it was read on: <see cref="EntryPage.Number"/>.</summary>
    public int? Page { get; init; }

    /// <summary>Where on that page.</summary>
    public PixelBox? Box { get; init; }

    /// <summary>What the record that is corrected has there; null where it has nothing.</summary>
    public string? Was { get; init; }

    /// <summary>Who typed or confirmed it; null for what the machine read or the register kept.</summary>
    public string? Author { get; init; }

    public required DateTimeOffset At { get; init; }
}
