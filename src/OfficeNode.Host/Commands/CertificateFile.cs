using OfficeNode.Host.Texts;
using OfficeNode.Packaging.Signatures;

namespace OfficeNode.Host.Commands;

/// <summary>Reads a certificate file that a command names.</summary>
internal static class CertificateFile
{
    /// <exception cref="UsageException">It is not there, or no certificate.</exception>
    public static TrustedCertificate Read(string option, string path)
    {
        if (!File.Exists(path))
        {
            throw new UsageException(Words.Of("file.missing", ("file", path)));
        }

        var parsed = TrustedCertificate.Parse(File.ReadAllBytes(path));
        return parsed.Success ? parsed.Value : throw Values.Unreadable(option, path, parsed.Expected ?? "");
    }
}
