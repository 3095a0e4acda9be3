using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OfficeNode.Core;
using OfficeNode.Core.Disk;

namespace OfficeNode.Packaging.Signatures;

/// <summary>The node's or desk's own ECDSA P-256 key with its self-signed certificate. The private half never leaves the data directory.</summary>
/// <remarks>Thread-safe. Disposing it erases the key from memory.</remarks>
public sealed class NodeKey : IDisposable
{
    /// <summary>File of the private key below <c>keys/</c>: PKCS#8, readable by the service alone.</summary>
    public const string KeyFile = "node.key";

    /// <summary>File of the certificate below <c>keys/</c>: DER.</summary>
    public const string CertificateFile = "node.cer";

    // The first bit of a serial number must be 0 (a positive INTEGER) and the next 1, so that all have 16 bytes.
    private const int SerialSize = 16;

    // Nothing depends on the end of it (a clock may be wrong); it is there because the format asks for one.
    private const int YearsValid = 30;

    private readonly ECDsa _key;
    private readonly X509Certificate2 _certificate;
    private readonly Lock _lock = new();

    private NodeKey(ECDsa key, X509Certificate2 certificate)
    {
        _key = key;
        _certificate = certificate;
        Certificate = TrustedCertificate.Parse(certificate.RawDataMemory.Span).Value;
    }

    /// <summary>The public half, as others pin it.</summary>
    public TrustedCertificate Certificate { get; }

    /// <summary>Makes a new key in memory.</summary>
    /// <param name="nodeName">Any text; with the office it becomes the certificate's common name.</param>
    /// <param name="random">For the certificate's serial number. The key itself always comes from the system.</param>
    public static NodeKey Create(OfficeCode office, string nodeName, TimeProvider time, RandomNumberGenerator random)
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName($"{office} {nodeName}");
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));

        var serial = new byte[SerialSize];
        random.GetBytes(serial);
        serial[0] = (byte)((serial[0] & 0x7F) | 0x40);
        var today = new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        var signer = X509SignatureGenerator.CreateForECDsa(key);
        return new NodeKey(key, request.Create(request.SubjectName, signer, today, today.AddYears(YearsValid), serial));
    }

    /// <summary>Reads key and certificate from <c>keys/</c>.</summary>
    /// <exception cref="StorageException"><see cref="StorageFault.Missing"/> or <see cref="StorageFault.Denied"/> when a file cannot be opened, <see cref="StorageFault.Damaged"/> when the two are not a pair.</exception>
    public static NodeKey Load(string folder)
    {
        var keyPath = Path.Combine(folder, KeyFile);
        var pkcs8 = ReadFile(keyPath);
        var der = ReadFile(Path.Combine(folder, CertificateFile));
        var key = ECDsa.Create();
        try
        {
            key.ImportPkcs8PrivateKey(pkcs8, out var read);
            var certificate = X509CertificateLoader.LoadCertificate(der);
            return read == pkcs8.Length && key.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(certificate.PublicKey.ExportSubjectPublicKeyInfo())
                ? new NodeKey(key, certificate)
                : throw new CryptographicException("the key and the certificate are not a pair");
        }
        catch (CryptographicException error)
        {
            key.Dispose();
            throw new StorageException(StorageFault.Damaged, keyPath, $"{keyPath}: {error.Message}", error);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pkcs8);
        }
    }

    /// <summary>Writes key and certificate into <c>keys/</c>, which must exist, and syncs both.</summary>
    /// <exception cref="StorageException">A key is there already, or the disk fails.</exception>
    public void Save(IDisk disk, string folder)
    {
        var pkcs8 = _key.ExportPkcs8PrivateKey();
        try
        {
            var keyPath = Path.Combine(folder, KeyFile);
            var certificatePath = Path.Combine(folder, CertificateFile);
            if (!File.Exists(keyPath))
            {
                disk.Delete(certificatePath);   // left by a stop between the two; nobody has seen it yet
            }

            WriteFile(disk, certificatePath, _certificate.RawDataMemory.Span);
            WriteFile(disk, keyPath, pkcs8);
            disk.SyncFolder(folder);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pkcs8);
        }
    }

    /// <summary>The certificate in PEM, to be handed to those who shall trust it.</summary>
    public string ExportCertificate() => _certificate.ExportCertificatePem() + "\n";

    /// <summary>A detached signature file for content; see <see cref="DetachedSignature"/>.</summary>
    public byte[] Sign(ReadOnlySpan<byte> content)
    {
        lock (_lock)
        {
            return DetachedSignature.Sign(content, _key, _certificate);
        }
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
    }

    private static byte[] ReadFile(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StorageException(StorageFault.Missing, path, $"{path}: {error.Message}", error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new StorageException(StorageFault.Denied, path, $"{path}: {error.Message}", error);
        }
        catch (IOException error)
        {
            throw new StorageException(StorageFault.Other, path, $"{path}: {error.Message}", error);
        }
    }

    // Under a temporary name first: half a key under the final name would look like a damaged node for ever.
    private static void WriteFile(IDisk disk, string path, ReadOnlySpan<byte> bytes)
    {
        var temporary = path + ".tmp";
        disk.Delete(temporary);
        using (var file = disk.CreateFile(temporary, FileAudience.Service))
        {
            file.Write(bytes);
            disk.Sync(file);
        }

        disk.Move(temporary, path);
    }
}
