using OfficeNode.Core;
using OfficeNode.Host.Commands;
using OfficeNode.Host.Texts;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>Finds the one dossier that a person named.</summary>
internal static class DossierFinder
{
    /// <summary>Finds the dossiers of several names.</summary>
    /// <exception cref="UsageException">A name is unknown, or means more than one; the candidates are listed.</exception>
    public static IReadOnlyList<Dossier> FindAll(Register register, IEnumerable<string> names) =>
        register.Read(session => names.Select(name => Find(session, name)).ToList());

    /// <summary>Finds one dossier.</summary>
    /// <exception cref="UsageException">The name is unknown, or means more than one; the candidates are listed.</exception>
    public static Dossier Find(RegisterSession session, string text)
    {
        var name = DossierName.Parse(text);
        if (!name.Success)
        {
            throw new UsageException(Words.Of("value.unreadable", ("name", "dossier"), ("found", text), ("expected", name.Expected)));
        }

        var found = session.Dossiers.Find(name.Value);
        return found.Count switch
        {
            1 => found[0],
            0 => throw new UsageException(Words.Of("dossier.unknown", ("dossier", text))),
            _ => throw new UsageException(Words.Of(
                "dossier.ambiguous", ("dossier", text), ("candidates", string.Join(", ", found.Select(dossier => dossier.Name.ToString()))))),
        };
    }
}
