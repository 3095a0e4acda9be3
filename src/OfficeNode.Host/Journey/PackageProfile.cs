using System.Runtime.InteropServices;
using OfficeNode.Host.Settings;
using OfficeNode.Standards.Schemas;

namespace OfficeNode.Host.Journey;

/// <summary>All that decides the bytes of a package besides its contents: kept with the package, so that it can be built again after settings changed.</summary>
public sealed record PackageProfile
{
    public required string Destination { get; init; }

    public required DestinationSettings Settings { get; init; }

    /// <summary>Whether streets of natural persons were exported (I14).</summary>
    public required bool StreetsOfPersons { get; init; }

    /// <summary>Why documents were not checked against official schemas; null when they were.</summary>
    public string? NotValidatedBecause { get; init; }

    /// <summary>Compressor and runtime: the same ones give the same bytes.</summary>
    public required string Codec { get; init; }

    /// <summary>What decides of packages that are built now.</summary>
    internal static PackageProfile Of(Node node, string destination, DestinationSettings settings, SchemaSet schemas)
    {
        var profile = new PackageProfile
        {
            Destination = destination,
            Settings = settings,
            StreetsOfPersons = node.Settings.StreetsOfPersons,
            Codec = ThisCodec,
        };
        return profile with { NotValidatedBecause = RecordExporter.MissingSchemas(profile, schemas) };
    }

    /// <summary>The codec of this process.</summary>
    public static string ThisCodec => $"deflate, {RuntimeInformation.FrameworkDescription}";
}
