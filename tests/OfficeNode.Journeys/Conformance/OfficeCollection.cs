namespace OfficeNode.Journeys.Conformance;

/// <summary>A published collection of one office: what a node of that office imports, and for whom it packages it.</summary>
internal sealed record OfficeCollection
{
    public required string Name { get; init; }

    /// <summary>The ST.3 code: a node takes its own office's records only.</summary>
    public required string Office { get; init; }

    /// <summary>The office's language, for sources that name none.</summary>
    public string? Language { get; init; }

    /// <summary>The act by which the office declares all of it published, because documents open nothing by themselves (I13); null where acts come one by one.</summary>
    public string? Act { get; init; } = "registration 1/2024 of 2024-01-02 by A. Registrar";

    /// <summary>The command lines that bring it in, without the act; sources that are made are laid into the folder given.</summary>
    public required Func<string, IEnumerable<IReadOnlyList<string>>> Imports { get; init; }

    /// <summary>Command lines between import and package: pages, acts.</summary>
    public IReadOnlyList<IReadOnlyList<string>> More { get; init; } = [];

    public required IReadOnlyList<Export> Exports { get; init; }

    public override string ToString() => Name;

    /// <summary>One package run.</summary>
    /// <param name="Standard">As <c>--standard</c> takes it.</param>
    /// <param name="Rights">The rights the destination takes, as the status prints them.</param>
    /// <param name="MayWithhold">Rules that ask for what this material does not have: only they may keep a record in.</param>
    public sealed record Export(string Destination, string Standard, IReadOnlyList<string> Rights, params IReadOnlyList<string> MayWithhold)
    {
        public static Export PatentsSt36(params IReadOnlyList<string> mayWithhold) => new("patentscope", "ST.36 ep-patent-document-v1-5", ["Patent", "UtilityModel"], mayWithhold);

        public static Export PatentsSt96(params IReadOnlyList<string> mayWithhold) => new("patentscope", "ST.96 V6_0", ["Patent", "UtilityModel"], mayWithhold);

        public static Export Marks(params IReadOnlyList<string> mayWithhold) => new("brand-database", "ST.96 V6_0", ["Trademark"], mayWithhold);

        public static Export Designs(params IReadOnlyList<string> mayWithhold) => new("design-database", "ST.96 V6_0", ["Design"], mayWithhold);
    }
}
