using System.Globalization;
using OfficeNode.Capture.Reading;
using OfficeNode.Core;
using OfficeNode.Host.Service;

namespace OfficeNode.Host.Settings;

/// <summary>What settings must fulfil before anything runs on them.</summary>
internal static class SettingsCheck
{
    /// <summary>One dossier with large drawings must fit, and a ZIP64 reader of any receiver must take it.</summary>
    private const long SmallestPackage = 1_000_000;
    private const long LargestPackage = 100_000_000_000;

    /// <exception cref="SettingsException">Names the file, the setting, what it is and what it may be.</exception>
    public static void Run(NodeSettings settings, string file)
    {
        Demand(settings.Name.Trim().Length > 0, file, "name", settings.Name, "the office's name");
        Demand(settings.Port is > 0 and < 65536, file, "port", settings.Port, "1 to 65535");
        foreach (var right in Enum.GetValues<Right>())
        {
            Demand(settings.Publication.ContainsKey(right), file, $"publication.{right}", "nothing", "a policy for every right");
        }

        foreach (var folder in settings.ScanFolders)
        {
            Demand(Path.IsPathFullyQualified(folder.Path), file, "scanFolders.path", folder.Path, "a full path");
            Demand(folder.RestSeconds is >= 0 and <= ScanFolder.LongestRest, file, "scanFolders.restSeconds", folder.RestSeconds, $"0 to {ScanFolder.LongestRest}");
        }

        foreach (var address in settings.Addresses)
        {
            // JSON can hold null where the list holds none.
            var parsed = ServiceUrl.Parse(address ?? "");
            Demand(parsed.Success, file, "addresses", address ?? "null", parsed.Expected ?? "");
        }

        CheckReading(file, settings.Reading);
        CheckSignIns(file, settings.SignIns);
        CheckPreviews(file, settings.Previews);
        KeyingCheck.Run(settings.Keying, file);
        ThresholdCheck.Run(settings.Quality, file);
        foreach (var (name, destination) in settings.Destinations)
        {
            Check(file, $"destinations.{name}", destination);
        }
    }

    private static void CheckReading(string file, ReadingSettings reading)
    {
        Demand(reading.Workers is null or (>= 1 and <= ReadingSettings.MostWorkers), file, "reading.workers", reading.Workers ?? 0, $"1 to {ReadingSettings.MostWorkers}, or nothing for one on each core");
        foreach (var language in reading.Languages)
        {
            // JSON can hold null where the list holds none.
            var parsed = ReadingLanguage.Parse(language ?? "");
            Demand(parsed.Success, file, "reading.languages", language ?? "null", parsed.Expected ?? "");
        }
    }

    private static void CheckSignIns(string file, SignInSettings signIns)
    {
        Demand(
            signIns.Longest >= SignInSettings.ShortestIdle && signIns.Longest <= SignInSettings.LongestEver,
            file, "signIns.longest", signIns.Longest, $"{SignInSettings.ShortestIdle} to {SignInSettings.LongestEver}");
        Demand(
            signIns.Idle >= SignInSettings.ShortestIdle && signIns.Idle <= signIns.Longest,
            file, "signIns.idle", signIns.Idle, $"{SignInSettings.ShortestIdle} to signIns.longest, {signIns.Longest}");
    }

    private static void CheckPreviews(string file, PreviewSettings previews)
    {
        const int Least = PreviewSettings.LeastMegabytes;
        Demand(
            previews.MostMegabytes is >= Least and <= PreviewSettings.MostOfMegabytes,
            file, "previews.mostMegabytes", previews.MostMegabytes, $"{Least} to {PreviewSettings.MostOfMegabytes}");
        Demand(previews.PagesAhead is >= 0 and <= PreviewSettings.MostOfPagesAhead, file, "previews.pagesAhead", previews.PagesAhead, $"0 to {PreviewSettings.MostOfPagesAhead}");
    }

    private static void Check(string file, string path, DestinationSettings destination)
    {
        Demand(destination.Rights.Count > 0, file, path + ".rights", "none", "at least one right");
        Demand(
            destination.MaxPackageBytes is >= SmallestPackage and <= LargestPackage,
            file, path + ".maxPackageBytes", destination.MaxPackageBytes, $"{SmallestPackage} to {LargestPackage}");
        Demand(destination.NamePattern.Contains("{sequence}", StringComparison.Ordinal), file, path + ".namePattern", destination.NamePattern, "a pattern with {sequence}");
        Demand(!destination.Documents.Any(code => code.IsClosed), file, path + ".documents", string.Join(' ', destination.Documents), "no closed document type");
        Demand(destination.State != DestinationState.Agreed || destination.Agreement is not null, file, path + ".agreement", "none", "reference, date and person once the state is agreed");
        var transport = destination.Transport;
        Demand(transport.Kind != TransportKind.Folder || Path.IsPathFullyQualified(transport.Root), file, path + ".transport.root", transport.Root, "a full path");
        Demand(transport.Kind != TransportKind.Sftp || (transport.Host is not null && transport.User is not null), file, path + ".transport", "sftp without host or user", "host and user");
    }

    /// <exception cref="SettingsException">It does not hold.</exception>
    public static void Demand(bool holds, string file, string path, object found, string expected)
    {
        if (!holds)
        {
            throw new SettingsException(string.Create(CultureInfo.InvariantCulture, $"{file}: {path} is {found}, expected {expected}. Change it in that file."));
        }
    }
}
