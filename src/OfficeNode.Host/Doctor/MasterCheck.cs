using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Host.Journey;

namespace OfficeNode.Host.Doctor;

/// <summary>The masters: all there with their lengths, some or all by digest. What is lost is marked, and its pages are listed for scanning again (I2, I10).</summary>
internal sealed class MasterCheck
{
    /// <summary>How many of the newest are read whole: what a stop can take back was written in the last minutes before it.</summary>
    public const int NewestByDigest = 1_000;

    private const int Step = 500;

    private readonly Node _node;
    private readonly IProgress<long>? _progress;
    private long _seen;
    private long _orphans;

    /// <param name="progress">Told the masters looked at so far.</param>
    public MasterCheck(Node node, IProgress<long>? progress)
    {
        _node = node;
        _progress = progress;
    }

    /// <param name="deep">Read every master whole, not only the newest.</param>
    public async Task<IReadOnlyList<Finding>> RunAsync(bool deep, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        for (var i = 0; i < 256; i++)
        {
            findings.AddRange(await FolderAsync(i.ToString("x2", CultureInfo.InvariantCulture), deep, cancellation));
        }

        if (!deep)
        {
            var known = findings.Select(finding => finding.Path).ToHashSet();
            findings.AddRange((await NewestAsync(cancellation)).Where(finding => !known.Contains(finding.Path)));
        }

        findings.AddRange(LostPages());
        if (findings.Count == 0)
        {
            findings.Add(new Finding(DoctorFindings.MastersOk, Severity.Info) { Found = Count(_seen) });
        }

        if (_orphans > 0)
        {
            findings.Add(new Finding(DoctorFindings.MastersOrphaned, Severity.Info) { Found = Count(_orphans) });
        }

        return findings;
    }

    /// <summary>The newest masters by digest, for after an unclean stop (I2).</summary>
    public async Task<IReadOnlyList<Finding>> NewestAsync(CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        foreach (var master in _node.Register.Read(session => session.Masters.Newest(NewestByDigest)))
        {
            if (!await _node.Pages.IsIntactAsync(master, cancellation))
            {
                findings.Add(Damaged(master, File.Exists(_node.Pages.PathOf(master)) ? "other bytes" : "no file"));
            }
        }

        Mark(findings);
        return findings;
    }

    private async Task<IReadOnlyList<Finding>> FolderAsync(string prefix, bool deep, CancellationToken cancellation)
    {
        var files = new DirectoryInfo(Path.Combine(_node.Folder.Masters, prefix)) is { Exists: true } folder
            ? folder.EnumerateFiles().ToDictionary(file => file.Name, file => file.Length, StringComparer.Ordinal)
            : [];
        var findings = new List<Finding>();
        foreach (var master in MastersIn(prefix))
        {
            cancellation.ThrowIfCancellationRequested();
            var isThere = files.Remove(Path.GetFileName(_node.Pages.PathOf(master)), out var length);
            if (!isThere || length != master.Length)
            {
                findings.Add(Damaged(master, isThere ? $"{length} bytes" : "no file"));
            }
            else if (deep && !await _node.Pages.IsIntactAsync(master, cancellation))
            {
                findings.Add(Damaged(master, "other bytes"));
            }

            _progress?.Report(++_seen);
        }

        _orphans += files.Count;
        Mark(findings);
        return findings;
    }

    private IEnumerable<Master> MastersIn(string prefix)
    {
        var last = prefix;
        while (true)
        {
            var step = _node.Register.Read(session => session.Masters.After(last, Step));
            foreach (var master in step.TakeWhile(master => master.Digest.Value.StartsWith(prefix, StringComparison.Ordinal)))
            {
                yield return master;
                last = master.Digest.Value;
            }

            if (step.Count < Step || step[^1].Digest.Value != last)
            {
                yield break;
            }
        }
    }

    private Finding Damaged(Master master, string found) => new(DoctorFindings.MasterDamaged, Severity.Error)
    {
        File = _node.Pages.PathOf(master),
        Path = master.Digest.Value,
        Found = found,
        Expected = $"{master.Length} bytes",
    };

    private void Mark(IReadOnlyList<Finding> findings)
    {
        foreach (var step in findings.Chunk(Step))
        {
            _node.Register.Note(session =>
            {
                foreach (var finding in step)
                {
                    session.Masters.MarkDamaged(Digest.Parse(finding.Path ?? "").Value);
                }
            });
        }
    }

    private IEnumerable<Finding> LostPages()
    {
        var last = "";
        while (_node.Register.Read(session => session.Masters.DamagedAfter(last, Step)) is { Count: > 0 } step)
        {
            foreach (var page in step.SelectMany(PagesOf))
            {
                yield return page;
            }

            last = step[^1].Digest.Value;
        }
    }

    private IReadOnlyList<Finding> PagesOf(Master master) => _node.Register.Read(session => session.Pages.Showing(master.Digest)
        .Select(page => new Finding(DoctorFindings.PageLost, Severity.Error)
        {
            Dossier = session.Dossiers.Get(page.Dossier).Name.ToString(),
            Path = $"{page.Document} {page.Sequence}",
            Found = page.Origin.Source,
        })
        .ToList());

    private static string Count(long count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
