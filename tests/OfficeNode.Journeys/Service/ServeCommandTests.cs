using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using NUnit.Framework;
using OfficeNode.Host.Settings;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Service;

/// <summary>The service as a process of its own, as a service manager runs it.</summary>
[CancelAfter(180_000)]
public sealed class ServeCommandTests : OneNodeTests
{
    [Test]
    public async Task It_ends_cleanly_when_asked_to_by_a_signal(CancellationToken cancellation)
    {
        using var service = await StartAsync([], cancellation);

        Terminate(service);
        await service.WaitForExitAsync(cancellation);

        Assert.That(service.ExitCode, Is.Zero);
    }

    [Test]
    public async Task It_serves_the_status_page_at_the_address_it_prints(CancellationToken cancellation)
    {
        using var service = await StartAsync([], cancellation);
        using var browser = new HttpClient();

        var page = await browser.GetStringAsync(service.Address, cancellation);

        Assert.That(page, Does.Contain("Tamarelle"));
    }

    [TestCase("/notify.socket")]
    [TestCase("@officenode-test")]
    public async Task It_tells_the_service_manager_that_it_is_ready_alive_and_stopping(string name, CancellationToken cancellation)
    {
        var address = name[0] == '@' ? string.Create(CultureInfo.InvariantCulture, $"{name}-{Environment.ProcessId}") : Node.PathOf(name[1..]);
        using var manager = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        manager.Bind(new UnixDomainSocketEndPoint(address.Replace('@', '\0')));
        using var service = await StartAsync([("NOTIFY_SOCKET", address), ("WATCHDOG_USEC", "200000")], cancellation);
        var ready = await ReceiveAsync(manager, cancellation);
        var alive = await ReceiveAsync(manager, cancellation);

        Terminate(service);
        var told = alive;
        while (told == "WATCHDOG=1")
        {
            told = await ReceiveAsync(manager, cancellation);
        }

        Assert.That((ready, alive, told), Is.EqualTo(("READY=1", "WATCHDOG=1", "STOPPING=1")));
    }

    [Test]
    public async Task A_second_service_for_the_same_node_is_refused_and_told_by_whom(CancellationToken cancellation)
    {
        using var service = await StartAsync([], cancellation);

        var second = await Node.ProcessAsync("serve", "--urls", "http://127.0.0.1:0");

        Assert.Multiple(() =>
        {
            Assert.That(second.ExitCode, Is.EqualTo(3));
            Assert.That(second.Messages, Does.Contain($"process {service.Id}"));
        });
    }

    [Test]
    public async Task An_address_in_use_is_a_matter_of_the_environment()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var run = await Node.ProcessAsync("serve", "--urls", $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}");

