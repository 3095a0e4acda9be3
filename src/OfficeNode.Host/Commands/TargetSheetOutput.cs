using OfficeNode.Capture.Separators;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Commands;

/// <summary><c>separators print --target</c>: the sheet that is scanned first each day.</summary>
internal static class TargetSheetOutput
{
    public static int Write(Node node, Screen screen, string file, SheetSize size)
    {
        var sheet = new TargetSheet
        {
            Code = new TargetCode { Office = node.Settings.Office },
            Title = Words.Of("target-sheet.title"),
            Lines = [node.Settings.Name],
            Greys = Words.Of("target-sheet.greys"),
            Bars = Words.Of("target-sheet.bars"),
            Instructions = [Words.Of("target-sheet.print"), Words.Of("target-sheet.ruler"), Words.Of("target-sheet.scan"), Words.Of("target-sheet.same"), Words.Of("target-sheet.dossier")],
        };
        WholeFile.Replace(node.Disk, file, stream => TargetPrinter.Write(stream, sheet, size));
        screen.Result(new { file, target = sheet.Code.ToString() }, [Words.Of("separators.target.done", ("file", file))]);
        return ExitCode.Done;
    }
}
