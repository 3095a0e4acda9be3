using System.Net;
using NUnit.Framework;
using OfficeNode.Host.Kiosk;
using OfficeNode.Journeys.Service;

namespace OfficeNode.Journeys.Kiosk;

[CancelAfter(120_000)]
public sealed class KioskAssetsTests : OneNodeTests
{
    [TestCase("kiosk.js", "text/javascript")]
    [TestCase("kiosk.css", "text/css")]
    [TestCase("kiosk.svg", "image/svg+xml")]
    [TestCase("noto-naskh-arabic-arabic-wght-normal.woff2", "font/woff2")]
    public async Task A_file_is_served_with_its_type_for_good(string name, string type, CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        using var answer = await served.Browser.GetAsync(new Uri(KioskAssets.Of(name), UriKind.Relative), cancellation);

        Assert.That((answer.StatusCode, answer.Content.Headers.ContentType?.MediaType), Is.EqualTo((HttpStatusCode.OK, type)));
        Assert.That(answer.Headers.CacheControl?.ToString(), Is.EqualTo("public, max-age=31536000, immutable"));
    }

    [Test]
    public async Task Head_tells_the_length_and_sends_nothing(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var address = new Uri(KioskAssets.Of("kiosk.js"), UriKind.Relative);
        var script = await served.Browser.GetByteArrayAsync(address, cancellation);

        using var answer = await served.Browser.SendAsync(new HttpRequestMessage(HttpMethod.Head, address), cancellation);

        Assert.That(answer.Content.Headers.ContentLength, Is.EqualTo(script.Length));
        Assert.That(await answer.Content.ReadAsByteArrayAsync(cancellation), Is.Empty);
    }

    [TestCase("/assets/kiosk.js")]
    [TestCase("/assets/kiosk-00000000.js")]
    [TestCase("/assets/..%2Fstatus.css")]
    public async Task A_name_that_is_not_served_is_not_found_and_not_kept(string address, CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        using var answer = await served.Browser.GetAsync(new Uri(address, UriKind.Relative), cancellation);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(answer.Headers.CacheControl?.NoStore, Is.True);
    }

    [Test]
    public async Task The_style_sheet_names_nothing_elsewhere(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var sheet = await served.Browser.GetStringAsync(new Uri(KioskAssets.Of("kiosk.css"), UriKind.Relative), cancellation);

        Assert.That(sheet, Does.Not.Contain("http").And.Not.Contain("//").And.Not.Contain("data:"));
    }

    [Test]
    public void A_file_that_the_client_does_not_have_is_a_mistake_of_the_caller() =>
        Assert.That(() => KioskAssets.Of("kiosk.ts"), Throws.ArgumentException);
}
