using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Host.Texts;

/// <summary>Gathers what is found in one language file, up to a limit.</summary>
internal sealed class FileFindings(string file, LanguageLimits limits)
{
    private readonly List<Finding> _found = [];
    private int _more;

    /// <summary>What was found; what is beyond the limit is counted.</summary>
    public IReadOnlyList<Finding> All => _more == 0 ? _found :
    [
        .. _found,
        new Finding(LanguageFindings.More, Severity.Info) { File = file, Found = _more.ToString(CultureInfo.CurrentCulture) },
    ];

    public void Add(string rule, Severity severity, string? path = null, long? line = null, string? found = null, string? expected = null)
    {
        if (_found.Count >= limits.Findings)
        {
            _more++;
            return;
        }

        _found.Add(new Finding(rule, severity) { File = file, Path = path, Line = line, Found = found, Expected = expected });
    }
}
