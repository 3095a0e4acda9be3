using OfficeNode.Core;

namespace OfficeNode.Host.Texts;

/// <summary>The languages that people may choose from: those that the program brings, and those that an office added or corrected. Immutable; thread-safe.</summary>
public sealed class Languages
{
    private const string Prefix = "OfficeNode.Host.Texts.Languages.";

    private static readonly Lazy<Languages> Brought = new(ReadShipped);

    private readonly Dictionary<string, Language> _byTag;

    private Languages(IEnumerable<Language> all, IReadOnlyList<Finding> findings)
    {
        _byTag = all.ToDictionary(language => language.Tag.Value, StringComparer.OrdinalIgnoreCase);
        All = [.. _byTag.Values.OrderBy(language => language.Tag.Value, StringComparer.Ordinal)];
        Findings = findings;
    }

    /// <summary>What the program brings.</summary>
    public static Languages Shipped => Brought.Value;

    /// <summary>All languages, in the order of their tags, so that people find each where it was.</summary>
    public IReadOnlyList<Language> All { get; }

    /// <summary>What was wrong with the office's files.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The language of a tag, or of the tag that it is a kind of: <c>fr-CA</c> finds <c>fr</c>. Null when there is none.</summary>
    public Language? Find(string? tag) => tag is null || LanguageTag.Parse(tag) is not { Success: true } parsed
        ? null
        : parsed.Value.SelfAndParents.Select(part => _byTag.GetValueOrDefault(part)).FirstOrDefault(language => language is not null);

    /// <summary>The first of several tags that there is a language for, English when there is none: what a browser prefers, before a person has signed in.</summary>
    public Language Preferred(params IEnumerable<string?> tags) => tags.Select(Find).FirstOrDefault(language => language is not null) ?? _byTag[Language.English.Tag.Value];

    /// <summary>These languages with an office's files: new ones are added, those that are there are corrected text by text.</summary>
    internal Languages With(IEnumerable<LanguageFile> files, IEnumerable<Finding> findings, LanguageLimits limits)
    {
        var all = new Dictionary<string, Language>(_byTag, StringComparer.OrdinalIgnoreCase);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var found = new List<Finding>(findings);
        foreach (var file in files)
        {
            if (LanguageMaker.TagOf(file) is { } tag && !seen.Add(tag.Value))
            {
                found.Add(new Finding(LanguageFindings.Twice, Severity.Error) { File = file.File, Found = tag.Value });
                continue;
            }

            var (language, of) = LanguageMaker.Make(file, Find(LanguageMaker.TagOf(file)?.Value), isOffices: true, limits);
            found.AddRange(of);
            if (language is not null)
            {
                all[language.Tag.Value] = language;
            }
        }

        return new Languages(all.Values, found);
    }

    private static Languages ReadShipped()
    {
        var assembly = typeof(Languages).Assembly;
        var languages = new List<Language> { Language.English };
        var findings = new List<Finding>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var resource = assembly.GetManifestResourceStream(name)!;   // the assembly has just named it
            var bytes = new byte[resource.Length];
            resource.ReadExactly(bytes);
            var (language, found) = LanguageMaker.Make(LanguageFileReader.Read(bytes, name[Prefix.Length..], LanguageLimits.Default), null, isOffices: false, LanguageLimits.Default);
            findings.AddRange(found);
            languages.AddRange(language is null ? [] : [language]);
        }

        return new Languages(languages, findings);
    }
}
