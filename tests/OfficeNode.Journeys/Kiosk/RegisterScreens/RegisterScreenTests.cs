using System.Net;
using System.Text.RegularExpressions;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.People;
using OfficeNode.Host.Journey;
using OfficeNode.Journeys.Service;
using OfficeNode.Storage.Tables;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Kiosk.RegisterScreens;

/// <summary>What the register's screens say, asked over HTTP, also by requests that no screen makes.</summary>
[CancelAfter(120_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed partial class RegisterScreenTests : OneNodeTests
{
    private protected override async Task<TestNode> MakeNodeAsync()
    {
        var node = await TestNode.CreateAsync();
        RegisterOffice.Fill(node);
        return node;
    }

    [TestCase("/register?q=<script>alert(1)</script>")]
    [TestCase("/register?q=kiri")]
    [TestCase("/register/4")]
    [TestCase("/register/4?pane=history&q=<script>alert(1)</script>")]
    [TestCase("/register/4?pane=findings")]
    [TestCase("/register/4/extract")]
    public async Task What_stands_in_records_and_addresses_is_text(string address, CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var answer = await served.As("omar", Enum.GetValues<Role>()).GetAsync(address, cancellation);

        Assert.That((answer.Status, Markup().Count(answer.Body)), Is.EqualTo((HttpStatusCode.OK, 0)));
    }

    [TestCase("/register/999")]
    [TestCase("/register/0")]
    [TestCase("/register/999/extract")]
    [TestCase("/register/1/pages/999")]
    [TestCase("/register/extracts/1")]
    [TestCase("/register/extracts/1/content")]
    [TestCase("/register/extracts/1/signature")]
    [TestCase("/people/nobody")]
    public async Task What_does_not_exist_is_not_found(string address, CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var answer = await served.As("omar", Enum.GetValues<Role>()).GetAsync(address, cancellation);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("P-2022-P/2022/00123", "/register/1")]
    [TestCase("p/2022/123", "/register?q=p%2F2022%2F123")]
    [TestCase("TM/1", "/register?q=TM%2F1")]
    public async Task A_name_leads_to_its_dossier_or_to_the_search_for_it(string name, string expected, CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var answer = await served.As("omar", Role.Clerk).GetAsync("/register/by/" + name, cancellation);

        Assert.That((answer.Status, answer.Location), Is.EqualTo((HttpStatusCode.Redirect, expected)));
    }

    [Test]
    public async Task A_clerk_certifies_nothing(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var clerk = served.As("binta", Role.Clerk);

        var answer = await clerk.SendFormAsync("/register/1/extract", [("_handler", "certify"), ("Given.Revision", "5")], cancellation);

        Assert.That((answer.Status, Node.Read(session => session.Extracts.Find(1))), Is.EqualTo((HttpStatusCode.Forbidden, default(StoredExtract))));
    }

    [Test]
    public async Task A_record_that_was_corrected_meanwhile_is_not_certified(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var head = served.As("omar", Role.Head);
        var form = Visitor.HiddenOf((await head.GetAsync("/register/1/extract", cancellation)).Body, "certify");
        RegisterOffice.Save(Node, RegisterOffice.Patent, SampleRecords.Patent() with { Language = null });

        var answer = await head.SendFormAsync("/register/1/extract", form, cancellation);

        Assert.That(
            (answer.Text.Contains("was corrected while it was on the screen", StringComparison.Ordinal), Node.Read(session => session.Extracts.Find(1))),
            Is.EqualTo((true, default(StoredExtract))));
    }

    [Test]
    public async Task Making_an_extract_is_a_deed_in_the_audit_log(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var before = Node.Read(session => session.Audit.Head);

        await CertifyAsync(served, "/register/4/extract", cancellation);

        var after = Node.Read(session => (session.Audit.Head, session.Audit.FindBreak()));
        Assert.That((after.Head == before, after.Item2), Is.EqualTo((false, default(long?))));
    }

    [Test]
    public async Task An_extract_holds_no_telephone_no_mail_and_no_identity_number(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var visitor = await CertifyAsync(served, "/register/4/extract", cancellation);

        var content = (await visitor.GetAsync("/register/extracts/1/content", cancellation)).Body + (await visitor.GetAsync("/register/extracts/1", cancellation)).Body;
        Assert.That(content, Does.Contain("Kiri").And.Not.Contain("5550 1234").And.Not.Contain("kiri@").And.Not.Contain("998877"));
    }

    [Test]
    public async Task OpenSSL_verifies_an_extract_by_the_command_on_the_paper(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var visitor = await CertifyAsync(served, "/register/1/extract", cancellation);
        foreach (var (address, name) in new[] { ("/register/extracts/1/content", "extract-1.json"), ("/register/extracts/1/signature", "extract-1.json.p7s"), ("/register/extracts/certificate", "office.pem") })
        {
            await File.WriteAllBytesAsync(Node.PathOf(name), await visitor.Client.GetByteArrayAsync(new Uri(address, UriKind.Relative), cancellation), cancellation);
        }

        var command = OpensslCommand().Match((await visitor.GetAsync("/register/extracts/1", cancellation)).Text).Groups[1].Value;
        var arguments = command.Split(' ').Select(word => word.Contains('.', StringComparison.Ordinal) ? Node.PathOf(word) : word);
        var verified = Tool.Run("openssl", "openssl", [.. arguments]);

        Assert.That((verified.ExitCode, verified.Error), Is.EqualTo((0, "CMS Verification successful\n")));
    }

    [Test]
    public async Task An_extract_says_that_the_record_was_corrected_since(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var visitor = await CertifyAsync(served, "/register/2/extract", cancellation);
        RegisterOffice.Save(Node, RegisterOffice.Mark, SampleRecords.Trademark() with { ExpiryDate = null });

        var answer = await visitor.GetAsync("/register/extracts/1", cancellation);

        Assert.That(answer.Text, Does.Contain("it is at state 2 now"));
    }

    [Test]
    public async Task An_extract_whose_content_was_changed_is_said_to_be(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var visitor = await CertifyAsync(served, "/register/2/extract", cancellation);
        var changed = Tool.Run("sqlite3", "sqlite3", "-cmd", ".timeout 10000", Node.Folder.RegisterFile, "DROP TRIGGER extract_is_not_changed; UPDATE extract SET content = CAST(replace(CAST(content AS TEXT), 'Angkor', 'Other') AS BLOB)");
        Assert.That(changed.ExitCode, Is.Zero, changed.Error);

        var answer = await visitor.GetAsync("/register/extracts/1", cancellation);

        Assert.That(answer.Text, Does.Contain("not as it was signed"));
    }

    [Test]
    public async Task A_search_by_the_command_finds_what_the_screen_finds()
    {
        var run = await Node.DoAsync("search", "chauffe-eau");

        var dossiers = run.Json.GetProperty("dossiers").EnumerateArray().Select(dossier => dossier.GetProperty("dossier").GetString());
        Assert.That((run.Json.GetProperty("found").GetInt32(), string.Join(' ', dossiers)), Is.EqualTo((1, "P-2022-P/2022/00123")));
    }

    [Test]
    public async Task What_went_where_and_what_was_refused_stands_with_the_dossier(CancellationToken cancellation)
    {
        Send();
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var answer = await served.As("omar", Role.Clerk).GetAsync("/register/1?pane=deliveries", cancellation);

        Assert.That(answer.Text, Does.Contain("XX-patents-full-20261120-1").And.Contain("Delivered").And.Contain("digest: /receiver").And.Contain("The title is missing"));
    }

    /// <summary>Notes that the patent went to a receiver and was refused there.</summary>
    private void Send()
    {
        using var register = Storage.Register.Open(Node.Folder, Node.Time);
        register.Note(session =>
        {
            var package = session.Packages.Reserve(PackageName.Parse("XX-patents-full-20261120-1").Value, "patentscope", PackageScope.Full, 1, "{}");
            session.Packages.AddContent(package, new PackageContent
            {
                Ordinal = 1,
                Dossier = RegisterOffice.Patent,
                Revision = session.Dossiers.Get(RegisterOffice.Patent).Revision,
                Operation = 0,
                Twin = 1,
                Content = Digest.Of([]),
                Opened = [],
                Pages = [],
            });
            session.Packages.Seal(package, 1000, Digest.Of([]), 1, 1);
            session.Exports.QueueContents(package, "patentscope");
            session.Deliveries.Queue(package);
            session.Deliveries.MarkDelivered(package, new DeliveryProof { Kind = "digest", Length = 1000, Place = "/receiver" }, 1000, 0);
            session.Exports.Refuse(package, RegisterOffice.Patent, "patentscope", new Finding(AcknowledgeFindings.RecordRefused, Severity.Error)
            {
                Found = "The title is missing",
                Arguments = new Dictionary<string, string> { ["destination"] = "patentscope", ["date"] = "2026-11-20", ["sender"] = "WIPO" },
            });
        });
    }

    private static async Task<Visitor> CertifyAsync(ServedNode served, string address, CancellationToken cancellation)
    {
        var head = served.As("omar", Role.Head);
        var answer = await head.FillAsync(address, "certify", [], cancellation);
        Assert.That(answer.Location, Does.EndWith("/register/extracts/1"));
        return head;
    }

    [GeneratedRegex(@"<script>|<img src=x|<b>Ltd", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    [GeneratedRegex(@"openssl (cms -verify [^<]+)<", RegexOptions.CultureInvariant)]
    private static partial Regex OpensslCommand();
}
