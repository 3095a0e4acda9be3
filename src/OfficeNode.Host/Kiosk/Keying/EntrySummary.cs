using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Core.Keying;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Kiosk.Keying;

/// <summary>What keeps an entry from being done, for the summary above its form: places are called by the labels of their fields, and lead there.</summary>
internal sealed class EntrySummary
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
    private readonly Form _form;

    public EntrySummary(Right right, KeyingAnswer answer)
    {
        _form = Form.Of(right);
        Wrong =
        [
            .. answer.Refused.Select(finding => Name(finding, finding.Path, 0)),
            .. answer.Findings.Where(found => found.Finding.Severity == Severity.Error).Select(found => Name(found.Finding, found.Path, found.Item)),
        ];
    }

    public IReadOnlyList<Finding> Wrong { get; }

    /// <summary>The ids of the fields by what they are called here.</summary>
    public IReadOnlyDictionary<string, string> Fields => _fields;

    private Finding Name(Finding finding, string? path, int item)
    {
        if (path is null || _form.Find(path) is not { } field)
        {
            return finding;
        }

        var label = KeyedField.LabelOf(field);
        var name = item == 0 ? label : Words.Of("keying.row", ("field", label), ("number", item + 1));
        _fields[name] = FieldName.IdOf(path, item.ToString(CultureInfo.InvariantCulture));
        return finding with { Path = name };
    }
}
