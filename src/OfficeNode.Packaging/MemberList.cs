using System.Buffers;
using System.Text.Json;
using OfficeNode.Core.Disk;
using OfficeNode.Packaging.Json;
using OfficeNode.Packaging.Zip;

namespace OfficeNode.Packaging;

/// <summary>Writes the member list of a package while the package is written, and counts. Not thread-safe.</summary>
internal sealed class MemberList : IDisposable
{
    private const int WriteSize = 64 * 1024;

    private readonly HashedFile _file;
    private readonly ArrayBufferWriter<byte> _lines = new(2 * WriteSize);
    private readonly Utf8JsonWriter _json;
    private readonly long[] _kinds = new long[Enum.GetValues<MemberKind>().Length];

    public MemberList(IDisk disk, string path)
    {
        _file = new HashedFile(disk, path);
        // The lines' own serializer settings decide the escapes; this writer must not add its own.
        _json = new Utf8JsonWriter(_lines, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    public void Add(PackageMember member, ZipMember written)
    {
        _kinds[(int)member.Kind]++;
        WriteLine(MemberLine.Of(member, written));
    }

    public void Add(PrefixLine prefix) => WriteLine(prefix);

    /// <summary>How many members of each kind there are, as <c>records</c>; kinds without any are left out.</summary>
    public IEnumerable<KeyValuePair<string, long>> Counts() => Enum.GetValues<MemberKind>()
        .Where(kind => _kinds[(int)kind] > 0)
        .Select(kind => KeyValuePair.Create(NameOf(kind), _kinds[(int)kind]));

    /// <summary>Brings the list to the medium and describes it under a name.</summary>
    public ManifestFile Finish(string name)
    {
        Flush();
        _file.Sync();
        return new ManifestFile(name, _file.Length, _file.Current());
    }

    public void Dispose()
    {
        _json.Dispose();
        _file.Dispose();
    }

    private static string NameOf(MemberKind kind) => kind switch
    {
        MemberKind.Record => "records",
        MemberKind.Image => "images",
        MemberKind.Text => "texts",
        MemberKind.Collection => "collectionFiles",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private void WriteLine<T>(T line)
    {
        _json.Reset();
        CanonicalJson.Write(_json, line);
        _json.Flush();
        _lines.Write("\n"u8);
        if (_lines.WrittenCount >= WriteSize)
        {
            Flush();
        }
    }

    private void Flush()
    {
        _file.Write(_lines.WrittenSpan);
        _lines.ResetWrittenCount();
    }
}
