using System.Globalization;
using System.Net;
using System.Text;

namespace OfficeNode.Journeys.Kiosk.WholeWay;

/// <summary>The papers of filings as a page for the browser's printer, one section a sheet. Labels are those by which forms of the two languages are known.</summary>
internal sealed class WayPrint
{
    private const string Style = """
        @page { size: A4; margin: 0 }
        body { margin: 0; font: 12pt/1.4 'Liberation Serif', 'Noto Naskh Arabic', serif }
        section { box-sizing: border-box; width: 210mm; height: 296mm; padding: 22mm; overflow: hidden; break-after: page }
        .fallen { transform: rotate(180deg) }
        h1 { font-size: 16pt; margin: 8mm 0 } p { margin: 0 0 4mm } svg { display: block; width: 150mm; height: 190mm; margin: auto }
        """;

    private readonly bool _isArabic;
    private readonly StringBuilder _html = new();

    private WayPrint(string language)
    {
        _isArabic = language == "ar";
        _html.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"{language}\" dir=\"{(_isArabic ? "rtl" : "ltr")}\"><meta charset=\"utf-8\"><title>Papers</title><style>{Style}</style>");
    }

    /// <summary>The sheets of a hurried morning: the last drawing of the first filing stands on its head, the drawings of the second are the wrong way round.</summary>
    public static string Of(string language, IReadOnlyList<WayFiling> filings)
    {
        var print = new WayPrint(language);
        print.AddWriting(filings[0]);
        print.AddDrawing(1);
        print.AddDrawing(2, hasFallen: true);
        print.AddWriting(filings[1]);
        print.AddDrawing(2);
        print.AddDrawing(1);
        return print._html.ToString();
    }

    private void AddWriting(WayFiling filing)
    {
        AddForm(filing);
        Add(
            In("DESCRIPTION", "الوصف الكامل"),
            In("The invention relates to a device which can be made in a village workshop.", "يتعلق الاختراع بجهاز يمكن صنعه في ورشة قروية."),
            filing.Title);
        Add(
            In("DESCRIPTION (2)", "الوصف الكامل (2)"),
            In("Tests carried out between March and June showed an efficiency of 47 per cent.", "أظهرت التجارب التي أجريت بين آذار وحزيران كفاءة بنسبة 47 في المئة."),
            filing.Title);
        Add(In("CLAIMS", "عناصر الحماية"), "1. " + filing.Title + ".", In("2. The device of claim 1, held by clips (20).", "2. الجهاز وفقا لعنصر الحماية 1 حيث يثبت بمشابك (20)."));
    }

    private void AddForm(WayFiling filing) => Add(
        In("REQUEST FOR GRANT OF A PATENT", "طلب براءة اختراع"),
        Line("21", In("Application number", "رقم الطلب"), filing.Number),
        Line("22", In("Filing date", "تاريخ الإيداع"), WayFiling.Date),
        Line("30", In("Priority", "الأولوية"), WayFiling.Priority),
        Line("51", In("Classification", "التصنيف"), WayFiling.Class),
        Line("54", In("Title", "العنوان"), filing.Title),
        Line("71", In("Applicant", "مقدم الطلب"), filing.Applicant),
        Line("71", In("Address", "العنوان البريدي"), filing.Address),
        Line("72", In("Inventor or creator", "المخترع أو المصمم"), filing.Inventor),
        Line("74", In("Agent", "الوكيل"), filing.Agent));

    private static string Line(string inid, string label, string value) => $"({inid}) {label}: {value}";

    private string In(string english, string arabic) => _isArabic ? arabic : english;

    private void Add(string heading, params IEnumerable<string> lines) =>
        _html.Append(CultureInfo.InvariantCulture, $"<section><h1>{WebUtility.HtmlEncode(heading)}</h1>").AppendJoin("", lines.Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>")).Append("</section>");

    private void AddDrawing(int figure, bool hasFallen = false) => _html.Append(
        CultureInfo.InvariantCulture,
        $"""
        <section{(hasFallen ? " class=\"fallen\"" : "")}><svg viewBox="0 0 150 190" fill="none" stroke="black" stroke-width="0.6" font-size="5">
        <path d="M20 30h60v40h-60zM80 50l40 {figure * 20}v60M50 70v50M30 120h40v30h-40z"/><circle cx="50" cy="50" r="{figure * 6}"/>
        <g fill="black" stroke="none"><text x="124" y="{60 + (figure * 20)}">10</text><text x="54" y="98">12</text><text x="74" y="138">14</text></g></svg><p>{In("FIG.", "شكل")} {figure}</p></section>
        """);
}
