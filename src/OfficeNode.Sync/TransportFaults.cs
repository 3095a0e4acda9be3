using OfficeNode.Core.Disk;

namespace OfficeNode.Sync;

/// <summary>Refusals that both kinds of transport word alike.</summary>
internal static class TransportFaults
{
    public static DeliveryException TooLarge(RemotePath path, int limit) => new(DeliveryFault.TooLarge, $"{path} is longer than the {limit} bytes allowed.")
    {
        Path = path.Value,
        Found = $"more than {limit} bytes",
        Expected = $"at most {limit} bytes",
    };

    public static DeliveryException Missing(RemotePath path) => new(DeliveryFault.Missing, $"The receiver has no file {path}.") { Path = path.Value };

    /// <summary>What a disk reports, as a delivery sees it.</summary>
    public static DeliveryException Of(StorageException error)
    {
        var fault = error.Fault switch
        {
            StorageFault.Full => DeliveryFault.NoSpace,
            StorageFault.Denied => DeliveryFault.Refused,
            StorageFault.Exists => DeliveryFault.NameTaken,
            StorageFault.Missing => DeliveryFault.FolderMissing,
            _ => DeliveryFault.Interrupted,   // a stick that was pulled, a share that went away
        };
        return new DeliveryException(fault, error.Message, error) { Path = error.Path, Found = error.Message, Expected = "a disk that takes the file" };
    }

    /// <summary>What reading a folder or file reports.</summary>
    public static DeliveryException OfReading(string root, Exception error)
    {
        var fault = error switch
        {
            UnauthorizedAccessException => DeliveryFault.Refused,
            FileNotFoundException => DeliveryFault.Missing,
            DirectoryNotFoundException => DeliveryFault.FolderMissing,
            _ => DeliveryFault.Interrupted,
        };
        return new DeliveryException(fault, error.Message, error) { Path = root, Found = error.Message };
    }
}
