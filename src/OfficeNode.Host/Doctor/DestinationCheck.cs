using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;
using OfficeNode.Sync.Sftp;

namespace OfficeNode.Host.Doctor;

/// <summary>The destinations: what each still lacks before packages can go there and answers come back.</summary>
internal sealed class DestinationCheck
{
    private readonly Node _node;

    public DestinationCheck(Node node) => _node = node;

    public IEnumerable<Finding> Run() => _node.Settings.Destinations
        .OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .SelectMany(pair => Of(pair.Key, pair.Value));

    private List<Finding> Of(string name, DestinationSettings settings)
    {
        if (settings.State == DestinationState.Draft)
        {
            return [Say(DoctorFindings.DestinationDraft, Severity.Info, name)];
        }

        List<Finding> findings = [.. Line(name, settings.Transport), .. Answers(name, settings), .. Schemas(name, settings)];
        return findings.Count > 0 ? findings : [Say(DoctorFindings.DestinationOk, Severity.Info, name)];
    }

    private IEnumerable<Finding> Line(string name, TransportSettings line) => line.Kind switch
    {
        TransportKind.Folder => Directory.Exists(line.Root) ? [] : [Say(DoctorFindings.DestinationFolder, Severity.Warning, name) with { File = line.Root }],
        TransportKind.Sftp => Server(name, line),
        _ => [Say(DoctorFindings.DestinationNoLine, Severity.Warning, name)],
    };

    private IEnumerable<Finding> Server(string name, TransportSettings line)
    {
        if (line.HostKey is not { } key || !HostKey.Parse(key).Success)
        {
            yield return Say(DoctorFindings.DestinationHostKey, Severity.Error, name) with { Found = line.Host };
        }

        var own = line.KeyFile ?? LineKeys.PrivateKey(_node.Folder);
        if (!File.Exists(own))
        {
            yield return Say(DoctorFindings.DestinationOwnKey, Severity.Error, name) with { File = own };
        }
    }

    private IEnumerable<Finding> Answers(string name, DestinationSettings settings)
    {
        if (settings.Acknowledgement == Acknowledgement.Signed && new TrustStore(_node.Folder, _node.Disk).For(name).Count == 0)
        {
            yield return Say(DoctorFindings.DestinationDesk, Severity.Error, name);
        }
    }

    private IEnumerable<Finding> Schemas(string name, DestinationSettings settings)
    {
        var profile = new PackageProfile
        {
            Destination = name,
            Settings = settings,
            StreetsOfPersons = _node.Settings.StreetsOfPersons,
            Codec = PackageProfile.ThisCodec,
        };
        if (RecordExporter.MissingSchemas(profile, InstalledStandards.Open(_node.Folder)) is { } missing)
        {
            yield return Say(DoctorFindings.DestinationSchemas, Severity.Warning, name) with { Found = missing, Expected = $"{settings.Standard} {settings.StandardVersion}" };
        }
    }

    private static Finding Say(string rule, Severity severity, string destination) => new(rule, severity)
    {
        Path = destination,
        Arguments = new Dictionary<string, string> { ["destination"] = destination },
    };
}
