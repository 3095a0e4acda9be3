using System.Globalization;
using System.Text;
using OfficeNode.Core;
using OfficeNode.Core.Paper;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>What became of what somebody said about paper files.</summary>
/// <param name="Done">The files of which it was noted.</param>
/// <param name="Left">Numbers of which it was not; the findings say why.</param>
public sealed record PaperAnswer(IReadOnlyList<DossierName> Done, IReadOnlyList<string> Left, IReadOnlyList<Finding> Findings);

/// <summary>Keeps where paper files lie and who has them. A file that is wrong keeps no other from being noted (I11). Thread-safe.</summary>
public sealed class PaperJourney
{
    /// <summary>Characters of a place, or of who has a file: one line of a list.</summary>
    public const int LongestWhat = 80;

    /// <summary>Files in one act: a shelf. One transaction stays within <see cref="Register.LongestWrite"/> with them.</summary>
    public const int MostNumbers = 500;

    private readonly Node _node;
    private readonly string _author;

    /// <param name="author">The login name of who says so.</param>
    public PaperJourney(Node node, string author)
    {
        _node = node;
        _author = author;
    }

    /// <summary>Notes what happened to files.</summary>
    /// <param name="numbers">As a person or a bar code reader types them.</param>
    /// <param name="what">The place, or who has them; not looked at for files that are given back.</param>
    public PaperAnswer Note(PaperMoveKind kind, IReadOnlyList<string> numbers, string what)
    {
        var settled = kind == PaperMoveKind.GivenBack ? "" : what.Normalize(NormalizationForm.FormC).Trim();
        var asked = numbers.Select(number => number.Trim()).Where(number => number.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (Complaint(kind, asked, settled) is { } complaint)
        {
            return new PaperAnswer([], asked, [complaint]);
        }

        var judged = Judge(kind, asked);
        return judged.Any(file => file.Against is null) ? Enter(kind, asked, settled) : Answer(judged);
    }

    /// <summary>The files that somebody has, the longest away first, and how many they are in all.</summary>
    public (IReadOnlyList<PaperFile> Files, long Count) Out(int most) => _node.Register.Read(session => (session.Paper.Out(most), session.Paper.CountOut()));

    /// <summary>Files by their number, their place or who has them.</summary>
    public IReadOnlyList<PaperFile> Find(string text, int most) => _node.Register.Read(session =>
    {
        var name = DossierName.Parse(text);
        var numbered = name.Success
            ? session.Dossiers.Find(name.Value).Select(dossier => (Dossier: dossier, State: session.Paper.Of(dossier.Id)))
                .Where(file => file.State is not null)
                .Select(file => new PaperFile(file.Dossier.Id, file.Dossier.Name, file.State!))   // filtered above
            : [];
        return numbered.Concat(session.Paper.Find(text, most)).DistinctBy(file => file.Dossier).Take(most).ToList();
    });

    private sealed record Judged(string Number, Dossier? Dossier, Finding? Against);

    private static Finding? Complaint(PaperMoveKind kind, List<string> asked, string what)
    {
        if (kind != PaperMoveKind.GivenBack && (what.Length is 0 or > LongestWhat || what.Any(char.IsControl)))
        {
            return new Finding(PaperFindings.WhatForm, Severity.Error) { Path = "what", Found = what, Expected = Count(LongestWhat) };
        }

        return asked.Count switch
        {
            0 => new Finding(PaperFindings.NumbersMissing, Severity.Error) { Path = "numbers" },
            > MostNumbers => new Finding(PaperFindings.NumbersMany, Severity.Error) { Path = "numbers", Found = Count(asked.Count), Expected = Count(MostNumbers) },
            _ => null,
        };
    }

    private List<Judged> Judge(PaperMoveKind kind, List<string> asked) => _node.Register.Read(session => asked.Select(number => Judge(session, kind, number)).ToList());

    private static Judged Judge(RegisterSession session, PaperMoveKind kind, string number)
    {
        var name = DossierName.Parse(number);
        var found = name.Success ? session.Dossiers.Find(name.Value) : [];
        if (found.Count != 1)
        {
            return new Judged(number, null, new Finding(found.Count == 0 ? PaperFindings.DossierUnknown : PaperFindings.DossierAmbiguous, Severity.Error)
            {
                Path = "numbers",
                Found = number,
                Expected = string.Join(", ", found.Select(dossier => dossier.Name.ToString()).Distinct()),
            });
        }

        var holder = session.Paper.Of(found[0].Id)?.Holder;
        var rule = kind switch
        {
            PaperMoveKind.GivenBack when holder is null => PaperFindings.NotOut,
            PaperMoveKind.ChargedOut when holder is not null => PaperFindings.AlreadyOut,
            _ => null,
        };
        return new Judged(number, found[0], rule is null ? null : new Finding(rule, Severity.Error) { Path = "numbers", Found = number, Expected = holder });
    }

    private PaperAnswer Enter(PaperMoveKind kind, List<string> asked, string what)
    {
        var detail = $"{kind} {what}: {asked[0]}" + (asked.Count > 1 ? $" and {Count(asked.Count - 1)} more" : "");
        return _node.Register.Write(new Deed(_author, "paper", detail), session =>
        {
            // One after the other: a number that is named twice in two spellings is charged out once.
            var judged = new List<Judged>(asked.Count);
            foreach (var number in asked)
            {
                var file = Judge(session, kind, number);
                judged.Add(file);
                if (file is { Against: null, Dossier: { } dossier })
                {
                    session.Paper.Note(dossier.Id, kind, what, _author);
                }
            }

            return Answer(judged);
        });
    }

    private static PaperAnswer Answer(IReadOnlyList<Judged> judged) => new(
        [.. judged.Where(file => file.Against is null).Select(file => file.Dossier).OfType<Dossier>().Select(dossier => dossier.Name)],
        [.. judged.Where(file => file.Against is not null).Select(file => file.Number)],
        [.. judged.Select(file => file.Against).OfType<Finding>()]);

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
