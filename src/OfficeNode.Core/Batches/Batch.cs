using System.Globalization;
using System.Text.Json.Serialization;
using OfficeNode.Core.Json;

namespace OfficeNode.Core.Batches;

/// <summary>The node's name of a batch, as it stands on screens and in commands: <c>B-17</c>.</summary>
[JsonConverter(typeof(TextValueConverter<BatchId>))]
public readonly record struct BatchId : ITextValue<BatchId>
{
    private const string Prefix = "B-";

    public BatchId(long number) => Number = number;

    public long Number { get; }

    public string Value => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Number}");

    /// <summary>Reads <c>B-17</c>, <c>b-17</c> or <c>17</c>.</summary>
    public static ParseResult<BatchId> Parse(string text)
    {
        var digits = text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? text.AsSpan(Prefix.Length) : text.AsSpan();
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? ParseResult<BatchId>.Read(new(number))
            : ParseResult<BatchId>.Refuse("a batch as B-17");
    }

    public override string ToString() => Value;
}

/// <summary>One run of the feeder, or the files of one folder: pages in the order in which they came. What people do to it is kept as edits beside them.</summary>
public sealed record Batch
{
    public required BatchId Id { get; init; }

    /// <summary>The scanner or folder it came from, as the command names it: <c>sane:DEVICE</c>, <c>folder:PATH</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Where its last scan came from: another source than the first, when somebody added pages from there.</summary>
    public required string ScanSource { get; init; }

    /// <summary>The sheet with which its last scan began, counted from 1; null where nobody noted it. A stop and going on with the same order do not change it.</summary>
    public int? ScanSheet { get; init; }

    /// <summary>Who scanned it.</summary>
    public required string Author { get; init; }

    public required DateTimeOffset Started { get; init; }

    /// <summary>When the last page of it was in; null while pages may still come, also after a stop.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Why the scanner stopped before its end; null when it did not. The pages before it are all there.</summary>
    public Finding? Fault { get; init; }

    /// <summary>Since when its drafts are entries and nobody arranges it any more; null before.</summary>
    public DateTimeOffset? HandedOver { get; init; }

    /// <summary>Whether its last scan came to no end: something stopped it, or it is under way.</summary>
    public bool IsUnfinished => Ended is null || Fault is not null;
}

/// <summary>The side of a sheet.</summary>
public enum Side
{
    Front,
    Back,
}

/// <summary>One page as it came: never changed, never deleted (I10).</summary>
public sealed record BatchPage
{
    /// <summary>Place in the order in which pages came, counted from 1. It stays the page's name within the batch whatever people move.</summary>
    public required int Number { get; init; }

    /// <summary>The sheet, counted from 1.</summary>
    public required int Sheet { get; init; }

    public required Side Side { get; init; }

    public required Master Master { get; init; }

    /// <summary>Which frame of the master, counted from 0.</summary>
    public required int Frame { get; init; }

    public required ImageFacts Facts { get; init; }

    /// <summary>The file it came from; null for a scanner.</summary>
    public string? File { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>What the machine sees of it; null until somebody looked, or where the machine cannot.</summary>
    public PageLook? Look { get; init; }
}
