using System.Text;
using NUnit.Framework;
using OfficeNode.Core.People;
using OfficeNode.Host.Journey;

namespace OfficeNode.Journeys.People;

/// <summary>No secret and no token stands anywhere in clear: in the register, its write-ahead log, its audit log, or what commands say.</summary>
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class PeopleSecrecyTests : PeopleOfficeTests
{
    private const string Given = "a lamp in the hall";
    private const string Mistaken = "a lamp in teh hall";
    private const string InTheWrongField = "7391504826";
    private const string OfTheCommand = "nine green bottles";

    [Test]
    public async Task No_secret_and_no_token_stands_in_the_files_of_the_node_or_in_what_it_says()
    {
        var tokens = Work();
        Office.Files.Input = OfTheCommand + "\n";
        var said = new List<ProgramRun>
        {
            await Office.Files.RunAsync("users", "add", "omar", "--full-name", "Omar Sylla", "--roles", "support"),
            await Office.Files.RunPlainAsync("users", "secret", "omar"),
            await Office.Files.RunAsync("users", "secret", "nadia"),
            await Office.Files.RunAsync("users", "list"),
            await Office.Files.RunPlainAsync("users", "list"),
        };

        var found = Files().Append(string.Join('\n', said.Select(run => run.Everything))).Append(string.Join('\n', Office.Deeds()))
            .SelectMany(text => Secrets(tokens).Where(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)));

        Assert.That(said.Select(run => run.ExitCode), Has.All.Zero);
        Assert.That(found, Is.Empty);
    }

    [Test]
    public void The_search_finds_what_does_stand_there()
    {
        Work();

        Assert.That(Files().Count(text => text.Contains("nadia", StringComparison.Ordinal)), Is.Positive);
    }

    private List<SignInToken> Work()
    {
        var tokens = new List<SignInToken>();
        foreach (var (name, secret) in new[] { ("ada", PeopleOffice.AdaSecret), ("nadia", PeopleOffice.NadiaSecret), ("ada", Mistaken), (InTheWrongField, Given), ("eve", Mistaken) })
        {
            if (Office.SignIns.TrySignIn(name, secret) is SignInGranted granted)
            {
                tokens.Add(granted.Token);
            }
        }

        for (var n = 0; n < 12; n++)
        {
            Office.SignIns.TrySignIn(InTheWrongField, Mistaken);
            Office.SignIns.TrySignIn("nadia", Mistaken);
            Office.Time.Advance(TimeSpan.FromMinutes(3));
        }

        Assert.That(tokens, Has.Count.EqualTo(2));
        Office.SignIns.Find(tokens[0].Text);
        Office.SignIns.End(tokens[1].Text);
        Assert.That(Office.People.GiveSecret(PeopleOffice.Nadia, Given), Is.Empty);
        return tokens;
    }

    // Latin-1 makes of each byte one character, so that bytes are searched as text.
    private List<string> Files() =>
    [
        .. Directory.EnumerateFiles(Office.Files.Folder.Root, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
            .Select(ReadShared),
    ];

    private static string ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private static IEnumerable<string> Secrets(IEnumerable<SignInToken> tokens)
    {
        string[] secrets = [PeopleOffice.AdaSecret, PeopleOffice.NadiaSecret, Given, Mistaken, InTheWrongField, OfTheCommand];
        return secrets
            .SelectMany(secret => new[] { secret, Convert.ToHexString(Encoding.UTF8.GetBytes(secret)), Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('=') })
            .Concat(tokens.SelectMany(token => FormsOf(token.Text)));
    }

    private static IEnumerable<string> FormsOf(string token)
    {
        var bytes = Convert.FromBase64String(token.Replace('-', '+').Replace('_', '/') + "=");
        return [token, Convert.ToHexString(bytes), Convert.ToBase64String(bytes), Encoding.Latin1.GetString(bytes)];
    }
}
