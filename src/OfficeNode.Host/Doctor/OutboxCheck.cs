using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Journey;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Doctor;

/// <summary>The packages on their way: their files are there, with their lengths or digests; none was left half made.</summary>
internal sealed class OutboxCheck
{
    private readonly Node _node;

    public OutboxCheck(Node node) => _node = node;

    /// <param name="deep">Read every package whole.</param>
    public async Task<IReadOnlyList<Finding>> RunAsync(bool deep, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        var underway = Underway();
        foreach (var package in underway)
        {
            if (await WrongAsync(package, deep, cancellation) is { } found)
            {
                findings.Add(new Finding(DoctorFindings.PackageDamaged, Severity.Error)
                {
                    File = PathOf(package),
                    Path = package.Name.Value,
                    Found = found,
                    Expected = $"{package.Length} bytes, SHA-256 {package.Digest}",
                });
            }
        }

        if (findings.Count == 0)
        {
            findings.Add(new Finding(DoctorFindings.PackagesOk, Severity.Info) { Found = underway.Count.ToString(CultureInfo.CurrentCulture) });
        }

        return [.. findings, .. Reserved()];
    }

    // Bytes of a package that was answered may go after a while (I8).
    private List<PackageRow> Underway() => _node.Register.Read(session =>
        session.Deliveries.InState(DeliveryState.Waiting).Concat(session.Deliveries.InState(DeliveryState.Delivered)).Select(delivery => delivery.Package).ToList());

    private async Task<string?> WrongAsync(PackageRow package, bool deep, CancellationToken cancellation)
    {
        var file = new FileInfo(PathOf(package));
        if (!file.Exists)
        {
            return "no file";
        }

        if (file.Length != package.Length)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{file.Length} bytes");
        }

        return deep && await DigestOfAsync(file.FullName, cancellation) is var digest && digest != package.Digest ? $"SHA-256 {digest}" : null;
    }

    private static async Task<Digest> DigestOfAsync(string path, CancellationToken cancellation)
    {
        try
        {
            await using var file = File.OpenRead(path);
            return Digest.FromHash(await System.Security.Cryptography.SHA256.HashDataAsync(file, cancellation));
        }
        catch (IOException error)
        {
            throw PhysicalDisk.Describe(path, error);
        }
    }

    private List<Finding> Reserved() => _node.Register.Read(session => session.Packages.InState(PackageState.Reserved)
        .Select(package => new Finding(DoctorFindings.PackageReserved, Severity.Info) { Found = package.Name.Value })
        .ToList());

    private string PathOf(PackageRow package) => Path.Combine(_node.Folder.Packages, package.Name.ZipFile);
}
