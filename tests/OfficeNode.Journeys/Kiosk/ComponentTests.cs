using NUnit.Framework;

namespace OfficeNode.Journeys.Kiosk;

/// <summary>Tests of the client's own parts, before and apart from any screen.</summary>
[CancelAfter(120_000)]
public abstract class ComponentTests : BrowserTests
{
    private protected ComponentSite Site { get; private set; } = null!;   // set before each test

    [SetUp]
    public async Task StartSiteAsync() => Site = await ComponentSite.StartAsync(TestContext.CurrentContext.CancellationToken);

    [TearDown]
    public async Task StopSiteAsync() => await Site.DisposeAsync();

    private protected Task<BrowserPage> OpenAsync(string address = "/", BrowserLook? look = null) => OpenAsync(Site.Address, address, look ?? new BrowserLook());
}
