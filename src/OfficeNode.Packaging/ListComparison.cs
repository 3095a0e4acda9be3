using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Packaging;

/// <summary>Walks through a member list beside the ZIP it describes and reports the differences. Not thread-safe.</summary>
internal sealed class ListComparison : IAsyncDisposable
{
    private readonly Stream _file;
    private readonly FindingList _findings;
    private readonly IAsyncEnumerator<ListLine> _lines;
    private bool _isAtMember = true;

    public ListComparison(Stream file, PackagingLimits limits, FindingList findings, CancellationToken cancellationToken)
    {
        _file = file;
        _findings = findings;
        _lines = MemberListReader.ReadAsync(file, limits, cancellationToken).GetAsyncEnumerator(cancellationToken);
    }

    /// <summary>Compares the ZIP's next member with the list's next.</summary>
    public async Task CompareAsync(Zip.ZipMember member)
    {
        if (!_isAtMember || !await NextAsync() || _lines.Current.Member is not { } expected)
        {
            // More members than lines: their number is reported once, at the end.
            _isAtMember = false;
            return;
        }

        if (member.IsIntact && !expected.Fits(member))
        {
            _findings.AddAt(PackagingFindings.MemberDiffers, member.Offset, member.Path, found: member.Path, expected: expected.Path);
        }
    }

    /// <summary>Compares the digests of the ZIP's beginnings, once all of it has passed.</summary>
    public async Task FinishAsync(HashingStream zip)
    {
        var intact = 0L;
        for (var isThere = !_isAtMember || await NextAsync(); isThere; isThere = await NextAsync())
        {
            if (_lines.Current is not { Prefix: { } prefix })
            {
                continue;       // members that the ZIP lacks: the manifest's count says so
            }

            if (!zip.Fits(prefix))
            {
                ReportDamage(intact, prefix.Prefix);
                return;
            }

            intact = prefix.Prefix;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _lines.DisposeAsync();
        await _file.DisposeAsync();
    }

    private async ValueTask<bool> NextAsync()
    {
        if (!await _lines.MoveNextAsync())
        {
            return false;
        }

        if (_lines.Current is { Member: null, Prefix: null } bad)
        {
            _findings.Add(new Finding(PackagingFindings.MembersLine, Severity.Error) { Line = bad.Number });
            return false;
        }

        return true;
    }

    private void ReportDamage(long from, long to) => _findings.Add(new Finding(PackagingFindings.FirstDamage, Severity.Error)
    {
        Arguments = new Dictionary<string, string>
        {
            ["offset"] = from.ToString(CultureInfo.InvariantCulture),
            ["end"] = to.ToString(CultureInfo.InvariantCulture),
        },
    });
}
