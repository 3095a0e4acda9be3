namespace OfficeNode.Core.People;

/// <summary>How secrets are hashed.</summary>
public sealed class SecretOptions
{
    /// <summary>How often the hash is repeated, 1 to <see cref="SecretDigest.MostIterations"/>. Default <see cref="SecretDigest.DefaultIterations"/>.</summary>
    public int Iterations { get; init; } = SecretDigest.DefaultIterations;
}
