using OfficeNode.Core.People;

namespace OfficeNode.Host.Kiosk.Help;

/// <summary>Which texts stand on the two sheets of each role, and in which order. A test prints them in all languages: what is added here must leave the first sheet and the second one each.</summary>
internal static class RoleHelps
{
    private static readonly HelpPart Words = new("help.part.words", ["help.word.sent", "help.word.delivered", "help.word.accepted"], IsNumbered: false);

    public static IReadOnlyList<RoleHelp> All { get; } = [Clerk(), Supervisor(), Head(), Administrator(), Support()];

    public static RoleHelp Of(Role role) => All.Single(help => help.Role == role);

    private static RoleHelp Clerk() => new(
        Role.Clerk,
        [
            new("help.part.begin", ["help.clerk.begin", "help.clerk.target"]),
            new("help.part.counter", ["help.clerk.receive", "help.clerk.acknowledge", "help.clerk.separators"]),
            new("help.part.scanner", ["help.clerk.scan", "help.clerk.look", "help.clerk.split", "help.clerk.hand-over"]),
            new("help.part.keying", ["help.clerk.take", "help.clerk.keys", "help.clerk.done", "help.clerk.second", "help.clerk.sent-back"]),
            new("help.part.leave", ["help.clerk.paper", "help.clerk.leave"]),
        ],
        Troubles(
            "jam", "missing", "bad", "order", "separator", "known", "held",
            "no-number", "power", "away", "signed-out", "stop", "secret"),
        [Role.Supervisor, Role.Administrator, Role.Support]);

    private static RoleHelp Supervisor() => new(
        Role.Supervisor,
        [
            new("help.part.begin", ["help.begin"]),
            new("help.part.night", ["help.supervisor.night", "help.supervisor.refused", "help.supervisor.answer"]),
            Words,
            new("help.part.release", ["help.supervisor.release", "help.supervisor.send-back", "help.supervisor.own", "help.supervisor.sample"]),
            new("help.part.register", ["help.supervisor.search", "help.supervisor.extract"]),
            new("help.part.leave", ["help.supervisor.blocks", "help.supervisor.tonight", "help.supervisor.leave"]),
        ],
        Troubles(
            "refused", "refused-package", "line", "nothing", "mistake", "wrong",
            "clock", "gap", "damaged", "unread", "away", "stop", "secret"),
        [Role.Head, Role.Administrator, Role.Support]);

    private static RoleHelp Head() => new(
        Role.Head,
        [
            new("help.part.begin", ["help.begin", "help.head.tonight"]),
            new("help.part.public", ["help.head.act", "help.head.read", "help.head.hold", "help.head.closed", "help.head.name"]),
            new("help.part.left", ["help.head.packages", "help.head.retract", "help.head.search"]),
            Words,
            new("help.part.people", ["help.head.roles", "help.head.agreement"]),
        ],
        Troubles(
            "retract", "secrecy", "court", "too-early", "not-open", "nothing",
            "refused-package", "who", "forbidden", "away", "secret"),
        [Role.Supervisor, Role.Administrator, Role.Support]);

    private static RoleHelp Administrator() => new(
        Role.Administrator,
        [
            new("help.part.begin", ["help.begin", "help.administrator.lines"]),
            new("help.part.people", ["help.administrator.add", "help.administrator.roles", "help.administrator.leave", "help.administrator.training"]),
            new("help.part.office", ["help.administrator.destinations", "help.administrator.series", "help.administrator.language"]),
            Words,
            new("help.part.machine", ["help.administrator.doctor", "help.administrator.backup", "help.administrator.folder"]),
        ],
        Troubles(
            "forgot", "locked", "nobody", "service", "unreadable", "disk", "set-clock",
            "scanner", "no-line", "list-damaged", "certificate"),
        [Role.Supervisor, Role.Head, Role.Support]);

    private static RoleHelp Support() => new(
        Role.Support,
        [
            new("help.part.look", ["help.support.see", "help.support.lines", "help.support.health", "help.support.doctor", "help.support.status", "help.support.log"]),
            Words,
            new("help.part.work", ["help.support.account", "help.support.beside", "help.support.never", "help.support.end"]),
        ],
        Troubles(
            "start", "unreadable", "cut", "test-line", "reading", "scanner",
            "watched", "lease", "other-disk", "set-clock", "secret"),
        [Role.Administrator, Role.Supervisor]);

    private static IReadOnlyList<HelpTrouble> Troubles(params IEnumerable<string> names) => [.. names.Select(name => new HelpTrouble(name))];
}
