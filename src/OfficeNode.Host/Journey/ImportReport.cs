using System.Globalization;
using System.Text;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Texts;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>What an import of one source leaves to say: its findings, and a file with the refused entries for whoever mends them.</summary>
internal sealed class ImportReport
{
    private const int Step = 500;
    private readonly Node _node;
    private readonly long _source;
    private readonly string _mapping;
    private readonly string _file;

    public ImportReport(Node node, long source, string mapping, string file)
    {
        _node = node;
        _source = source;
        _mapping = mapping;
        _file = file;
    }

    public ImportResult Make(ImportCounts counts, IReadOnlyList<Finding> whole)
    {
        var findings = new List<Finding>(whole);
        foreach (var note in Notes())
        {
            findings.AddRange(note.Findings.Select(finding => finding.File is null ? finding with { File = _file } : finding));
        }

        IReadOnlyList<string> files = counts.Rejected > 0 ? [WriteRejects()] : [];
        return new ImportResult(counts, files, findings);
    }

    /// <summary>One line per refused entry: line, reasons, and the entry as it stood.</summary>
    private string WriteRejects()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{_source:D6}-{Path.GetFileName(_file)}.rejects.tsv");
        var path = Path.Combine(_node.Folder.Rejects, name);
        WholeFile.Replace(_node.Disk, path, file =>
        {
            file.Write(Encoding.UTF8.GetBytes(Words.Of("rejects.header") + "\n"));
            foreach (var note in Notes().Where(note => note.Rejected))
            {
                var reasons = string.Join(" | ", note.Findings.Select(FindingTexts.Message));
                file.Write(Encoding.UTF8.GetBytes(
                    string.Create(CultureInfo.InvariantCulture, $"{note.Line ?? note.Item}\t{OneLine(reasons)}\t{OneLine(note.Raw ?? "")}\n")));
            }
        });
        return path;
    }

    // A table of one line per entry: tabs and line ends inside an entry are shown, not obeyed.
    private static string OneLine(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\t", "\\t", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    private IEnumerable<ImportNote> Notes()
    {
        var last = 0L;
        while (true)
        {
            var notes = _node.Register.Read(session => session.Sources.NotesAfter(_source, _mapping, last, Step));
            foreach (var note in notes)
            {
                yield return note;
            }

            if (notes.Count < Step)
            {
                yield break;
            }

            last = notes[^1].Item;
        }
    }
}
