namespace OfficeNode.Journeys.Kiosk.Batches;

/// <summary>The form by which a clerk begins a scan, filled over HTTP.</summary>
internal static class ScanForm
{
    public const string Address = "/batches/new";

    /// <summary>Sends the form as a clerk fills it who wants grey pages of 300 dots per inch; what <paramref name="more"/> names is given so instead.</summary>
    public static Task<Answer> SendAsync(Visitor clerk, string source, CancellationToken cancellation, params (string Name, string Value)[] more)
    {
        (string Name, string Value)[] usual = [("Given.Source", source), ("Given.Resolution", "300"), ("Given.Colour", "Grey")];
        return FillAsync(clerk, [.. usual.Where(field => !more.Any(other => other.Name == field.Name)), .. more], cancellation);
    }

    // Of hidden fields that are given anew the given ones count.
    private static async Task<Answer> FillAsync(Visitor clerk, IReadOnlyList<(string Name, string Value)> given, CancellationToken cancellation)
    {
        var hidden = Visitor.HiddenOf((await clerk.GetAsync(Address, cancellation)).Body, "scan");
        return await clerk.SendFormAsync(Address, [.. hidden.Where(field => !given.Any(other => other.Name == field.Name)), .. given], cancellation);
    }
}
