using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OfficeNode.Core;
using OfficeNode.Core.Keying;

namespace OfficeNode.Host.Journey;

/// <summary>Spoils a value of some entries on purpose when they are shown for release, to learn what checking finds. The entry itself is never changed, and what is released is the true value.</summary>
/// <remarks>Which entries, which fields and how is settled by the entry alone, so that looking twice shows the same; who looks cannot tell it from an error.</remarks>
internal sealed class SpoiledValues
{
    private readonly Node _node;

    public SpoiledValues(Node node) => _node = node;

    /// <summary>Spoils a value of an entry, if it is one of those and was not spoiled before.</summary>
    public void Draw(EntryId id)
    {
        var share = _node.Settings.Keying.SpoiledShare;
        if (share == 0)
        {
            return;
        }

        var drawn = _node.Register.Read(session =>
            session.Entries.Get(id) is { State: EntryState.Waiting } entry && session.Accuracy.SpoiledOf(id) is null && LotOf(entry) is var lot && lot % 100 < (uint)share
                ? Spoil(session.EntryValues.Of(id, KeyingPass.First), lot)
                : null);
        if (drawn is not null)
        {
            _node.Register.Note(session =>
            {
                if (session.Accuracy.SpoiledOf(id) is null)
                {
                    session.Accuracy.Spoil(id, drawn.Path, drawn.Item, drawn.Text);
                }
            });
        }
    }

    /// <summary>What is said to somebody who found the spoiled value; null where the entry has none, or something else was found.</summary>
    public Finding? Notice(EntryId id, IReadOnlyList<string> fields) => _node.Register.Note(session =>
    {
        if (session.Accuracy.SpoiledOf(id) is not { Noticed: null } spoiled || !fields.Contains(spoiled.Path))
        {
            return null;
        }

        session.Accuracy.SetNoticed(id, true);
        var value = session.EntryValues.At(id, KeyingPass.First, spoiled.Path, spoiled.Item);
        return new Finding(KeyingFindings.SeedNoticed, Severity.Info) { Path = spoiled.Path, Found = spoiled.Spoiled, Expected = value?.Text };
    });

    private static uint LotOf(Entry entry)
    {
        var seed = string.Create(CultureInfo.InvariantCulture, $"{entry.Id} {entry.MadeBy} {entry.Made:O}");
        return BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(seed)));
    }

    /// <summary>Two neighbouring letters or digits change places: the commonest slip of typing.</summary>
    private static EntryValue? Spoil(IReadOnlyList<EntryValue> values, uint lot)
    {
        var fit = values.Where(value => SwapOf(value.Text) is not null).ToList();
        if (fit.Count == 0)
        {
            return null;
        }

        var chosen = fit[(int)((lot / 100) % (uint)fit.Count)];
        return SwapOf(chosen.Text) is { } spoiled ? chosen with { Text = spoiled } : null;
    }

    private static string? SwapOf(string text)
    {
        for (var i = text.Length - 2; i >= 0; i--)
        {
            if (char.IsAsciiLetterOrDigit(text[i]) && char.IsAsciiLetterOrDigit(text[i + 1]) && text[i] != text[i + 1])
            {
                return string.Concat(text.AsSpan(0, i), $"{text[i + 1]}{text[i]}", text.AsSpan(i + 2));
            }
        }

        return null;
    }
}
