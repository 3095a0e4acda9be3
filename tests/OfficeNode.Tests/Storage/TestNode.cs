using System.Diagnostics;
using System.Text;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Core.Json;
using OfficeNode.Storage;
using OfficeNode.Storage.Sqlite;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Storage;

/// <summary>A node's data directory with an open register, gone after the test.</summary>
internal sealed class TestNode : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TestNode()
    {
        Folder = new NodeFolder(_folder.PathOf("data"));
        Folder.Create(new PhysicalDisk());
        Register = Register.Open(Folder, Time);
    }

    public NodeFolder Folder { get; }

    public Register Register { get; }

    public ManualTime Time { get; } = new();

    public static Deed Deed { get; } = new("tester", "test", "a test");

    /// <summary>Saves a record as a new dossier, or as the new state of one.</summary>
    public DossierId Save(Record record, DossierId? dossier = null) =>
        Register.Write(Deed, session => session.Save(dossier, record, RecordJson.Write(record), "tester", null));

    public T Read<T>(Func<RegisterSession, T> work) => Register.Read(work);

    public void Write(Action<RegisterSession> work) => Register.Write(Deed, work);

    /// <summary>Does to the file what the program itself would never do.</summary>
    public void Tamper(string sql)
    {
        using var database = OpenRaw();
        database.ExecuteScript("DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_deleted; DROP TRIGGER revision_is_not_changed; DROP TRIGGER revision_is_not_deleted;");
        database.ExecuteScript("PRAGMA foreign_keys = OFF");
        database.ExecuteScript(sql);
    }

    public Database OpenRaw() => new(Folder.RegisterFile, readOnly: false);

    /// <summary>Starts the worker program on this register; the caller ends it.</summary>
    public static Process StartWorker(params string[] command) => Process.Start(new ProcessStartInfo(
        "dotnet", [Path.Combine(AppContext.BaseDirectory, "OfficeNode.TestWorker.dll"), "register", .. command])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    }) ?? throw new InvalidOperationException("dotnet did not start.");

    /// <summary>A master that exists as a row only.</summary>
    public static Master MasterOf(string content, string extension = "tif") => new()
    {
        Digest = Digest.Of(Encoding.UTF8.GetBytes(content)),
        Extension = extension,
        Length = content.Length,
        Crc32 = 0xFFFFFFFF,
    };

    public static Finding FindingOf(string rule) => new(rule, Severity.Error)
    {
        Path = "titles[0]",
        Found = "x",
        Arguments = new Dictionary<string, string> { ["destination"] = "patentscope" },
    };

    public void Dispose()
    {
        Register.Dispose();
        _folder.Dispose();
    }
}
