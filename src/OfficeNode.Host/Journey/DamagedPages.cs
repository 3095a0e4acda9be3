using OfficeNode.Core;
using OfficeNode.Packaging;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>Deals with a member whose bytes turned out damaged while a package was written.</summary>
/// <remarks>An image made of a good master is made again; a damaged master is marked and its record left out, listed, for rescanning (I10).</remarks>
internal sealed class DamagedPages
{
    private readonly Node _node;
    private readonly PackageSelection _selection;

    public DamagedPages(Node node, PackageSelection selection)
    {
        _node = node;
        _selection = selection;
    }

    public async Task HandleAsync(PackageRow package, PackageBuild build, PackageException error, CancellationToken cancellation)
    {
        if (build is not { Current: { } content, CurrentPage: { } page })
        {
            throw error;
        }

        var master = _node.Register.Read(session => session.Masters.Get(page.Master)) ?? throw error;
        if (page.Profile is { } profile && await _node.Pages.IsIntactAsync(master, cancellation))
        {
            Forget(page, profile);
            return;
        }

        var name = _node.Register.Note(session =>
        {
            session.Masters.MarkDamaged(page.Master);
            session.Packages.RemoveContent(package.Id, content.Dossier);
            return session.Dossiers.Get(content.Dossier).Name;
        });
        var finding = new Finding(JourneyFindings.MasterDamaged, Severity.Error)
        {
            Dossier = name.ToString(),
            File = page.Path,
            Path = $"{page.Document} {page.Sequence}",
            Found = error.Found,
            Expected = error.Expected,
        };
        _selection.Skip(new SkippedRecord(name, "damaged", [finding]));
    }

    /// <summary>Deletes the damaged image, so that the next round makes it again.</summary>
    private void Forget(PackagedPage page, string profile)
    {
        var derivative = _node.Register.Read(session => session.Masters.Derivative(page.Master, page.Frame, profile));
        if (derivative is not null)
        {
            _node.Disk.Delete(_node.Pages.PathOf(derivative));
        }
    }
}
