using System.Globalization;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Commands;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host;

/// <summary>The command <c>officenode</c>.</summary>
public static class Program
{
    public static Task<int> Main(string[] arguments)
    {
        Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        // Commands write dates and numbers as the machine's user is used to, but never in another calendar than that of the register.
        CultureInfo.CurrentCulture = LanguageCulture.Plain(CultureInfo.CurrentCulture);
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture;
        var edge = new CommandEdge(new PhysicalDisk(), TimeProvider.System, Console.Out, Console.Error, terminal: !Console.IsErrorRedirected);
        return CommandTree.RunAsync(edge, arguments);
    }
}
