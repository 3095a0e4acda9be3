using System.Diagnostics;
using System.Globalization;
using NUnit.Framework;
using OfficeNode.Capture;
using OfficeNode.Capture.Workers;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Capture;

public sealed class ImageWorkerPoolTests
{
    private static readonly TimeSpan JobTime = TimeSpan.FromSeconds(61);

    [Test]
    public async Task Pool_names_the_version_of_leptonica()
    {
        await using var bench = new WorkerBench();

        Assert.That(await bench.Pool.LibraryAsync(CancellationToken.None), Does.StartWith("leptonica-"));
    }

    [TestCase("crash")]
    [TestCase("garbage")]
    public async Task Image_that_ends_or_misleads_its_worker_twice_becomes_a_finding(string name)
    {
        await using var bench = new WorkerBench();

        var result = await bench.Converter.CheckAsync(bench.Put($"{name}.tif", TestImages.GreyTiff(40, 40)), 0, CancellationToken.None);

        Assert.That(result.Findings.Single().Rule, Is.EqualTo(CaptureFindings.WorkerCrashed));
    }

    [Test]
    public async Task Image_that_ends_its_worker_once_is_tried_again()
    {
        await using var bench = new WorkerBench();

        var result = await bench.Converter.CheckAsync(bench.Put("crash-once.tif", TestImages.GreyTiff(40, 30)), 0, CancellationToken.None);

        Assert.That(result, Has.Property("Width").EqualTo(40).And.Property("Height").EqualTo(30).And.Property("Findings").Empty);
    }

    [Test]
    public async Task Crashing_neighbours_do_not_touch_good_images()
    {
        await using var bench = new WorkerBench();
        var paths = Enumerable.Range(0, 8).Select(i => i % 2 == 0
            ? bench.Put($"{i}.tif", TestImages.GreyTiff(40, 40))
            : bench.PathOf("crash.tif")).ToList();
        bench.Put("crash.tif", TestImages.GreyTiff(40, 40));

        var results = await Task.WhenAll(paths.Select(path => bench.Converter.CheckAsync(path, 0, CancellationToken.None)));

        Assert.That(results.Select(result => result.IsReadable), Is.EqualTo(new[] { true, false, true, false, true, false, true, false }));
    }

    [Test]
    public async Task Worker_that_hangs_is_killed_at_its_deadline_and_the_next_job_gets_a_fresh_one()
    {
        var time = new ManualTime();
        await using var bench = new WorkerBench(time, options => options with { JobTime = JobTime });
        var hanging = bench.Put("hang.tif", TestImages.GreyTiff(40, 40));
        var good = bench.Put("good.tif", TestImages.GreyTiff(40, 40));

        var first = time.TimerSet(JobTime);
        var job = bench.Converter.CheckAsync(hanging, 0, CancellationToken.None);
        await first;
        var second = time.TimerSet(JobTime);
        time.Advance(JobTime);
        await second;
        time.Advance(JobTime);
        var result = await job;

        Assert.That(result.Findings.Single().Rule, Is.EqualTo(CaptureFindings.WorkerTimedOut));
        Assert.That((await bench.Converter.CheckAsync(good, 0, CancellationToken.None)).IsReadable, Is.True);
    }

    [Test]
    public async Task Cancelling_kills_the_worker_of_the_job_and_frees_its_slot()
    {
        var time = new ManualTime();
        await using var bench = new WorkerBench(time, options => options with { JobTime = JobTime, Workers = 1 });
        using var cancellation = new CancellationTokenSource();
        var running = time.TimerSet(JobTime);
        var job = bench.Converter.CheckAsync(bench.Put("hang.tif", TestImages.GreyTiff(40, 40)), 0, cancellation.Token);
        await running;

        await cancellation.CancelAsync();

        Assert.That(async () => await job, Throws.InstanceOf<OperationCanceledException>());
        Assert.That((await bench.Converter.CheckAsync(bench.Put("good.tif", TestImages.GreyTiff(4, 4)), 0, CancellationToken.None)).IsReadable, Is.True);
    }

    [Test]
    [Platform("Linux,Win")]
    public async Task Worker_gets_no_more_memory_than_its_limit()
    {
        await using var bench = new WorkerBench(change: options => options with { MemoryBytes = 200 << 20 });

        var result = await bench.Converter.CheckAsync(bench.Put("eat.tif", TestImages.GreyTiff(40, 40)), 0, CancellationToken.None);

        var megabytes = int.Parse(result.Findings.Single().Found!, CultureInfo.InvariantCulture);   // the worker says how much it got
        Assert.That(megabytes, Is.InRange(100, 200));
    }