        Assert.That(run.ExitCode, Is.EqualTo(3), run.Everything);
    }

    [TestCase("ftp://127.0.0.1:8460")]
    [TestCase("http://0.0.0.0:8460")]
    [TestCase("127.0.0.1:8460")]
    [TestCase("http://127.0.0.1:8460/page")]
    public async Task An_address_it_cannot_serve_is_wrong_use(string address)
    {
        var run = await Node.RunAsync("serve", "--urls", address);

        Assert.That(run.ExitCode, Is.EqualTo(2), run.Everything);
    }

    [Test]
    public async Task Other_machines_reach_it_encrypted_and_by_a_certificate_that_stays(CancellationToken cancellation)
    {
        var first = await CertificateOfAsync(cancellation);
        var second = await CertificateOfAsync(cancellation);

        Assert.That(second, Is.EqualTo(first));
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(File.GetUnixFileMode(Path.Combine(Node.Folder.Keys, "kiosk.pem")), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }
    }

    [Test]
    public async Task A_certificate_file_that_holds_none_is_named(CancellationToken cancellation)
    {
        await File.WriteAllTextAsync(Path.Combine(Node.Folder.Keys, "kiosk.pem"), "-----BEGIN NOTHING-----", cancellation);

        var run = await Node.ProcessAsync("serve", "--urls", "https://127.0.0.1:0");

        Assert.That((run.ExitCode, run.Messages.Contains("kiosk.pem", StringComparison.Ordinal)), Is.EqualTo((3, true)), run.Everything);
    }

    [Test]
    public async Task Addresses_of_the_settings_are_listened_at(CancellationToken cancellation)
    {
        var store = new SettingsStore(Node.Folder, Node.Disk);
        store.Save(store.Load() with { Addresses = ["https://0.0.0.0:0"] });
        using var service = await RunningService.StartAsync(Node.Line(["serve", "--json"]), [], cancellation);

        Assert.That(service.Address.Scheme, Is.EqualTo("https"));
        Assert.That(await service.SaidAsync("[1003]", cancellation), Does.Contain("SHA-256"));
    }

    [Test]
    public async Task Commands_work_beside_it(CancellationToken cancellation)
    {
        using var service = await StartAsync([], cancellation);

        var import = await Node.RunAsync(SampleOffice.ImportOf("designs"));

        Assert.That(import.Count("new"), Is.EqualTo(11));
    }

    [Test]
    public async Task It_leaves_nothing_in_the_home_folder(CancellationToken cancellation)
    {
        var home = Directory.CreateDirectory(Node.PathOf("home")).FullName;
        using var service = await StartAsync([("HOME", home)], cancellation);
        using var browser = new HttpClient();
        await browser.GetStringAsync(service.Address, cancellation);

        Assert.That(Directory.GetFileSystemEntries(home), Is.Empty);
    }

    [Test]
    public async Task After_a_stop_without_warning_it_looks_for_page_images_that_were_lost(CancellationToken cancellation)
    {
        await Node.RunAsync(SampleOffice.ImportOf("trademarks"));
        using (var killed = await StartAsync([], cancellation))
        {
            using var browser = new HttpClient();
            await browser.GetStringAsync(killed.Address, cancellation);
            await UntilRunningIsNotedAsync(cancellation);
            killed.Kill();
            await killed.WaitForExitAsync(cancellation);
        }

        File.Delete(Directory.EnumerateFiles(Node.Folder.Masters, "*.png", SearchOption.AllDirectories).First());
        using var service = await StartAsync([], cancellation);

        var said = await service.SaidAsync("[1006]", cancellation);

        Assert.That(said, Does.Contain("1 page images were damaged"));
    }

    // The register is the only place that says so; each look is a transaction, no busy waiting on time.
    private async Task UntilRunningIsNotedAsync(CancellationToken cancellation)
    {
        while (Node.Read(session => session.Node.Get("service.running")) != "yes")
        {
            cancellation.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>The SHA-256 of what a browser is shown by the service, which then ends; the cookie of its forms goes by encrypted lines alone.</summary>
    private async Task<string> CertificateOfAsync(CancellationToken cancellation)
    {
        using var service = await RunningService.StartAsync(Node.Line(["serve", "--urls", "https://127.0.0.1:0", "--json"]), [], cancellation);
        var shown = "";
        using var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, certificate, _, _) =>
            {
                shown = certificate?.GetCertHashString(HashAlgorithmName.SHA256) ?? "";
                return true;
            },
        };
        using var browser = new HttpClient(handler);
        using var page = await browser.GetAsync(new Uri(service.Address, "/first"), cancellation);

        Assert.That((page.StatusCode, page.Headers.GetValues("Set-Cookie")), Is.EqualTo((HttpStatusCode.OK, page.Headers.GetValues("Set-Cookie").Where(cookie => cookie.Contains("secure", StringComparison.OrdinalIgnoreCase)))));
        return shown;
    }

    private async Task<RunningService> StartAsync(IReadOnlyList<(string Name, string Value)> environment, CancellationToken cancellation) =>
        await RunningService.StartAsync(Node.Line(["serve", "--urls", "http://127.0.0.1:0", "--json"]), environment, cancellation);

    private static void Terminate(RunningService service) =>
        Tool.Run("kill", "procps", "-TERM", service.Id.ToString(CultureInfo.InvariantCulture));

    private static async Task<string> ReceiveAsync(Socket manager, CancellationToken cancellation)
    {
        var buffer = new byte[256];
        var length = await manager.ReceiveAsync(buffer, cancellation);
        return Encoding.UTF8.GetString(buffer, 0, length);
    }
}
