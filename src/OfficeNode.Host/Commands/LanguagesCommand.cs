using System.CommandLine;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Texts;
using OfficeNode.Storage;

namespace OfficeNode.Host.Commands;

/// <summary><c>languages</c>: which there are, a file for a translator, and what is wrong with one.</summary>
internal static class LanguagesCommand
{
    public static Command Create(CommandEdge edge) => new("languages", Words.Of("languages.about")) { CreateList(edge), CreateTemplate(edge), CreateCheck(edge) };

    private static Command CreateList(CommandEdge edge)
    {
        var command = new Command("list", Words.Of("languages.list.about"));
        edge.RunWithoutNode(command, (parsed, screen, _) =>
        {
            var languages = Of(edge, parsed);
            screen.Findings(languages.Findings);
            screen.Result(new { languages = languages.All.Select(Json), findings = FindingJson.Of(languages.Findings) }, languages.All.Select(Line));
            return Task.FromResult(Values.HasErrors(languages.Findings) ? ExitCode.DataErrors : ExitCode.Done);
        });
        return command;
    }

    private static Command CreateTemplate(CommandEdge edge)
    {
        var name = new Argument<string?>("language") { Description = Words.Of("languages.template.language"), Arity = ArgumentArity.ZeroOrOne };
        var to = new Option<string>("--to") { Description = Words.Of("languages.template.to"), Required = true };
        var command = new Command("template", Words.Of("languages.template.about")) { name, to };
        edge.RunWithoutNode(command, (parsed, screen, _) =>
        {
            var file = Path.GetFullPath(parsed.GetRequiredValue(to));
            var tag = parsed.GetValue(name) is { } text ? Values.Code<LanguageTag>("language", text) : (LanguageTag?)null;
            var languages = WithWorkInHand(Of(edge, parsed), file, tag, screen);
            var language = languages.All.FirstOrDefault(known => known.Tag == tag);
            WholeFile.Replace(edge.Disk, file, stream => LanguageTemplate.Write(stream, tag, language));
            screen.Result(
                new { language = tag?.Value, file, texts = EnglishTexts.Keys.Count, translated = language?.Translated ?? 0 },
                [Words.Of("languages.template.done", ("file", file), ("translated", language?.Translated ?? 0), ("texts", EnglishTexts.Keys.Count))]);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Command CreateCheck(CommandEdge edge)
    {
        var name = new Argument<string>("file") { Description = Words.Of("languages.check.file") };
        var command = new Command("check", Words.Of("languages.check.about")) { name };
        edge.RunWithoutNode(command, (parsed, screen, _) =>
        {
            var (language, findings) = Judge(Existing(parsed.GetRequiredValue(name)));
            screen.Findings(findings);
            screen.Result(
                new { language = language?.Tag.Value, texts = EnglishTexts.Keys.Count, translated = language?.Translated ?? 0, findings = FindingJson.Of(findings) },
                language is null ? [] : [Line(language)]);
            return Task.FromResult(Values.HasErrors(findings) ? ExitCode.DataErrors : ExitCode.Done);
        });
        return command;
    }

    private static Languages Of(CommandEdge edge, ParseResult parsed) => new LanguageFolder(new NodeFolder(edge.Root(parsed)).Languages).Read();

    private static string Existing(string file) => File.Exists(file) ? Path.GetFullPath(file) : throw new UsageException(Words.Of("file.missing", ("file", file)));

    /// <summary>A language as a file makes it, with all that a translator should know.</summary>
    private static (Language? Language, IReadOnlyList<Finding> Findings) Judge(string path)
    {
        var findings = new List<Finding>();
        if (LanguageFolder.ReadFile(path, LanguageLimits.Default, findings) is not { } file)
        {
            return (null, findings);
        }

        var (language, found) = LanguageMaker.Make(file, Languages.Shipped.Find(LanguageMaker.TagOf(file)?.Value), isOffices: true, LanguageLimits.Default);
        return (language, [.. findings, .. found, .. language is null ? [] : LanguageGaps.Findings(language, path)]);
    }

    /// <summary>The languages with what a translator has already done in the file that is about to be written anew.</summary>
    /// <exception cref="UsageException">The file is there and something in it would be lost.</exception>
    private static Languages WithWorkInHand(Languages languages, string path, LanguageTag? tag, Screen screen)
    {
        if (!File.Exists(path))
        {
            return languages;
        }

        var findings = new List<Finding>();
        var file = LanguageFolder.ReadFile(path, LanguageLimits.Default, findings);
        var with = languages.With(file is null ? [] : [file], findings, LanguageLimits.Default);
        screen.Reasons(with.Findings);
        return Values.HasErrors(with.Findings) || file is null || LanguageMaker.TagOf(file) != tag
            ? throw new UsageException(Words.Of("languages.template.in-hand", ("file", path)))
            : with;
    }

    private static string Line(Language language) => Words.Of(
        language.IsOffices ? "languages.line.office" : "languages.line",
        ("language", language.Tag), ("name", language.Name), ("direction", language.HtmlDirection), ("translated", language.Translated), ("texts", EnglishTexts.Keys.Count));

    private static object Json(Language language) => new
    {
        language = language.Tag.Value,
        language.Name,
        direction = language.HtmlDirection,
        culture = language.Culture.Name,
        plural = language.Plural.Name,
        texts = EnglishTexts.Keys.Count,
        language.Translated,
        office = language.IsOffices,
    };
}
