"""The paper of the sample office: front pages, descriptions, claims, drawings, reports and forms, set as an examiner would file them."""

import textwrap
import types

from imaging import save_jpeg, save_png, save_tiff, save_tiff_of_another_maker, svg

A4, A3 = (2480, 3508), (3508, 4961)
MARGIN, TYPE, LEADING = 260, 50, 76

HEADINGS = {
    "fr": {"FRO": "Page de couverture", "ABS": "Abrégé", "DES": "Description", "CLA": "Revendications", "DRA": "Dessins",
           "SRP": "Rapport de recherche", "POA": "Pouvoir du mandataire", "TMA": "Demande d'enregistrement de marque"},
    "en": {"FRO": "Front page", "ABS": "Abstract", "DES": "Description", "CLA": "Claims", "DRA": "Drawings",
           "SRP": "Search report", "POA": "Power of attorney", "TMA": "Application for registration of a mark"},
    "ar": {"FRO": "الصفحة الأولى", "ABS": "الملخص", "DES": "الوصف", "CLA": "عناصر الحماية", "DRA": "الرسوم",
           "SRP": "تقرير البحث", "POA": "توكيل", "TMA": "طلب تسجيل علامة"},
}

DESCRIPTION = {
    "fr": ["La présente invention concerne : {title}. Elle s'adresse aux ateliers qui n'ont ni réseau électrique ni pièces de rechange.",
           "Les dispositifs connus se bouchent par le sel et demandent un entretien que peu d'utilisateurs peuvent assurer.",
           "{summary}",
           "Dans un mode de réalisation préféré, la pièce (10) est en bois imputrescible, la pièce (12) en corde tressée et la pièce (14) en métal récupéré.",
           "Des essais imaginés sur l'îlot de Nulle-Part ont donné sept parts de gain sur dix."],
    "en": ["The invention concerns: {title}. It is meant for workshops that have neither mains electricity nor spare parts.",
           "Known devices are clogged by salt and need upkeep that few users can give them.",
           "A first part (10) carries a second part (12); a third part (14) moves between them and needs no tool.",
           "In a preferred embodiment the first part (10) is of rot-proof wood, the second (12) of braided rope and the third (14) of reclaimed metal.",
           "Trials imagined on the islet of Nowhere gave seven parts of gain in ten."],
    "ar": ["يتعلق هذا الاختراع بما يلي: {title}. وهو موجه إلى الورش التي لا كهرباء فيها ولا قطع غيار.",
           "الأجهزة المعروفة يسدها الملح وتحتاج إلى صيانة لا يقدر عليها إلا القليل.",
           "يحمل الجزء الأول (10) الجزء الثاني (12) ويتحرك الجزء الثالث (14) بينهما دون أداة.",
           "في تطبيق مفضل يصنع الجزء (10) من الخشب والجزء (12) من الحبال والجزء (14) من معدن مستعمل."],
}

CLAIMS = {
    "fr": ["1. {title}, comprenant une première pièce (10) et une deuxième pièce (12), caractérisé en ce qu'une troisième pièce (14) les relie.",
           "2. Objet selon la revendication 1, dans lequel la troisième pièce (14) se retire d'une seule main.",
           "3. Objet selon la revendication 1 ou 2, dans lequel la première pièce (10) est en bois."],
    "en": ["1. {title}, comprising a first part (10) and a second part (12), characterised in that a third part (14) joins them.",
           "2. The object of claim 1, wherein the third part (14) can be removed with one hand.",
           "3. The object of claim 1 or 2, wherein the first part (10) is of wood."],
    "ar": ["1. {title} يشتمل على جزء أول (10) وجزء ثان (12) ويتميز بأن جزءا ثالثا (14) يربط بينهما.",
           "2. الجهاز وفقا لعنصر الحماية 1 حيث ينزع الجزء الثالث (14) بيد واحدة.",
           "3. الجهاز وفقا لعنصر الحماية 1 أو 2 حيث يكون الجزء الأول (10) من الخشب."],
}

POWER = ["I give power to Exempla & Partners to act for me before the Office in all that concerns this application.",
         "Identity number ID-FICTIF-0099. Telephone +248 000 0130.", "Signed at Anse Fictive."]

REPORT = ["Documents considered relevant: none was found. This report is made up.", "Field searched: {classes}"]


