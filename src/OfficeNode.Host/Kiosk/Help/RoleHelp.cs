using OfficeNode.Core.People;

namespace OfficeNode.Host.Kiosk.Help;

/// <summary>What hangs beside the screen for one role: its day on one sheet of A4, what to do when something is in the way on a second.</summary>
/// <param name="Day">In the order of the day; steps are numbered through.</param>
/// <param name="Troubles">The commonest first.</param>
/// <param name="Asked">Who helps on, the first to go to first.</param>
internal sealed record RoleHelp(Role Role, IReadOnlyList<HelpPart> Day, IReadOnlyList<HelpTrouble> Troubles, IReadOnlyList<Role> Asked);

/// <summary>Steps that belong together, as those at the scanner.</summary>
/// <param name="Title">The key of its heading.</param>
/// <param name="Steps">Keys of texts.</param>
/// <param name="IsNumbered">Whether they are done, one after the other; false for what is to be known.</param>
internal sealed record HelpPart(string Title, IReadOnlyList<string> Steps, bool IsNumbered = true);

/// <summary>Something that may be in the way.</summary>
/// <param name="Name">As the keys of its texts have it.</param>
internal readonly record struct HelpTrouble(string Name)
{
    /// <summary>The key of the text that says what is seen.</summary>
    public string Seen => "help.trouble." + Name;

    /// <summary>The key of the text that says what to do.</summary>
    public string Cure => $"help.trouble.{Name}.do";
}
