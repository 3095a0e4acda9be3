using System.CommandLine;
using System.Security.Cryptography;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;
using OfficeNode.Host.Texts;
using OfficeNode.Packaging.Signatures;
using OfficeNode.Storage;

namespace OfficeNode.Host.Commands;

/// <summary><c>init</c>: makes a data directory with settings, register and the node's keys.</summary>
internal static class InitCommand
{
    public static Command Create(CommandEdge edge)
    {
        var office = new Option<string>("--office") { Description = Words.Of("init.office"), Required = true };
        var name = new Option<string>("--name") { Description = Words.Of("init.name"), Required = true };
        var language = new Option<string?>("--language") { Description = Words.Of("init.language") };
        var training = new Option<bool>("--training") { Description = Words.Of("init.training") };
        var command = new Command("init", Words.Of("init.about")) { office, name, language, training };
        edge.RunWithoutNode(command, (parsed, screen, _) =>
        {
            var code = OfficeCode.Parse(parsed.GetRequiredValue(office));
            if (!code.Success)
            {
                throw new UsageException(Words.Of("value.unreadable", ("name", "--office"), ("found", parsed.GetValue(office)), ("expected", code.Expected)));
            }

            var folder = new NodeFolder(edge.Root(parsed));
            var settings = NodeSettings.New(code.Value, parsed.GetRequiredValue(name)) with
            {
                Language = parsed.GetValue(language) is { } text ? Values.Code<LanguageCode>("--language", text) : null,
            };
            var isTraining = parsed.GetValue(training);
            Make(folder, settings, isTraining, edge.Disk, edge.Time);
            screen.Result(
                new { data = folder.Root, office = code.Value.Value, training = isTraining },
                [Words.Of(isTraining ? "init.done.training" : "init.done", ("folder", folder.Root), ("office", code.Value.Value))]);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static void Make(NodeFolder folder, NodeSettings settings, bool isTraining, IDisk disk, TimeProvider time)
    {
        if (File.Exists(folder.SettingsFile))
        {
            throw new UsageException(Words.Of("init.exists", ("folder", folder.Root)));
        }

        folder.Create(disk);
        MakeKey(folder, settings, disk, time);
        using (var register = Register.Open(folder, time))
        {
            register.Write(new Deed(Environment.UserName, isTraining ? "init training" : "init", settings.Office.Value), session =>
            {
                if (isTraining)
                {
                    TrainingOffice.Declare(session);
                }
            });
        }

        if (isTraining)
        {
            settings = TrainingOffice.Confine(folder, TrainingOffice.Agree(settings, DateOnly.FromDateTime(time.GetLocalNow().DateTime)));
            TrainingOffice.MakeDesks(folder, settings, disk);
        }

        // The settings come last: a directory without them is no node yet, and the same command starts over.
        new SettingsStore(folder, disk).Save(settings);
    }

    /// <summary>Makes the node's key unless an init that was stopped made it already.</summary>
    private static void MakeKey(NodeFolder folder, NodeSettings settings, IDisk disk, TimeProvider time)
    {
        if (File.Exists(Path.Combine(folder.Keys, NodeKey.KeyFile)) && File.Exists(Path.Combine(folder.Keys, NodeKey.CertificateFile)))
        {
            return;
        }

        // Half a pair is no key: it was never in use, because the settings are written last.
        disk.Delete(Path.Combine(folder.Keys, NodeKey.KeyFile));
        disk.Delete(Path.Combine(folder.Keys, NodeKey.CertificateFile));
        using var random = RandomNumberGenerator.Create();
        using var key = NodeKey.Create(settings.Office, settings.Name, time, random);
        key.Save(disk, folder.Keys);
    }
}
