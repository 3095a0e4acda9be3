using OfficeNode.Core.Disk;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage;

/// <summary>The right to run one long job at a time on this data directory. Given back by <see cref="Dispose"/>, or by the system when its holder dies.</summary>
public sealed class Lease : IDisposable
{
    private readonly Register _register;
    private readonly string _name;
    private IDisposable? _held;

    private Lease(Register register, string name, IDisposable held)
    {
        _register = register;
        _name = name;
        _held = held;
    }

    /// <summary>Takes a lease without waiting.</summary>
    /// <param name="name">The job: <c>import</c>, <c>package</c>, <c>sync</c> …</param>
    /// <param name="holder">Who asks, in words for the next one who does: command and process.</param>
    /// <exception cref="StorageException"><see cref="StorageFault.Held"/>, with the holder's name.</exception>
    public static Lease Take(Register register, NodeFolder folder, string name, string holder)
    {
        var held = ProcessLock.TryTake(Path.Combine(folder.Locks, name + ".lease"));
        if (held is null)
        {
            var current = register.Read(session => session.Leases.HolderOf(name)) ?? "another process";
            throw new StorageException(StorageFault.Held, name, $"The lease '{name}' is held by {current}.") { Holder = current };
        }

        try
        {
            register.Note(session => session.Leases.Set(name, holder));
            return new Lease(register, name, held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Gives the lease back; a second time does nothing.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _held, null) is not { } held)
        {
            return;
        }

        try
        {
            _register.Note(session => session.Leases.Clear(_name));
        }
        catch (StorageException)
        {
            // On a full disk the name of a holder who let go stays in its row until the next one overwrites it; the lock is what counts.
        }
        finally
        {
            held.Dispose();
        }
    }
}
