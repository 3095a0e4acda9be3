using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Storage;

namespace OfficeNode.Host.Doctor;

/// <summary>The register: its file, its history, and the clock beside its newest entry.</summary>
internal sealed class RegisterCheck
{
    private readonly Node _node;

    public RegisterCheck(Node node) => _node = node;

    public IEnumerable<Finding> Run()
    {
        yield return File();
        yield return Audit();
        yield return Clock();
    }

    private Finding File() => _node.Register.CheckIntegrity() is { } complaint
        ? new Finding(DoctorFindings.RegisterDamaged, Severity.Error) { File = _node.Folder.RegisterFile, Found = complaint }
        : new Finding(DoctorFindings.RegisterOk, Severity.Info)
        {
            Found = _node.Register.Read(session => session.Dossiers.Counts().Values.Sum()).ToString("N0", CultureInfo.CurrentCulture),
            Expected = Register.Schema.ToString(CultureInfo.InvariantCulture),
        };

    private Finding Audit() => _node.Register.Read(session => session.Audit.FindBreak()) is { } entry
        ? new Finding(DoctorFindings.AuditBroken, Severity.Error) { File = _node.Folder.RegisterFile, Found = entry.ToString(CultureInfo.InvariantCulture) }
        : new Finding(DoctorFindings.AuditOk, Severity.Info) { Found = _node.Register.Read(session => session.Audit.Head).Value };

    private Finding Clock()
    {
        var now = _node.Time.GetUtcNow();
        var last = _node.Register.Read(session => session.Clock.Latest);
        return last > now
            ? new Finding(DoctorFindings.ClockBehind, Severity.Warning) { Found = Local(now), Expected = Local(last.Value) }
            : new Finding(DoctorFindings.ClockOk, Severity.Info) { Found = Local(now) };
    }

    private string Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, _node.Time.LocalTimeZone).ToString("g", CultureInfo.CurrentCulture);
}
