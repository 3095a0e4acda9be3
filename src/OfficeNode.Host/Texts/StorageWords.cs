using OfficeNode.Core.Disk;

namespace OfficeNode.Host.Texts;

/// <summary>The words for faults of the disk and the register: what failed, on what, what to do.</summary>
internal static class StorageWords
{
    public static string Of(StorageException error) => Words.Of(
        "storage." + error.Fault, ("path", error.Path), ("detail", error.Message), ("holder", error.Holder));
}
