using System.Globalization;
using System.Text;
using OfficeNode.Core;
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

    public async Task<ImportResult> MakeAsync(ImportCounts counts, IReadOnlyList<Finding> whole, CancellationToken cancellation)
    {
        var findings = new List<Finding>(whole);
        foreach (var note in Notes())
        {
            findings.AddRange(note.Findings.Select(finding => finding.File is null ? finding with { File = _file } : finding));
        }

        IReadOnlyList<string> files = counts.Rejected > 0 ? [await WriteRejectsAsync(cancellation)] : [];
        return new ImportResult(counts, files, findings);
    }

    /// <summary>One line per refused entry: line, reasons, and the entry as it stood.</summary>
    private async Task<string> WriteRejectsAsync(CancellationToken cancellation)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{_source:D6}-{Path.GetFileName(_file)}.rejects.tsv");
        var path = Path.Combine(_node.Folder.Rejects, name);
        var next = path + ".new";
        _node.Disk.Delete(next);
        await using (var file = _node.Disk.CreateFile(next))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes(Words.Of("rejects.header") + "\n"), cancellation);
            foreach (var note in Notes().Where(note => note.Rejected))
            {
                var reasons = string.Join(" | ", note.Findings.Select(FindingTexts.Message));
                var line = string.Create(CultureInfo.InvariantCulture, $"{note.Line ?? note.Item}\t{OneLine(reasons)}\t{OneLine(note.Raw ?? "")}\n");
                await file.WriteAsync(Encoding.UTF8.GetBytes(line), cancellation);
            }

            _node.Disk.Sync(file);
        }

        _node.Disk.Replace(next, path);
        _node.Disk.SyncFolder(_node.Folder.Rejects);
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