    [Test]
    public async Task Image_that_a_worker_lies_about_is_not_believed()
    {
        await using var bench = new WorkerBench();

        var result = await bench.Converter.ToPatentTiffAsync(bench.Put("lie.tif", TestImages.GreyTiff(40, 40)), 0, CancellationToken.None);

        Assert.That(result.IsRefused, Is.True);
        Assert.That(result.Findings.Select(finding => finding.Rule), Is.EqualTo(new[] { CaptureFindings.WorkerCrashed }));
    }

    [Test]
    public async Task Worker_is_replaced_after_its_number_of_jobs()
    {
        await using var bench = new WorkerBench(change: options => options with { Workers = 1, JobsPerProcess = 3 });
        var path = bench.Put("page.tif", TestImages.GreyTiff(40, 40));
        await bench.Converter.CheckAsync(path, 0, CancellationToken.None);
        var first = bench.Pool.ProcessIds.Single();

        await bench.Converter.CheckAsync(path, 0, CancellationToken.None);
        await bench.Converter.CheckAsync(path, 0, CancellationToken.None);
        await bench.Converter.CheckAsync(path, 0, CancellationToken.None);

        Assert.That(bench.Pool.ProcessIds.Single(), Is.Not.EqualTo(first));
    }

    [Test]
    public async Task Idle_workers_are_stopped_after_a_while()
    {
        var time = new ManualTime();
        await using var bench = new WorkerBench(time);
        await bench.Pool.LibraryAsync(CancellationToken.None);
        using var process = Process.GetProcessById(bench.Pool.ProcessIds.Single());

        time.Advance(TimeSpan.FromMinutes(1));
        await process.WaitForExitAsync(CancellationToken.None);

        Assert.That(bench.Pool.ProcessIds, Is.Empty);
    }

    [Test]
    public void Program_that_is_not_there_is_the_machines_fault()
    {
        Assert.That(
            async () =>
            {
                await using var pool = new ImageWorkerPool(new() { FileName = "no-such-program", Arguments = [] }, TimeProvider.System);
                await pool.LibraryAsync(CancellationToken.None);
            },
            Throws.InstanceOf<ImageWorkerException>().With.Property("Fault").EqualTo(ImageWorkerFault.NotStarted));
    }

    [Test]
    public async Task Program_that_ends_at_once_is_the_machines_fault()
    {
        await using var bench = new WorkerBench(arguments: ["deaf"]);

        Assert.That(
            async () => await bench.Pool.LibraryAsync(CancellationToken.None),
            Throws.InstanceOf<ImageWorkerException>().With.Property("Fault").EqualTo(ImageWorkerFault.NotStarted));
    }

    [Test]
    public async Task Program_that_never_answers_is_killed_at_the_deadline_of_its_start()
    {
        var time = new ManualTime();
        var startTime = TimeSpan.FromSeconds(31);
        await using var bench = new WorkerBench(time, options => options with { StartTime = startTime }, ["mute"]);
        var waiting = time.TimerSet(startTime);
        var asked = bench.Pool.LibraryAsync(CancellationToken.None);
        await waiting;

        time.Advance(startTime);

        Assert.That(async () => await asked, Throws.InstanceOf<ImageWorkerException>().With.Property("Fault").EqualTo(ImageWorkerFault.NotStarted));
    }

    [Test]
    public async Task Missing_library_is_the_machines_fault_and_names_the_package()
    {
        await using var bench = new WorkerBench(change: options => options with { Library = "no-such-library" });

        var error = await Assert.ThrowsAsync<ImageWorkerException>(async () => await bench.Pool.LibraryAsync(CancellationToken.None));

        Assert.That(error, Has.Property("Fault").EqualTo(ImageWorkerFault.LibraryMissing));
        Assert.That(error!.Hint, Does.Contain(OperatingSystem.IsWindows() ? "Tesseract" : "liblept5"));
    }

    [Test]
    public async Task Worker_ends_in_the_midst_of_a_job_when_the_service_is_gone()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "OfficeNode.TestWorker.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", program]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;   // it replaces no process
        var requests = process.StandardInput.BaseStream;
        await WorkerFrames.WriteAsync(requests, new(1, WorkerJob.Check) { Path = "hang.tif" }, WorkerJson.Default.WorkerRequest, default, CancellationToken.None);

        process.StandardInput.Close();
        await process.WaitForExitAsync(CancellationToken.None);

        Assert.That(process.ExitCode, Is.Zero);
    }
}
