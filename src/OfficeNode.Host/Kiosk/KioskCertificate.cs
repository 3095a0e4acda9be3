using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using OfficeNode.Core.Disk;
using OfficeNode.Storage;

namespace OfficeNode.Host.Kiosk;

/// <summary>The certificate under which other machines reach the kiosk: the office's own, or one that the node makes for itself.</summary>
/// <remarks>
/// Certificate and key stand in one file, so that they are there together or not at all; an office that has a certificate of its own puts it there, the key behind it, in PEM. Browsers ask once about
/// the one that the node makes: its SHA-256 in the log tells that it is this one.
/// </remarks>
internal static class KioskCertificate
{
    /// <summary>Below <c>keys/</c>; readable by the service alone.</summary>
    public const string FileName = "kiosk.pem";

    // As long as the machine lasts: nobody is there to renew it.
    private const int YearsValid = 20;
    private const int SerialSize = 16;
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";   // RFC 5280, 4.2.1.12 (as recalled)

    public static string PathIn(NodeFolder folder) => Path.Combine(folder.Keys, FileName);

    /// <exception cref="StorageException">The file cannot be read or written, or holds no certificate with its key.</exception>
    public static X509Certificate2 LoadOrMake(NodeFolder folder, IDisk disk, TimeProvider time)
    {
        var path = PathIn(folder);
        if (!File.Exists(path))
        {
            WholeFile.Replace(disk, path, file => file.Write(Encoding.ASCII.GetBytes(Make(time))), FileAudience.Service);
        }

        try
        {
            var pem = File.ReadAllText(path);
            using var read = X509Certificate2.CreateFromPem(pem, pem);

            // Windows serves TLS only with a key that it has imported.
            return X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), password: null);
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            throw new StorageException(StorageFault.Damaged, path, $"{path}: {error.Message}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw PhysicalDisk.Describe(path, error);
        }
    }

    private static string Make(TimeProvider time)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(Environment.MachineName);
        var request = new CertificateRequest(name.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], critical: false));
        request.CertificateExtensions.Add(Names());

        // From the day before: clocks of other machines may be slow.
        var from = time.GetUtcNow().AddDays(-1);
        using var certificate = request.Create(request.SubjectName, X509SignatureGenerator.CreateForECDsa(key), from, from.AddYears(YearsValid), RandomNumberGenerator.GetBytes(SerialSize));
        return $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }

    private static X509Extension Names()
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddDnsName(Environment.MachineName);
        return names.Build();
    }
}
