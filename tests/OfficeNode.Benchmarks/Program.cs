using OfficeNode.Benchmarks;

// Each command measures one promise as a ratio within one run and prints a row of a Markdown table.
return args switch
{
    ["package-writer"] => await PackageWriterBenchmark.RunAsync(CancellationToken.None),
    ["package-memory", var members] => await PackageMemory.RunAsync(long.Parse(members, System.Globalization.CultureInfo.InvariantCulture), CancellationToken.None),
    ["crc32"] => Crc32Benchmark.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: OfficeNode.Benchmarks package-writer | package-memory MEMBERS | crc32");
    return 2;
}
