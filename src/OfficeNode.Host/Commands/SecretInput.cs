using System.Text;

namespace OfficeNode.Host.Commands;

/// <summary>Where a PIN or password comes from: typed at a terminal without echo, else the first line of standard input. Never an argument, which every process of the machine can see.</summary>
public sealed class SecretInput
{
    // Opened when the first secret is asked for: other commands leave standard input alone.
    private readonly Lazy<TextReader>? _lines;

    private SecretInput(Lazy<TextReader>? lines) => _lines = lines;

    /// <summary>Whether somebody types, who is to be asked and may slip.</summary>
    public bool IsTyped => _lines is null;

    /// <summary>This process's own terminal or standard input.</summary>
    public static SecretInput OfProcess() => new(Console.IsInputRedirected
        ? new(() => new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
        : null);

    /// <summary>Lines that something else writes.</summary>
    public static SecretInput Of(TextReader lines) => new(new Lazy<TextReader>(lines));

    /// <summary>Reads one secret; null when none came: the input ended, or the person gave up with Escape or Ctrl+C.</summary>
    /// <param name="ask">Puts the question to a person who types; others are not asked.</param>
    public string? Read(Action ask) => _lines is { } lines ? lines.Value.ReadLine() : Type(ask);

    private static string? Type(Action ask)
    {
        var before = Console.TreatControlCAsInput;
        // A signal would wait for the key that this waits for.
        Console.TreatControlCAsInput = true;
        try
        {
            // The first look at the keyboard turns the echo off: after the question it would be too late for who types fast.
            _ = Console.KeyAvailable;
            ask();
            return TypeKeys();
        }
        finally
        {
            Console.TreatControlCAsInput = before;
        }
    }

    private static string? TypeKeys()
    {
        var typed = new StringBuilder();
        while (true)
        {
            switch (Console.ReadKey(intercept: true))
            {
                case { Key: ConsoleKey.Enter }:
                    return typed.ToString();
                case { Key: ConsoleKey.Escape } or { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control }:
                    return null;
                case { Key: ConsoleKey.Backspace }:
                    TakeBack(typed);
                    break;
                case { KeyChar: var letter } when !char.IsControl(letter):
                    typed.Append(letter);
                    break;
            }
        }
    }

    private static void TakeBack(StringBuilder typed)
    {
        if (typed.Length > 0)
        {
            typed.Length -= typed.Length > 1 && char.IsLowSurrogate(typed[^1]) ? 2 : 1;
        }
    }
}