def paper(number, language, title, summary="", applicant="", filed="", classes=""):
    return types.SimpleNamespace(number=number, language=language, title=title, summary=summary, applicant=applicant, filed=filed, classes=classes)


def front(record):
    lines = [("21", record.number), ("22", record.filed), ("51", record.classes), ("54", record.title), ("71", record.applicant), ("57", record.summary)]
    return [f"({inid}) {text}" for inid, text in lines if text]


def paragraphs(record, document, sheet):
    """What the sheet of a document says; sheets after the first go on where a longer text would."""
    language = record.language
    texts = {
        "FRO": front(record), "ABS": [record.summary], "CLA": CLAIMS[language], "POA": POWER, "SRP": REPORT,
        "DES": DESCRIPTION[language][(sheet - 1) * 2 % 3:], "TMA": [f"(210) {record.number}", f"(540) {record.title}", f"(511) {record.classes}", f"(731) {record.applicant}"],
    }.get(document, [])
    return [text.format(title=record.title, summary=record.summary, classes=record.classes) for text in texts]


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def line(text, y, size, language, width):
    if language == "ar":
        return f'<text x="{width - MARGIN}" y="{y}" font-family="DejaVu Sans" font-size="{size}" direction="rtl">{escaped(text)}</text>'
    return f'<text x="{MARGIN}" y="{y}" font-family="DejaVu Serif" font-size="{size}">{escaped(text)}</text>'


def figure(number, width, height):
    """Three numbered parts in the middle of the sheet, a little different for every figure."""
    body, middle = "", width // 2
    for i, numeral in enumerate((10, 12, 14)):
        y, reach = height // 4 + i * height // 6, 300 + 70 * ((number + i) % 3)
        body += (
            f'<rect x="{middle - reach}" y="{y}" width="{2 * reach}" height="{height // 10}" rx="{40 * ((number + i) % 2)}" fill="none" stroke="#000" stroke-width="8"/>'
            f'<line x1="{middle}" y1="{y + height // 10}" x2="{middle}" y2="{y + height // 6}" stroke="#000" stroke-width="8"/>'
            f'<line x1="{middle + reach}" y1="{y + 60}" x2="{middle + reach + 160}" y2="{y}" stroke="#000" stroke-width="4"/>'
            f'<text x="{middle + reach + 180}" y="{y + 10}" font-family="DejaVu Sans" font-size="60">{numeral}</text>'
        )
    return body + f'<text x="{middle - 120}" y="{height * 3 // 4 + 200}" font-family="DejaVu Sans" font-size="72">Fig. {number}</text>'


def sheet_of(record, document, sheet, size=A4):
    width, height = size
    language = record.language
    body = line(f"{HEADINGS[language][document]}", 320, 68, language, width) + line(record.number, 430, TYPE, "fr", width)
    if document == "DRA":
        return svg(width, height, body + figure(sheet, width, height))
    y = 580
    for text in paragraphs(record, document, sheet):
        for part in textwrap.wrap(text, 70):
            body += line(part, y, TYPE, language, width)
            y += LEADING
        y += LEADING // 2
    return svg(width, height, body + line(f"- {sheet} -", height - 220, 44, "fr", width))


def scaled(picture, width, height):
    """The same sheet on a coarser grid: for the page that was scanned at 200 dpi."""
    inner = picture.replace("<svg ", f'<svg viewBox="0 0 {A4[0]} {A4[1]}" ', 1)
    return inner.replace(f'width="{A4[0]}" height="{A4[1]}"', f'width="{width}" height="{height}"', 1)


def make(path, record, document, form, first_sheet):
    """Draws one file; form is how it was scanned, as the table of pages says."""
    one = sheet_of(record, document, first_sheet)
    if form == "multipage":
        save_tiff(path, [sheet_of(record, document, first_sheet + i) for i in range(3)])
    elif form == "a3":
        save_tiff(path, [sheet_of(record, document, first_sheet, A3)])
    elif form == "200dpi":
        save_tiff(path, [scaled(one, 1654, 2339)], dpi=200)
    elif form == "other-maker":
        save_tiff_of_another_maker(path, one)
    elif form == "grey":
        save_jpeg(path, one, quality=30, dpi=300, grey=True)
    elif form == "png":
        save_png(path, one, bilevel=True, dpi=300)
    else:
        save_tiff(path, [one])
