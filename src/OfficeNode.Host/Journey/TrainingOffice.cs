using OfficeNode.Core.Disk;
using OfficeNode.Host.Settings;
using OfficeNode.Storage;

namespace OfficeNode.Host.Journey;

/// <summary>
/// A node in which people practise: it has keys of its own, says on every screen and sheet what it is, and reaches no receiver. Its lines are folders inside itself whatever its settings say,
/// from the moment it is opened, so that no part of the program knows another.
/// </summary>
internal static class TrainingOffice
{
    /// <summary>Begins the name of each package that such a node makes.</summary>
    public const string Mark = "training-";

    /// <summary>Begins the office's name on what it prints and shows.</summary>
    private const string Title = "TRAINING: ";

    private const string Key = "training";

    // What a receiver's tree has below each collection (facts of WIPO's intake).
    private static readonly string[] Scopes = ["Full_Extraction", "Updates", "Test"];

    /// <summary>Whether a node was made for practice; nothing ever changes that.</summary>
    public static bool Is(Register register) => register.Read(session => session.Node.Get(Key) is not null);

    /// <summary>Makes it one, for good.</summary>
    public static void Declare(RegisterSession session) => session.Node.Set(Key, "1");

    /// <summary>Settings as such a node works by them: no line leads out of it, and no package is called like a real one.</summary>
    public static NodeSettings Confine(NodeFolder folder, NodeSettings settings) => settings with
    {
        Name = Title + settings.Name.Replace(Title, "", StringComparison.Ordinal),   // settings that were saved once have it
        Destinations = settings.Destinations.ToDictionary(
            pair => pair.Key,
            pair => pair.Value with
            {
                Transport = new TransportSettings { Kind = TransportKind.Folder, Root = DeskOf(folder, pair.Key) },
                NamePattern = Mark + pair.Value.NamePattern.Replace(Mark, "", StringComparison.Ordinal),
            }),
    };

    /// <summary>Settings of a new one: every destination is agreed, because practice goes the whole way.</summary>
    public static NodeSettings Agree(NodeSettings settings, DateOnly today) => settings with
    {
        Destinations = settings.Destinations.ToDictionary(
            pair => pair.Key,
            pair => pair.Value with { State = DestinationState.Agreed, Agreement = new Agreement { Reference = Key, Date = today, Person = Key } }),
    };

    /// <summary>Makes the folders that stand for the receivers.</summary>
    public static void MakeDesks(NodeFolder folder, NodeSettings settings, IDisk disk)
    {
        foreach (var (name, destination) in settings.Destinations)
        {
            foreach (var scope in Scopes)
            {
                disk.CreateFolder(Path.Combine(DeskOf(folder, name), destination.Collection, scope));
            }

            disk.CreateFolder(Path.Combine(DeskOf(folder, name), destination.Receipts));
        }
    }

    private static string DeskOf(NodeFolder folder, string destination) => Path.Combine(folder.TrainingDesks, destination);
}
