using System.CommandLine;
using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Commands;

/// <summary><c>acknowledge</c>: enters an answer that came by letter or mail.</summary>
internal static class AcknowledgeCommand
{
    public static Command Create(CommandEdge edge)
    {
        var options = new AcknowledgeOptions();
        var command = new Command("acknowledge", Words.Of("acknowledge.about"));
        options.AddTo(command);
        edge.Run(command, async (node, parsed, screen, cancellation) =>
        {
            var order = options.Read(parsed);
            var result = await new AcknowledgeJourney(node, Values.Author).RunAsync(order, cancellation);
            screen.Findings(result.Findings);
            screen.Result(
                new
                {
                    package = order.Package.Value,
                    result.Accepted,
                    result.Confirmed,
                    result.Refused,
                    attachment = result.Attachment?.Value,
                    findings = FindingJson.Of(result.Findings),
                },
                [Words.Of(
                    result.Accepted ? "acknowledge.accepted" : "acknowledge.refused",
                    ("package", order.Package), ("confirmed", result.Confirmed), ("refused", result.Refused))]);
            return ExitCode.Done;
        });
        return command;
    }
}

/// <summary>What <c>acknowledge</c> can be told.</summary>
internal sealed class AcknowledgeOptions
{
    private readonly Argument<string> _package = new("package") { Description = Words.Of("acknowledge.package") };
    private readonly Option<string> _date = new("--date") { Description = Words.Of("acknowledge.date"), Required = true };
    private readonly Option<string> _sender = new("--from") { Description = Words.Of("acknowledge.from"), Required = true };
    private readonly Option<string> _person = new("--by") { Description = Words.Of("acknowledge.by"), Required = true };
    private readonly Option<bool> _refused = new("--refused") { Description = Words.Of("acknowledge.refused.option") };
    private readonly Option<long?> _count = new("--count") { Description = Words.Of("acknowledge.count") };
    private readonly Option<string[]> _records = new("--record") { Description = Words.Of("acknowledge.record"), AllowMultipleArgumentsPerToken = false };
    private readonly Option<string?> _attachment = new("--attach") { Description = Words.Of("acknowledge.attach") };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_package);
        Option[] all = [_date, _sender, _person, _refused, _count, _records, _attachment];
        foreach (var option in all)
        {
            command.Options.Add(option);
        }
    }

    /// <exception cref="UsageException">A value does not parse, or the letter is not there.</exception>
    public AcknowledgeOrder Read(ParseResult parsed) => new()
    {
        Package = Values.Code<PackageName>("package", parsed.GetRequiredValue(_package)),
        Date = Values.Day("--date", parsed.GetRequiredValue(_date)),
        Sender = parsed.GetRequiredValue(_sender),
        Person = parsed.GetRequiredValue(_person),
        Refused = parsed.GetValue(_refused),
        Count = parsed.GetValue(_count),
        RefusedRecords = [.. (parsed.GetValue(_records) ?? []).Select(Record)],
        Letter = parsed.GetValue(_attachment) is { } file ? Existing(Path.GetFullPath(file)) : null,
    };

    private static RefusedRecord Record(string text) =>
        RefusedRecord.Parse(text) is { Success: true } record ? record.Value : throw Values.Unreadable("--record", text, Words.Of("acknowledge.record.form"));

    private static ReceivedLetter Existing(string file) => File.Exists(file) ? new ReceivedLetter(Path.GetFileName(file), () => File.OpenRead(file)) : throw new UsageException(Words.Of("file.missing", ("file", file)));
}
