using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Running;
using OfficeNode.Core.Checksums;

namespace OfficeNode.Benchmarks;

/// <summary>Bytes per second of the checksum that every byte of a package passes twice.</summary>
public class Crc32Benchmark
{
    private readonly byte[] _bytes = new byte[1 << 20];

    /// <summary>Runs it under BenchmarkDotNet.</summary>
    public static int Run()
    {
        BenchmarkRunner.Run<Crc32Benchmark>();
        return 0;
    }

    [Benchmark(OperationsPerInvoke = 1)]
    public uint OneMebibyte() => Crc32.Of(_bytes);
}
