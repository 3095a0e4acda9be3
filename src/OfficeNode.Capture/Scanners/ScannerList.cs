namespace OfficeNode.Capture.Scanners;

/// <summary>The scanners that SANE finds at this machine and, where it is set up for that, in the network.</summary>
public sealed class ScannerList
{
    private readonly Scanimage _scanimage;

    public ScannerList(ScannerOptions options, TimeProvider time) => _scanimage = new(options, time);

    /// <summary>Looks for scanners and asks each what it can do. Takes seconds: the network is given time to answer.</summary>
    /// <exception cref="ScannerException">No list is to be had: the program is missing, or does not end.</exception>
    public async Task<IReadOnlyList<FoundScanner>> FindAsync(CancellationToken cancellation)
    {
        var answer = await _scanimage.AskAsync("", ["--formatted-device-list=%d\t%v\t%m\t%t%n"], cancellation);
        var found = new List<FoundScanner>();
        foreach (var fields in answer.Split('\n').Select(line => line.Split('\t')).Where(fields => fields.Length == 4))
        {
            found.Add(await DescribeAsync(new(fields[0]) { Vendor = fields[1], Model = fields[2], Kind = fields[3] }, cancellation));
        }

        return found;
    }

    /// <summary>One scanner by its name, also one that no list shows: SANE's test devices are never listed, and those of other networks.</summary>
    public Task<FoundScanner> FindAsync(string device, CancellationToken cancellation) => DescribeAsync(new(device), cancellation);

    private async Task<FoundScanner> DescribeAsync(FoundScanner scanner, CancellationToken cancellation)
    {
        try
        {
            return scanner with { Capabilities = await _scanimage.DescribeAsync(scanner.Device, cancellation) };
        }
        catch (ScannerException error) when (error.Fault != ScannerFault.ProgramMissing)
        {
            return scanner with { Trouble = error };   // the others can be listed all the same (I11)
        }
    }
}

/// <summary>A scanner of the list.</summary>
/// <param name="Device">The name that goes behind <c>sane:</c>.</param>
public sealed record FoundScanner(string Device)
{
    public string? Vendor { get; init; }

    public string? Model { get; init; }

    /// <summary>What SANE calls it: <c>flatbed scanner</c>, <c>virtual device</c>, ...</summary>
    public string? Kind { get; init; }

    /// <summary>What it can do; null when it did not answer.</summary>
    public ScannerCapabilities? Capabilities { get; init; }

    /// <summary>Why it did not answer.</summary>
    public ScannerException? Trouble { get; init; }
}
