using System.Globalization;
using Microsoft.Extensions.Primitives;
using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Kiosk.Openings;

/// <summary>An act as somebody gives it on a screen. Whatever a form says, only what the gate takes becomes an act.</summary>
internal sealed record ActForm
{
    public const string DossiersName = "Given.Dossiers";
    public const string KindName = "Given.Kind";
    public const string DateName = "Given.Date";
    public const string PersonName = "Given.Person";
    public const string GazetteName = "Given.Gazette";
    public const string OpensName = "Given.Opens";
    public const string ForName = "Given.For";

    /// <summary>The names of the fields by the paths of findings.</summary>
    public static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["act.kind"] = KindName,
        ["act.date"] = DateName,
        ["act.person"] = PersonName,
        ["act.gazette"] = GazetteName,
        ["act.opens"] = OpensName,
        ["act.destinations"] = ForName,
    };

    public required IReadOnlyList<Dossier> Dossiers { get; init; }

    public OpeningPoint? Kind { get; init; }

    /// <summary>As typed.</summary>
    public string Date { get; init; } = "";

    public string Person { get; init; } = "";

    public string Gazette { get; init; } = "";

    public IReadOnlyList<DocumentCode> Opens { get; init; } = [];

    /// <summary>None for all that take the right.</summary>
    public IReadOnlyList<string> For { get; init; } = [];

    /// <summary>What the office's policy says of the chosen dossiers, today, in the name of who asks.</summary>
    public static ActForm Preset(NodeSettings settings, IReadOnlyList<Dossier> dossiers, DateOnly today, string person)
    {
        var policies = dossiers.Select(dossier => settings.Publication[dossier.Right]).ToList();
        return new ActForm
        {
            Dossiers = dossiers,
            Kind = policies.Count == 0 ? null : policies.Max(policy => policy.OpensAt),
            Date = Iso(today),
            Person = person,
            Opens = [.. policies.SelectMany(policy => policy.Documents).Distinct()],
        };
    }

    public static ActForm Read(Node node, IFormCollection form) => new()
    {
        Dossiers = ChosenDossiers.Find(node, form[DossiersName]),
        Kind = Enum.TryParse<OpeningPoint>(form[KindName], out var kind) && Enum.IsDefined(kind) ? kind : null,
        Date = Text(form[DateName]),
        Person = Text(form[PersonName]),
        Gazette = Text(form[GazetteName]),
        Opens = [.. form[OpensName].Select(code => DocumentCode.Parse(code ?? "")).Where(code => code.Success).Select(code => code.Value)],
        For = [.. form[ForName].OfType<string>()],
    };

    /// <summary>What is wrong, by the paths of an act.</summary>
    public IEnumerable<Finding> Check(NodeSettings settings)
    {
        IEnumerable<(bool IsWrong, string Rule, string Path)> checks =
        [
            (Kind is null, PublicationFindings.KindMissing, "act.kind"),
            (Day is null, PublicationFindings.DateForm, "act.date"),
            (Person.Length == 0, PublicationFindings.PersonMissing, "act.person"),
            (Gazette.Length == 0, PublicationFindings.GazetteMissing, "act.gazette"),
            (Opens.Count == 0, PublicationFindings.OpensMissing, "act.opens"),
        ];
        return
        [
            .. ChosenDossiers.Check(Dossiers),
            .. checks.Where(check => check.IsWrong).Select(check => new Finding(check.Rule, Severity.Error) { Path = check.Path }),
            .. For.Where(name => !settings.Destinations.ContainsKey(name)).Select(name => new Finding(PublicationFindings.DestinationUnknown, Severity.Error) { Path = "act.destinations", Found = name }),
        ];
    }

    /// <summary>The act, where <see cref="Check"/> found nothing.</summary>
    public PublicationAct Act => new()
    {
        Kind = Kind ?? throw new InvalidOperationException("An act is made of a form that was checked."),
        Date = Day ?? throw new InvalidOperationException("An act is made of a form that was checked."),
        Person = Person,
        Gazette = Gazette,
        Opens = Opens,
        Destinations = For,
    };

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private DateOnly? Day => DayOf(Date);

    private static string Text(StringValues value) => value.ToString().Trim();
}
