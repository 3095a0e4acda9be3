using Microsoft.AspNetCore.Http.Metadata;

namespace OfficeNode.Host.Kiosk.Outbox;

/// <summary>Lets the form of one screen bring a file; all others stay as small as forms of fields are.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class LargerFormAttribute : Attribute, IRequestSizeLimitMetadata
{
    /// <summary>A scanned letter of some pages, or a mail with its attachments.</summary>
    public const long Most = 20_000_000;

    public long? MaxRequestBodySize => Most;
}
