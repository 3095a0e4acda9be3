using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace OfficeNode.Storage.Sqlite;

/// <summary>Chooses the SQLite that the process uses: the system's patched library first, else the bundled one.</summary>
/// <remarks>The bundled library is older than fixes the system has; <see cref="UsesSystemLibrary"/> lets <c>doctor</c> say which runs.</remarks>
public static class SqliteLibrary
{
    /// <summary>Set to true, the process uses the bundled library whatever the system has: for tests, and for a system whose library turns out faulty.</summary>
    public const string BundledSwitch = "OfficeNode.BundledSqlite";

    // The version of the bundled library, 3.35.5: all SQL here runs on it, and an older system library is no gain.
    private const int OldestVersion = 3_035_005;
    private static readonly Lock Gate = new();
    private static bool _ready;

    /// <summary>Whether the operating system's own library was found and is good enough.</summary>
    public static bool UsesSystemLibrary { get; private set; }

    /// <summary>The version of the library in use, as <c>3.40.1</c>.</summary>
    public static string Version
    {
        get
        {
            Prepare();
            return raw.sqlite3_libversion().utf8_to_string();
        }
    }

    /// <summary>Loads the library once per process. Thread-safe.</summary>
    public static void Prepare()
    {
        lock (Gate)
        {
            if (!_ready)
            {
                NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
                Batteries_V2.Init();
                _ready = true;
            }
        }
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
    {
        if (name != "e_sqlite3")
        {
            return 0;
        }

        var system = OperatingSystem.IsWindows() ? "winsqlite3.dll" : "libsqlite3.so.0";
        var isBundled = AppContext.TryGetSwitch(BundledSwitch, out var asked) && asked;
        nint handle = 0;
        UsesSystemLibrary = !isBundled && NativeLibrary.TryLoad(system, out handle) && IsGoodEnough(handle);
        return UsesSystemLibrary ? handle : NativeLibrary.Load(name, assembly, searchPath);
    }

    private static unsafe bool IsGoodEnough(nint library)
    {
        if (!NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var version)
            || !NativeLibrary.TryGetExport(library, "sqlite3_compileoption_used", out var isUsed))
        {
            return false;
        }

        fixed (byte* fullText = "ENABLE_FTS5"u8)
        {
            return ((delegate* unmanaged[Cdecl]<int>)version)() >= OldestVersion
                && ((delegate* unmanaged[Cdecl]<byte*, int>)isUsed)(fullText) != 0;
        }
    }
}
