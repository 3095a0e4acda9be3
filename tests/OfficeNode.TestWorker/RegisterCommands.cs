using System.Diagnostics;
using System.Globalization;
using OfficeNode.Core.Disk;
using OfficeNode.Core.Json;
using OfficeNode.Storage;

namespace OfficeNode.TestWorker;

/// <summary>What a test has another process do with a register.</summary>
internal static class RegisterCommands
{
    public static async Task<int> RunAsync(string[] args)
    {
        switch (args)
        {
            case ["fill", var folder, var count]:
                Fill(new NodeFolder(folder), Whole(count));
                return 0;
            default:
                await Console.Error.WriteLineAsync("usage: register fill FOLDER COUNT");
                return 2;
        }
    }

    private static void Fill(NodeFolder folder, int count)
    {
        folder.Create(new PhysicalDisk());
        using var register = Register.Open(folder, TimeProvider.System);
        var records = Enumerable.Range(1, count).Select(TypicalMarks.Mark).Select(record => (record, RecordJson.Write(record))).ToList();
        var start = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        var next = 0;
        var longest = TimeSpan.Zero;
        while (next < count)
        {
            var batch = Stopwatch.StartNew();
            register.Write(new Deed("measure", "import", "batch"), session =>
            {
                while (next < count && batch.Elapsed < Register.LongestWrite * 0.8)
                {
                    var (record, json) = records[next++];
                    var dossier = session.Dossiers.Match(record);
                    session.Save(dossier, record, json, "measure", null);
                }
            });
            longest = batch.Elapsed > longest ? batch.Elapsed : longest;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count} records in {clock.Elapsed.TotalSeconds:0.00} s: {count / clock.Elapsed.TotalSeconds:0} records/s, {(Environment.CpuUsage.TotalTime - start).TotalSeconds:0.00} s of processor, longest batch {longest.TotalMilliseconds:0} ms"));
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
