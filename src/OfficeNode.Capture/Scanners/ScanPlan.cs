using System.Globalization;

namespace OfficeNode.Capture.Scanners;

/// <summary>What <c>scanimage</c> is told so that a device scans as ordered: the order in the device's own words.</summary>
internal sealed class ScanPlan
{
    // Where no size is ordered: above the length of ledger paper, 432 mm, a feeder's longest is a strip of metres that no sheet fills, and the driver's own is better.
    private const double LongestSheet = 432;

    // What scanners see is given in whole inches or to the tenth of a millimetre: A4 on a glass of 209.9 mm loses nothing.
    private const double Slack = 2;

    // Drivers change other options when source and mode are set: those go first. The geometry hangs on all of them.
    private static readonly string[] Sequence = ["source", "adf-mode", "duplex", "mode", "depth", "resolution", "page-width", "page-height", "l", "t", "x", "y"];

    private readonly SaneAddress _address;
    private readonly ScannerCapabilities _device;
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private ScanPlan(SaneAddress address, ScannerCapabilities device)
    {
        _address = address;
        _device = device;
    }

    /// <summary>Whether the device gives fronts and backs by turns.</summary>
    public bool IsDuplex { get; private set; }

    /// <summary>Whether sheets come until there are no more; otherwise one run is one side.</summary>
    public bool HasFeeder { get; private set; }

    /// <summary>The options of each run of <c>scanimage</c>.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Runs { get; private set; } = [];

    /// <exception cref="ScannerException"><see cref="ScannerFault.NotSupported"/>: the device cannot do what is ordered, or has no option of a name in the address.</exception>
    public static ScanPlan Of(SaneAddress address, ScannerCapabilities device, ScanOrder order)
    {
        var plan = new ScanPlan(address, device);
        plan.DemandOptions();
        plan.ChooseSource(order);
        plan.ChooseMode(order.Colour);
        plan.ChooseResolution(order.Resolution);
        plan.ChooseLength("x", "l", "page-width", order.Width);
        plan.ChooseLength("y", "t", "page-height", order.Height);
        plan.ListRuns();
        return plan;
    }

    // Beyond what they are for, unknown names would reach scanimage's own options, and with them files of this machine.
    private void DemandOptions()
    {
        foreach (var name in _address.Options.Select(option => option.Key).Append(_address.Repeated).OfType<string>())
        {
            if (_device[name] is null)
            {
                throw NotSupported($"it has no option {name}");
            }
        }

        foreach (var (name, value) in _address.Options)
        {
            _values[name] = value;
        }
    }

    private void ChooseSource(ScanOrder order)
    {
        if (!_values.ContainsKey("source") && SourceFor(order.Duplex) is { } source)
        {
            _values["source"] = source;
        }

        var chosen = _values.GetValueOrDefault("source");
        var isFeeder = chosen is not null && SourceNames.IsFeeder(chosen);
        HasFeeder = _address.Feeder ?? isFeeder;
        ChooseSides(order.Duplex, chosen);
        if (order.Duplex && !IsDuplex)
        {
            throw NotSupported("it does not scan both sides");
        }
    }

    private string? SourceFor(bool duplex)
    {
        if (_address.Feeder == false)
        {
            return null;   // what the device takes by itself
        }

        var feeders = _device.Sources.Where(SourceNames.IsFeeder).Where(name => !SourceNames.IsBack(name)).ToList();
        return feeders.Find(name => SourceNames.IsDuplex(name) == duplex) ?? feeders.FirstOrDefault();
    }

    // Some drivers have no source of that name but a switch beside the feeder.
    private void ChooseSides(bool duplex, string? source)
    {
        if (_device["adf-mode"] is { } mode && mode.Choices.FirstOrDefault(name => SourceNames.IsDuplex(name) == duplex) is { } sides && HasFeeder)
        {
            _values.TryAdd("adf-mode", sides);
        }

        if (_device["duplex"] is not null && HasFeeder)
        {
            _values.TryAdd("duplex", duplex ? "yes" : "no");
        }

        IsDuplex = (source is not null && SourceNames.IsDuplex(source))
            || (_values.TryGetValue("adf-mode", out var chosen) && SourceNames.IsDuplex(chosen))
            || _values.GetValueOrDefault("duplex") == "yes";
    }

