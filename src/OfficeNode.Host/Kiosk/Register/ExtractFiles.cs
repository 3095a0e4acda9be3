using OfficeNode.Core.People;
using OfficeNode.Host.Kiosk.Permissions;
using OfficeNode.Packaging.Signatures;

namespace OfficeNode.Host.Kiosk.Register;

/// <summary>The files of a certified extract: what was signed, the signature, and the certificate that it is verified by.</summary>
internal static class ExtractFiles
{
    /// <summary>The node's certificate, which whoever verifies trusts.</summary>
    public const string Certificate = "/register/extracts/certificate";

    public const string CertificateName = "office.pem";

    public static string ContentName(long number) => FormattableString.Invariant($"extract-{number}.json");

    public static string SignatureName(long number) => ContentName(number) + ".p7s";

    public static string Content(long number) => RegisterAddress.Extract(number) + "/content";

    public static string Signature(long number) => RegisterAddress.Extract(number) + "/signature";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var required = new RequirePermissionAttribute(Permission.SeeRegister);
        endpoints.MapGet("/register/extracts/{number:long}/content", (long number, OpenNode open) => Send(open, number, isSignature: false)).WithMetadata(required);
        endpoints.MapGet("/register/extracts/{number:long}/signature", (long number, OpenNode open) => Send(open, number, isSignature: true)).WithMetadata(required);
        endpoints.MapGet(Certificate, SendCertificate).WithMetadata(required);
    }

    // As files and never as pages: what stands in them was written by others.
    private static IResult Send(OpenNode open, long number, bool isSignature) => open.Node.Register.Read(session => session.Extracts.Find(number)) switch
    {
        null => Results.NotFound(),
        var extract when isSignature => Results.File(extract.Signature, "application/pkcs7-signature", SignatureName(number)),
        var extract => Results.File(extract.Content, "application/json", ContentName(number)),
    };

    private static IResult SendCertificate(OpenNode open)
    {
        using var key = NodeKey.Load(open.Node.Folder.Keys);
        return Results.File(System.Text.Encoding.ASCII.GetBytes(key.ExportCertificate()), "application/x-pem-file", CertificateName);
    }
}
