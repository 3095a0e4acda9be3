using System.Security.Cryptography;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Packaging;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>Deals with images whose bytes turned out damaged while a package was written.</summary>
/// <remarks>
/// An image made of a good master is made again; a damaged master is marked and its record left out, listed, for rescanning (I10). Damage
/// seldom comes alone, so all images of the package are looked at: three of them would else use up the rounds and keep the others in (I11).
/// </remarks>
internal sealed class DamagedPages
{
    private const int Batch = 200;

    private readonly Node _node;
    private readonly PackageSelection _selection;

    public DamagedPages(Node node, PackageSelection selection)
    {
        _node = node;
        _selection = selection;
    }

    /// <summary>Settles every damaged image of the package, so that the next round can do without the damage.</summary>
    public async Task HandleAsync(PackageRow package, PackageException error, CancellationToken cancellation)
    {
        var last = 0;
        while (true)
        {
            var rows = _node.Register.Read(session => session.Packages.ContentAfter(package.Id, last, Batch));
            foreach (var row in rows)
            {
                await HandleAsync(package, row, error, cancellation);
            }

            if (rows.Count < Batch)
            {
                return;
            }

            last = rows[^1].Ordinal;
        }
    }

    private async Task HandleAsync(PackageRow package, PackageContent content, PackageException error, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        foreach (var page in content.Pages)
        {
            if (!await IsUsableAsync(page, cancellation))
            {
                findings.Add(Describe(page, error));
            }
        }

        if (findings.Count == 0)
        {
            return;
        }

        var name = _node.Register.Note(session =>
        {
            session.Packages.RemoveContent(package.Id, content.Dossier);
            return session.Dossiers.Get(content.Dossier).Name;
        });
        _selection.Skip(new SkippedRecord(name, "damaged", [.. findings.Select(finding => finding with { Dossier = name.ToString() })]) { Id = content.Dossier });
    }

    /// <summary>Whether the page can be sent, if need be by an image made again; if not, its master is marked.</summary>
    private async Task<bool> IsUsableAsync(PackagedPage page, CancellationToken cancellation)
    {
        var (master, derivative) = _node.Register.Read(session => (
            session.Masters.Get(page.Master), page.Profile is { } profile ? session.Masters.Derivative(page.Master, page.Frame, profile) : null));
        if (master is null)
        {
            return false;
        }

        if (derivative is not null && await HasItsBytesAsync(_node.Pages.PathOf(derivative), derivative.Digest, cancellation))
        {
            return true;
        }

        if (!await _node.Pages.IsIntactAsync(master, cancellation))
        {
            _node.Register.Note(session => session.Masters.MarkDamaged(page.Master));
            return false;
        }

        if (derivative is not null)
        {
            _node.Disk.Delete(_node.Pages.PathOf(derivative));   // the next round makes it again
        }

        return true;
    }

    private static async Task<bool> HasItsBytesAsync(string path, Digest expected, CancellationToken cancellation)
    {
        try
        {
            await using var file = File.OpenRead(path);
            return Digest.FromHash(await SHA256.HashDataAsync(file, cancellation)) == expected;
        }
        catch (IOException error) when (PhysicalDisk.Describe(path, error).Fault is StorageFault.Missing or StorageFault.Damaged)
        {
            return false;
        }
    }

    private static Finding Describe(PackagedPage page, PackageException error) => new(JourneyFindings.MasterDamaged, Severity.Error)
    {
        File = page.Path,
        Path = $"{page.Document} {page.Sequence}",
        Found = error.Member == page.Path ? error.Found : null,
        Expected = page.Master.Value,
    };
}
