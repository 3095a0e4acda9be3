using System.CommandLine;
using OfficeNode.Host.Settings;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Commands;

/// <summary>The options of <c>destination set</c>: each changes one setting, the others stay.</summary>
internal sealed class DestinationOptions
{
    private readonly Option<string?> _state = Text("--state");
    private readonly Option<string?> _reference = Text("--reference");
    private readonly Option<string?> _date = Text("--date");
    private readonly Option<string?> _by = Text("--by");
    private readonly Option<string?> _standard = Text("--standard");
    private readonly Option<string?> _acknowledgement = Text("--acknowledgement");
    private readonly Option<bool?> _sidecars = new("--sidecars") { Description = Words.Of("destination.sidecars") };
    private readonly Option<long?> _maxBytes = new("--max-package-bytes") { Description = Words.Of("destination.max-package-bytes") };
    private readonly Option<string?> _folder = Text("--folder");
    private readonly Option<string?> _sftp = Text("--sftp");
    private readonly Option<string?> _root = Text("--root");
    private readonly Option<string?> _key = Text("--key");
    private readonly Option<string?> _hostKey = Text("--host-key");

    public void AddTo(Command command)
    {
        Option[] all = [_state, _reference, _date, _by, _standard, _acknowledgement, _sidecars, _maxBytes, _folder, _sftp, _root, _key, _hostKey];
        foreach (var option in all)
        {
            command.Options.Add(option);
        }
    }

    /// <exception cref="UsageException">A value does not parse.</exception>
    public DestinationSettings Apply(ParseResult parsed, DestinationSettings current)
    {
        var (standard, version) = parsed.GetValue(_standard) is { } text ? Standard(text) : (current.Standard, current.StandardVersion);
        return current with
        {
            State = parsed.GetValue(_state) is { } state ? Values.Choice<DestinationState>("--state", state) : current.State,
            Agreement = Agreement(parsed) ?? current.Agreement,
            Standard = standard,
            StandardVersion = version,
            Acknowledgement = parsed.GetValue(_acknowledgement) is { } kind ? Values.Choice<Acknowledgement>("--acknowledgement", kind) : current.Acknowledgement,
            Sidecars = parsed.GetValue(_sidecars) ?? current.Sidecars,
            MaxPackageBytes = parsed.GetValue(_maxBytes) ?? current.MaxPackageBytes,
            Transport = Transport(parsed, current.Transport),
        };
    }

    private Agreement? Agreement(ParseResult parsed) => (parsed.GetValue(_reference), parsed.GetValue(_date), parsed.GetValue(_by)) switch
    {
        (null, null, null) => null,
        ({ } reference, { } date, { } by) => new Agreement { Reference = reference, Date = Values.Day("--date", date), Person = by },
        _ => throw new UsageException(Words.Of("destination.agreement.incomplete")),
    };

    private TransportSettings Transport(ParseResult parsed, TransportSettings current)
    {
        var changed = current;
        if (parsed.GetValue(_folder) is { } folder)
        {
            changed = new TransportSettings { Kind = TransportKind.Folder, Root = Path.GetFullPath(folder) };
        }
        else if (parsed.GetValue(_sftp) is { } address)
        {
            changed = Sftp(address, current);
        }

        return changed with
        {
            Root = parsed.GetValue(_root) ?? changed.Root,
            KeyFile = parsed.GetValue(_key) is { } key ? Path.GetFullPath(key) : changed.KeyFile,
            HostKey = parsed.GetValue(_hostKey) ?? changed.HostKey,
        };
    }

    private static TransportSettings Sftp(string address, TransportSettings current) =>
        Uri.TryCreate("sftp://" + address, UriKind.Absolute, out var uri) && uri.UserInfo.Length > 0 && !uri.UserInfo.Contains(':', StringComparison.Ordinal)
            ? current with
            {
                Kind = TransportKind.Sftp,
                User = Uri.UnescapeDataString(uri.UserInfo),
                Host = uri.Host,
                Port = uri.Port > 0 ? uri.Port : 22,
                Root = uri.AbsolutePath == "/" ? "" : uri.AbsolutePath,
            }
            : throw Values.Unreadable("--sftp", address, Words.Of("destination.sftp.form"));

    private static (string Standard, string Version) Standard(string text) => text.Split(' ', 2) is [var standard, var version]
        ? (standard, version)
        : throw Values.Unreadable("--standard", text, Words.Of("destination.standard.form"));

    private static Option<string?> Text(string name) => new(name) { Description = Words.Of("destination." + name[2..]) };
}
