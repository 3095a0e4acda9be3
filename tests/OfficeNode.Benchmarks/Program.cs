using System.Globalization;
using NUnit.Framework;
using OfficeNode.Benchmarks;

var cancellation = CancellationToken.None;

// Each measures one promise against its bar, within one run, and gives lines of one Markdown table.
var benchmarks = new Dictionary<string, Func<CancellationToken, Task<IReadOnlyList<Row>>>>
{
    [PackageWriterBenchmark.Name] = PackageWriterBenchmark.RunAsync,
    [PackageMemory.Name] = PackageMemory.RunAsync,
    [PackageFromRegister.Name] = PackageFromRegister.RunAsync,
    [XmlValidation.Name] = XmlValidation.RunAsync,
    [ImportBenchmark.Name] = ImportBenchmark.RunAsync,
    [RegisterSearch.Name] = RegisterSearch.RunAsync,
    [LooksBenchmark.Name] = LooksBenchmark.RunAsync,
    [PreviewsBenchmark.Name] = PreviewsBenchmark.RunAsync,
    [KioskBenchmark.Name] = KioskBenchmark.RunAsync,
    [ContactSheetBenchmark.Name] = ContactSheetBenchmark.RunAsync,
    [ScreensBenchmark.Name] = ScreensBenchmark.RunAsync,
    [KeystrokesBenchmark.Name] = KeystrokesBenchmark.RunAsync,
    [OcrLine.Name] = OcrLine.RunAsync,
    [BackFile.Name] = BackFile.RunAsync,
};

switch (args)
{
    case ["all"]:
        return await RunAsync(benchmarks.Keys);
    case ["crc32"]:
        return Crc32Benchmark.Run();
    case [FieldsBenchmark.Name, .. var folders]:
        return await FieldsBenchmark.RunAsync(folders, cancellation);
    case [PackageMemory.ChildCommand, var members]:
        Console.WriteLine(await PackageMemory.WriteAsync(long.Parse(members, CultureInfo.InvariantCulture), cancellation));
        return 0;
    case [XmlValidation.ChildCommand, var schemas, var folder]:
        XmlValidation.Validate(schemas, folder);
        return 0;
    case [BackFile.ChildCommand, var node]:
        Console.WriteLine(await BackFile.ReadAsync(node, cancellation));
        return 0;
    case [OcrReading.ChildCommand, var list, var folder]:
        await OcrReading.RunAsync(list, folder, cancellation);
        return 0;
    case [_, ..] when args.All(benchmarks.ContainsKey):
        return await RunAsync(args);
    default:
        Console.Error.WriteLine($"usage: OfficeNode.Benchmarks all | crc32 | fields [FOLDER...] | NAME...\nNAME is one of {string.Join(", ", benchmarks.Keys)}");
        return 2;
}

async Task<int> RunAsync(IEnumerable<string> names)
{
    var before = Machine.Describe();
    var rows = new List<Row>();
    foreach (var name in names)
    {
        rows.AddRange(await MeasureAsync(name));
    }

    Console.WriteLine($"{before} before, {Machine.Load} after.\n");
    Console.WriteLine("| work | measure | result | against | ratio | bar | held |");
    Console.WriteLine("|---|---|---|---|---|---|---|");
    rows.ForEach(Console.WriteLine);
    return rows.Any(row => row.IsHeld == false) ? 1 : 0;
}

async Task<IReadOnlyList<Row>> MeasureAsync(string name)
{
    try
    {
        return await benchmarks[name](cancellation);
    }
    catch (IgnoreException missing)
    {
        return [Row.NotRun(name, missing.Message)];
    }
}
