using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using NUnit.Framework;

namespace OfficeNode.TestKit;

/// <summary>A real OpenSSH server on 127.0.0.1 with keys and a folder of its own, gone with its last connection when disposed of.</summary>
/// <remarks>Its SFTP sessions start in <see cref="Root"/>; the user is the one who runs the tests. Not thread-safe.</remarks>
public sealed class LoopbackSshServer : IDisposable
{
    private const string Program = "/usr/sbin/sshd";   // sshd starts itself anew for each connection and insists on its full path
    private const string Package = "openssh-server";
    private const string Ready = "Server listening on";
    private const int PortsTried = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();
    private Process? _process;
    private int _strangeKeys;

    private LoopbackSshServer()
    {
        Directory.CreateDirectory(Root);
        MakeKey(HostKeyFile);
        MakeKey(IdentityFile);
        File.Copy(IdentityFile + ".pub", _folder.PathOf("authorized_keys"));
    }

    public int Port { get; private set; }

    /// <summary>The account that may log in.</summary>
    public static string User => Environment.UserName;

    /// <summary>The folder in which a session starts.</summary>
    public string Root => _folder.PathOf("root");

    /// <summary>The private key that the server accepts.</summary>
    public string IdentityFile => _folder.PathOf("user_key");

    /// <summary>The server's key pair; the public half has <c>.pub</c>.</summary>
    public string HostKeyFile => _folder.PathOf("host_key");

    /// <summary>The server's public key as one line.</summary>
    public string PublicHostKey => File.ReadAllText(HostKeyFile + ".pub");

    /// <summary>Starts a server and comes back when it listens; skips the test when sshd is not installed.</summary>
    public static LoopbackSshServer Start()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists(Program))
        {
            Assert.Ignore($"{Program} is not installed (Debian package {Package}).");
        }

        if (Environment.IsPrivilegedProcess)
        {
            Directory.CreateDirectory("/run/sshd");   // sshd of root refuses to run without it
        }

        var server = new LoopbackSshServer();
        for (var tried = 0; tried < PortsTried; tried++)
        {
            if (server.TryListen())
            {
                return server;
            }
        }

        server.Dispose();
        throw new InvalidOperationException($"sshd did not listen on any of {PortsTried} ports.");
    }

    /// <summary>A new key pair that no server knows; returns the private half's path.</summary>
    public string MakeStrangeKey()
    {
        var path = _folder.PathOf(string.Create(CultureInfo.InvariantCulture, $"strange_key{++_strangeKeys}"));
        MakeKey(path);
        return path;
    }

    public void Dispose()
    {
        Stop();
        _folder.Dispose();
    }

    private static void MakeKey(string path)
    {
        var made = Tool.Run("ssh-keygen", "openssh-client", "-q", "-t", "ed25519", "-N", "", "-C", "officenode-test", "-f", path);
        Assert.That(made.ExitCode, Is.Zero, made.Error);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // Another program may take the free port first: sshd then ends, and the next port is tried.
    private bool TryListen()
    {
        Port = FreePort();
        var config = _folder.PathOf("sshd_config");
        File.WriteAllLines(config, Configuration());
        var process = Process.Start(new ProcessStartInfo(Program, ["-D", "-e", "-f", config]) { RedirectStandardError = true })
            ?? throw new InvalidOperationException("sshd did not start.");
        var listening = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null || line.Data.StartsWith(Ready, StringComparison.Ordinal))
            {
                listening.TrySetResult(line.Data is not null);
            }
        };
        process.BeginErrorReadLine();
        _process = process;
        if (listening.Task.Wait(Patience) && listening.Task.Result)
        {
            return true;
        }

        Stop();
        return false;
    }

    private string[] Configuration() =>
    [
        "ListenAddress 127.0.0.1",
        string.Create(CultureInfo.InvariantCulture, $"Port {Port}"),
        $"HostKey {HostKeyFile}",
        $"AuthorizedKeysFile {_folder.PathOf("authorized_keys")}",
        "PidFile none",
        "StrictModes no",
        "UsePAM no",
        "PasswordAuthentication no",
        "KbdInteractiveAuthentication no",
        "PermitRootLogin prohibit-password",
        "MaxStartups 100",
        "LogLevel INFO",
        $"Subsystem sftp internal-sftp -d {Root}",
    ];

    private void Stop()
    {
        if (_process is { } process)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
            _process = null;
        }
    }
}
