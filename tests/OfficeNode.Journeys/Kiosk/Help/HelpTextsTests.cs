using NUnit.Framework;
using OfficeNode.Core.People;
using OfficeNode.Host.Kiosk.Help;
using OfficeNode.Host.Texts;

namespace OfficeNode.Journeys.Kiosk.Help;

public sealed class HelpTextsTests
{
    /// <summary>Names of keys as screens declare them.</summary>
    private static readonly string[] KeysWithNames = ["Escape", "Enter", "Shift", "Ctrl", "Delete", "Space", "?"];

    [Test]
    public void Every_role_has_its_two_sheets()
    {
        Assert.That(RoleHelps.All.Select(help => help.Role), Is.EqualTo(Enum.GetValues<Role>()));
    }

    [Test]
    public void Every_text_of_the_sheets_is_there()
    {
        Assert.That(RoleHelps.All.SelectMany(KeysOf).Where(key => !EnglishTexts.All.ContainsKey(key)), Is.Empty);
    }

    [Test]
    public void Every_step_and_every_trouble_stands_on_a_sheet()
    {
        var shown = RoleHelps.All.SelectMany(KeysOf).ToHashSet();
        string[] beginnings = [.. Enum.GetNames<Role>().Select(role => $"help.{role.ToLowerInvariant()}."), "help.part.", "help.word.", "help.trouble."];

        var texts = EnglishTexts.Keys.Where(key => beginnings.Any(beginning => key.StartsWith(beginning, StringComparison.Ordinal)));

        Assert.That(texts.Where(key => !shown.Contains(key)), Is.Empty);
    }

    [Test]
    public void Every_place_in_a_text_names_a_screen_or_a_key_of_the_keyboard()
    {
        var places = RoleHelps.All.SelectMany(KeysOf).SelectMany(key => Template.Places(EnglishTexts.All[key])).Distinct();

        Assert.That(places.Where(place => !(place.Contains('.', StringComparison.Ordinal) ? EnglishTexts.All.ContainsKey(place) : place.Split('+').All(IsKey))), Is.Empty);
    }

    [Test]
    public void A_text_comes_in_pieces_with_its_keys_and_the_names_of_screens()
    {
        var pieces = HelpTexts.Read("help.trouble.power.do").Where(piece => piece.Kind != HelpPieceKind.Words);

        Assert.That(pieces, Is.EqualTo(new[] { new HelpPiece(HelpPieceKind.Name, "Counter"), new HelpPiece(HelpPieceKind.Keys, "B") }));
    }

    private static IEnumerable<string> KeysOf(RoleHelp help) =>
        help.Day.SelectMany(part => part.Steps.Prepend(part.Title)).Concat(help.Troubles.SelectMany(trouble => new[] { trouble.Seen, trouble.Cure })).Append("help.always");

    private static bool IsKey(string key) => KeysWithNames.Contains(key) || (key.Length == 1 && char.IsAsciiLetterUpper(key[0])) || (key[0] == 'F' && int.TryParse(key[1..], out var number) && number is > 0 and < 13);
}
