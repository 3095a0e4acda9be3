using System.Xml.Linq;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Conformance;

/// <summary>Makes copies of ST.66 transactions that have what their office publishes elsewhere or not at all: an applicant, a picture, a day of expiry.</summary>
/// <remarks>What is added is invented. So the real rest of each record comes before writers and judges.</remarks>
internal static class CompletedMarks
{
    private const string Picture = "bottle-shape.jpg";

    /// <summary>Writes completed copies into a folder and returns their paths.</summary>
    public static IReadOnlyList<string> Make(IEnumerable<string> transactions, string folder)
    {
        Directory.CreateDirectory(folder);
        return [.. transactions.DistinctBy(Path.GetFileName).Select(transaction => Complete(transaction, folder))];
    }

    private static string Complete(string transaction, string folder)
    {
        var document = XDocument.Load(transaction);
        foreach (var mark in document.Descendants().Where(element => element.Name.LocalName == "TradeMark").ToList())
        {
            AddApplicant(mark);
            AddExpiry(mark);
            AddPicture(mark, folder);
        }

        var copy = Path.Combine(folder, Path.GetFileName(transaction));
        document.Save(copy);
        return copy;
    }

    private static void AddApplicant(XElement mark)
    {
        if (!mark.Descendants().Any(element => element.Name.LocalName == "ApplicantAddressBook"))
        {
            mark.Add(Nested(
                mark.Name.Namespace,
                ["ApplicantDetails", "Applicant", "ApplicantAddressBook", "FormattedNameAddress"],
                Nested(mark.Name.Namespace, ["Name", "FreeFormatName", "FreeFormatNameDetails", "FreeFormatNameLine"], "Invented Holdings Ltd"),
                Nested(mark.Name.Namespace, ["Address", "FormattedAddress", "FormattedAddressCountryCode"], "DE")));
        }
    }

    private static void AddExpiry(XElement mark)
    {
        var space = mark.Name.Namespace;
        if (mark.Element(space + "ExpiryDate") is null && mark.Element(space + "RegistrationDate") is not null)
        {
            mark.Add(new XElement(space + "ExpiryDate", "2033-01-01"));
        }
    }

    /// <summary>Lays a picture where the transaction says one lies; a mark without words that names none gets one.</summary>
    private static void AddPicture(XElement mark, string folder)
    {
        const string scheme = "file://";
        var space = mark.Name.Namespace;
        var named = mark.Descendants(space + "MarkImageURI").Select(uri => uri.Value.Trim()).Where(uri => uri.StartsWith(scheme, StringComparison.Ordinal)).ToList();
        foreach (var path in named.Select(uri => Path.Combine(folder, uri[scheme.Length..])))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);   // it has one: it lies below the folder given
            File.Copy(Corpus.Office("marks/" + Picture), path, overwrite: true);
        }

        if (named.Count == 0 && mark.Element(space + "MarkFeature")?.Value.Contains("DRAWING", StringComparison.Ordinal) == true)
        {
            File.Copy(Corpus.Office("marks/" + Picture), Path.Combine(folder, Picture), overwrite: true);
            mark.Add(Nested(space, ["MarkImageDetails", "MarkImage", "MarkImageFilename"], Picture));
        }
    }

    private static XElement Nested(XNamespace space, IReadOnlyList<string> names, params object[] content) =>
        names.Reverse().Aggregate(content, (inner, name) => [new XElement(space + name, inner)])[0] as XElement ?? throw new InvalidOperationException("No names given.");
}
