using OfficeNode.Core;
using OfficeNode.Standards.Codes;

namespace OfficeNode.Standards.Readers;

/// <summary>A record while its row is being read.</summary>
internal sealed class RecordDraft
{
    private readonly List<PartyDraft> _parties = [];

    public Right Right { get; set; }

    public OfficeCode Office { get; set; }

    public NumberDraft Application { get; } = new();

    public PrintedDate? FilingDate { get; set; }

    public NumberDraft Registration { get; } = new();

    public PrintedDate? RegistrationDate { get; set; }

    public PrintedDate? ExpiryDate { get; set; }

    public PrintedDate? TerminationDate { get; set; }

    public Slots<PublicationDraft> Publications { get; } = new();

    public PrintedDate? StatusDate { get; set; }

    public LanguageCode? Language { get; set; }

    public RouteDraft Route { get; } = new();

    public List<LocalText> Titles { get; } = [];

    public Slots<PriorityDraft> Priorities { get; } = new();

    public List<IpcClass> Ipc { get; } = [];

    public MarkDraft Mark { get; } = new();

    public Slots<NiceDraft> Nice { get; } = new();

    public string? NiceEdition { get; set; }

    public List<string> Vienna { get; } = [];

    public string? ViennaEdition { get; set; }

    public List<string> Locarno { get; } = [];

    public string? LocarnoEdition { get; set; }

    public Slots<DesignDraft> Designs { get; } = new();

    public List<LocalText> Abstracts { get; } = [];

    public List<LocalText> Descriptions { get; } = [];

    public List<LocalText> Claims { get; } = [];

    public Slots<EventDraft> Events { get; } = new();

    public ActDraft Act { get; } = new();

    public List<SourceImage> Images { get; } = [];

    public List<string> Unmapped { get; } = [];

    /// <summary>In the order in which they first appeared, those without a name among them.</summary>
    public IReadOnlyList<PartyDraft> Parties => _parties;

    private RecordStatus? Status { get; set; }

    public PartyDraft Party(PartyRole role, int group, int item)
    {
        var known = _parties.Find(party => party.Role == role && party.Group == group && party.Item == item);
        if (known is null)
        {
            known = new PartyDraft(role, group, item);
            _parties.Add(known);
        }

        return known;
    }

    public void PutStatus(Cell cell)
    {
        var meaning = cell.Coded();
        var isCategory = !char.IsAsciiDigit(meaning[0]) & Enum.TryParse<StatusCategory>(meaning, ignoreCase: true, out var category);
        if (!isCategory && cell.Plan.Codes is { } codes)
        {
            cell.Findings.Add(ReaderFindings.ValueCode, Severity.Warning, cell.Plan.Column.Header, cell.Text, string.Join(", ", codes.Keys));
        }

        Status = new() { Code = cell.Text, Category = isCategory ? category : StatusCategory.Unknown };
    }

    public void PutIpc(Cell cell)
    {
        // Offices write "A61K 31/138 (2006.01)" and join further classes with semicolons; what is no symbol is counted and kept in the source.
        var text = cell.Text.IndexOf('(', StringComparison.Ordinal) is > 0 and var bracket ? cell.Text[..bracket].TrimEnd() : cell.Text;
        var field = text.Length >= 20 ? IpcSymbol.ParseSt8(text) : ParseResult<IpcClass>.Refuse("");
        var symbol = IpcSymbol.Parse(text);
        if (field.Success || symbol.Success)
        {
            Ipc.Add(field.Success ? field.Value : new IpcClass { Symbol = symbol.Value.ToString() });
        }
        else
        {
            cell.Refuse(symbol.Expected, ReaderFindings.ValueIpc);
        }
    }

    public void PutImage(Cell cell)
    {
        var document = cell.Plan.Column.Document ?? Right switch
        {
            Right.Trademark => DocumentCode.MarkImage,
            Right.Design => DocumentCode.DesignViews,
            _ => DocumentCode.Drawings,
        };
        Images.Add(new(cell.Text, document, cell.Plan.Column.Design ?? (Right == Right.Design ? 1 : null)));
    }

    public Record Build(EntryFindings findings)
    {
        var nice = BuildNice(findings);
        var route = Route.Build();
        if (route is null && !Route.IsEmpty)
        {
            Unmapped.Add("route");
        }

        return new Record
        {
            Right = Right,
            Office = Office,
            ApplicationNumber = Application.Build(FilingDate),
            FilingDate = FilingDate,
            RegistrationNumber = Registration.Build(RegistrationDate),
            RegistrationDate = RegistrationDate,
            ExpiryDate = ExpiryDate,
            TerminationDate = TerminationDate,
            Publications = Publications.Build("publications", Unmapped, (publication, _) => publication.Build()),
            Status = Status is null || StatusDate is null ? Status : Status with { Date = StatusDate },
            Language = Language,
            Route = route,
            Titles = Titles,
            Parties = BuildParties(findings),
            Priorities = Priorities.Build("priorities", Unmapped, (priority, _) => priority.Build()),
            Ipc = Ipc,
            Mark = Mark.Build(),
            Nice = nice,
            Vienna = Vienna.ConvertAll(code => new ViennaClass { Code = code, Edition = ViennaEdition }),
            Locarno = Locarno.ConvertAll(code => new LocarnoClass { Code = code, Edition = LocarnoEdition }),
            Designs = Designs.Build("designs", Unmapped, (design, index) => design.Build(index + 1, LocarnoEdition)),
            Abstracts = Abstracts,
            Descriptions = Descriptions,
            Claims = Claims,
            Events = Events.Build("events", Unmapped, (entry, _) => entry.Build()),
        };
    }

    private IReadOnlyList<NiceClass> BuildNice(EntryFindings findings)
    {
        if (Nice.IsEmpty)
        {
            return [];
        }

        var (classes, withGoods) = (0, 0);
        foreach (var (_, _, entry) in Nice.InOrder())
        {
            classes += entry.Number is null ? 0 : 1;
            withGoods += entry.Goods.Count > 0 ? 1 : 0;
            if (entry.Number is null)
            {
                findings.Add(ReaderFindings.GoodsWithoutClass, Severity.Error, "nice.goods", entry.Goods.FirstOrDefault()?.Text, "a class for each list of goods");
            }
        }

        if (withGoods > 0 && withGoods < classes)
        {
            findings.Add(ReaderFindings.GoodsCount, Severity.Warning, "nice.goods", Count(withGoods), Count(classes));
        }

        return Nice.Build("nice", Unmapped, (entry, _) => entry.Build(NiceEdition));

        static string Count(int count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private List<Party> BuildParties(EntryFindings findings)
    {
        var parties = new List<Party>(_parties.Count);
        foreach (var draft in _parties)
        {
            if (draft.Build() is { } party)
            {
                parties.Add(party);
            }
            else
            {
                var path = $"parties[{MappingPath.JsonName(draft.Role.ToString())}]";
                findings.Add(ReaderFindings.PartyWithoutName, Severity.Warning, path);
                Unmapped.Add(path);
            }
        }

        return parties;
    }
}
