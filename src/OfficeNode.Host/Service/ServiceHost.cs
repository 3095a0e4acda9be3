using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.HostFiltering;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Kiosk;
using OfficeNode.Host.Kiosk.SignIns;

namespace OfficeNode.Host.Service;

/// <summary>Puts the service together: the kiosk, the work in the background, and its life under the service manager.</summary>
internal static class ServiceHost
{
    /// <summary>How long work has to let go after a request to stop; it is safe to stop anywhere, so this only bounds the wait (I12).</summary>
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(10);

    /// <param name="urls">Addresses to listen at.</param>
    /// <param name="certificate">For those that are encrypted; null where none is.</param>
    /// <param name="log">Where the log goes; null for the standard error of the process.</param>
    public static WebApplication Build(NodeSource nodes, IReadOnlyList<ServiceUrl> urls, X509Certificate2? certificate, NightOptions nights, ILoggerProvider? log)
    {
        var builder = WebApplication.CreateSlimBuilder();
        Logging(builder, log);
        builder.WebHost.UseKestrelHttpsConfiguration();   // the slim builder leaves it out
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 << 10;      // forms of a few fields
            kestrel.Limits.MaxConcurrentConnections = 600;     // a browser keeps up to six; an office has fewer than a hundred of them
            if (certificate is not null)
            {
                kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate);
            }
        });
        builder.WebHost.UseUrls([.. urls.Select(url => url.Text)]);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StopTime);
        builder.Services.AddSingleton(nodes).AddSingleton(nights).AddSingleton(nodes.Time);
        builder.Services.AddHostedService<UncleanStop>();
        builder.Services.AddHostedService<NightService>();
        builder.Services.AddSingleton<ErrandBell>().AddHostedService<ErrandService>();
        builder.Services.AddSingleton<ForesightBook>().AddHostedService<ForesightService>();
        builder.Services.AddHostedService<ScanFolderService>();
        builder.Services.AddSingleton<ScanService>().AddHostedService(services => services.GetRequiredService<ScanService>());
        builder.Services.AddHostedService<ReadingService>();
        builder.Services.AddSingleton(_ => new PagePreviews(ThisProgram.ImageWorkers(), nodes.Time));
        builder.Services.AddHostedService<PreviewService>();
        builder.Services.AddHostedService<SearchFillService>();
        builder.Services.AddHostedService<OpeningService>();
        builder.Services.AddKiosk(nodes.Folder, nodes.Disk);
        builder.Services.Configure<HostFilteringOptions>(options => options.AllowedHosts = [.. AllowedHosts(urls)]);
        AddLifetime(builder.Services);
        var app = builder.Build();
        app.UseKiosk();
        return app;
    }

    private static void Logging(WebApplicationBuilder builder, ILoggerProvider? log)
    {
        builder.Logging.ClearProviders();
        if (log is not null)
        {
            builder.Logging.SetMinimumLevel(LogLevel.Debug).AddProvider(log);
            return;
        }

        builder.Logging.SetMinimumLevel(LogLevel.Information);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);   // it warns of keys stored unencrypted; they lie in the folder of keys
        builder.Logging.AddFilter(typeof(SignInHandler).FullName, LogLevel.Warning);   // the framework writes a line for everybody who is sent to the sign-in screen
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);   // standard output is for results
        if (builder.Configuration["NOTIFY_SOCKET"] is not null)
        {
            builder.Logging.AddSystemdConsole();   // the journal adds times and wants levels in its own form
            return;
        }

        builder.Logging.AddSimpleConsole(line =>
        {
            line.SingleLine = true;
            line.UseUtcTimestamp = true;
            line.TimestampFormat = "yyyy-MM-ddTHH:mm:ssZ ";
        });
    }

    // A page elsewhere on the web can make a browser ask this address under another name; it gets no answer.
    private static IEnumerable<string> AllowedHosts(IReadOnlyList<ServiceUrl> urls) => urls.All(url => url.IsLoopback)
        ? ThisComputer.Names
        : ["*"];

    private static void AddLifetime(IServiceCollection services)
    {
        if (OperatingSystem.IsWindows())
        {
            services.AddSingleton<IHostLifetime, WindowsServiceLifetime>();
        }
        else
        {
            services.AddSingleton<IHostLifetime, SystemdLifetime>();
        }
    }
}