    private void ChooseMode(ScanColour colour)
    {
        if (_values.ContainsKey("mode") || _device.Modes.Count == 0)
        {
            return;   // a device without modes gives what it gives
        }

        var depth = colour == ScanColour.Bilevel ? 1 : 8;
        var mode = ModeNames.Find(_device.Modes, colour);
        if (mode is null && colour == ScanColour.Bilevel && _device["depth"] is { } depths && depths.Offers(1))
        {
            mode = ModeNames.Find(_device.Modes, ScanColour.Grey);
        }

        _values["mode"] = mode ?? throw NotSupported($"it has the modes {string.Join(", ", _device.Modes)} and none for {colour}");
        if (_device["depth"] is { IsActive: true } offered && offered.Offers(depth))
        {
            _values.TryAdd("depth", depth.ToString(CultureInfo.InvariantCulture));
        }
    }

    private void ChooseResolution(int resolution)
    {
        if (_values.ContainsKey("resolution") || _device["resolution"] is not { IsActive: true } option)
        {
            return;
        }

        if (!option.Offers(resolution))
        {
            var offered = option.Range is { } range
                ? string.Create(CultureInfo.InvariantCulture, $"{range.From} to {range.To}")
                : string.Join(", ", option.Numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));
            throw NotSupported($"it scans at {offered} dots per inch, not at {resolution}");
        }

        _values["resolution"] = resolution.ToString(CultureInfo.InvariantCulture);
    }

    private void ChooseLength(string length, string start, string paper, double? wanted)
    {
        if (_device[length] is not { Range: { } range, IsActive: true })
        {
            DemandNoSize(length, wanted);
            return;
        }

        if (wanted > range.To + Slack)
        {
            throw NotSupported(string.Create(CultureInfo.InvariantCulture, $"it sees {range.To:0.#} mm of paper, not {wanted:0.#}"));
        }

        if ((wanted ?? WholeOf(range)) is { } millimetres)
        {
            Offer(paper, Math.Min(millimetres, _device[paper]?.Range?.To ?? millimetres));
            Offer(start, _device[start]?.Range?.From ?? 0);
            Offer(length, Math.Min(millimetres, range.To));
        }
    }

    // A size that cannot be told would come as the device's own, and nobody would see it.
    private void DemandNoSize(string length, double? wanted)
    {
        if (wanted is not null && !_values.ContainsKey(length))
        {
            throw NotSupported("it takes no size of paper");
        }
    }

    private static double? WholeOf(NumberRange range) => range.To <= LongestSheet ? range.To : null;

    private void Offer(string name, double millimetres)
    {
        if (_device[name] is { IsActive: true })
        {
            _values.TryAdd(name, millimetres.ToString("0.###", CultureInfo.InvariantCulture));
        }
    }

    private void ListRuns()
    {
        var own = Sequence.Where(name => name != _address.Repeated && _values.ContainsKey(name));
        var others = _address.Options.Select(option => option.Key).Except(Sequence);
        IReadOnlyList<string> shared = [.. own.Concat(others).SelectMany(name => Argument(name, _values[name]))];
        Runs = _address.Repeated is { } repeated
            ? [.. _address.Repeats.Select(value => (IReadOnlyList<string>)[.. shared, .. Argument(repeated, value)])]
            : [shared];
    }

    private IEnumerable<string> Argument(string name, string value)
    {
        if (name.Length == 1)
        {
            return [$"-{name}", value];
        }

        // Buttons take no value.
        return value.Length == 0 && _device[name] is { Default: null, IsActive: true } ? [$"--{name}"] : [$"--{name}={value}"];
    }

    private ScannerException NotSupported(string reason) => new(ScannerFault.NotSupported, _address.Device, $"{_address.Device}: {reason}.");
}
