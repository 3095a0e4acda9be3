using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OfficeNode.Core;

namespace OfficeNode.Standards.Writers;

/// <summary>Turns a number as printed into a file name, so that two different numbers never get one name, on case-insensitive systems neither.</summary>
/// <remarks>
/// <para>
/// ASCII digits and capital letters stand for themselves; a hyphen between two of them too; a slash between two of them becomes a full stop. Every
/// other character becomes <c>_HH</c> (ASCII) or <c>_XHHHH</c> (each UTF-16 unit beyond), in hexadecimal capitals: <c>P/2026/000123</c> is
/// <c>P.2026.000123</c>, <c>2026 12</c> is <c>2026_2012</c>. A result above <see cref="LongestPlain"/> characters is cut and ends in <c>_Z</c> and the
/// SHA-256 of the number instead.
/// </para>
/// <para>
/// The whole name follows the example of ST.96 Annex VII (<c>US08936998-20150120</c>, facts/patentscope.md [V]): office, number, hyphen, date. The
/// number is the one the register knows the dossier by, because it is unique there and stays from first publication to grant; <c>-U-</c> before it
/// marks utility models, <c>-R-</c> a number that is the registration's, <c>-UR-</c> both. The date is that of the number; unknown parts are zeros.
/// <c>_ZN</c> and a count end the names of its twins from the second on: dossiers of the same right with the same number.
/// </para>
/// </remarks>
public static class NumberName
{
    /// <summary>The most characters that an escaped number keeps; with office, date and page it stays far below the 255 of common file systems.</summary>
    public const int LongestPlain = 120;

    private const int KeptOfLong = 40;

    /// <summary>The name of a record's files, without extension.</summary>
    public static string Of(Record record, int twin)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(twin, 1);
        var name = new StringBuilder(record.Office.Value);
        name.Append(Marker(record));
        name.Append(Escape(record.IdentifyingNumber?.AsPrinted ?? ""));
        name.Append('-').Append(DateOf(record));
        if (twin > 1)
        {
            name.Append(CultureInfo.InvariantCulture, $"_ZN{twin}");
        }

        return name.ToString();
    }

    /// <summary>Escapes a number; different numbers give different results, also when case is ignored.</summary>
    public static string Escape(string number)
    {
        var escaped = new StringBuilder(number.Length + 8);
        for (var i = 0; i < number.Length; i++)
        {
            AppendEscaped(escaped, number, i);
        }

        if (escaped.Length <= LongestPlain)
        {
            return escaped.ToString();
        }

        // Of the UTF-16 units, because broken surrogates have no UTF-8 of their own and would share a digest.
        var digest = SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(number.Select(c => ((int)c).ToString("X4", CultureInfo.InvariantCulture)))));
        return string.Concat(escaped.ToString(0, KeptOfLong), "_Z", Convert.ToHexString(digest));
    }

    private static string Marker(Record record)
    {
        var utilityModel = record.Right == Right.UtilityModel;
        var registration = record.ApplicationNumber is null && record.RegistrationNumber is not null;
        return (utilityModel, registration) switch
        {
            (false, false) => "",
            (true, false) => "-U-",
            (false, true) => "-R-",
            (true, true) => "-UR-",
        };
    }

    private static string DateOf(Record record)
    {
        var date = record.ApplicationNumber is null ? record.RegistrationDate : record.FilingDate;
        return date?.Compact ?? string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(record.IdentifyingNumber?.Year ?? 0, 0, 9999):D4}0000");
    }

    private static void AppendEscaped(StringBuilder escaped, string number, int at)
    {
        var c = number[at];
        if (StandsForItself(c))
        {
            escaped.Append(c);
        }
        else if (c is '-' or '/' && at > 0 && at < number.Length - 1 && StandsForItself(number[at - 1]) && StandsForItself(number[at + 1]))
        {
            escaped.Append(c == '-' ? '-' : '.');
        }
        else
        {
            escaped.Append(char.IsAscii(c) ? "_" : "_X").Append(((int)c).ToString(char.IsAscii(c) ? "X2" : "X4", CultureInfo.InvariantCulture));
        }
    }

    private static bool StandsForItself(char c) => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c);
}
