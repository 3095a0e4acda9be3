#!/usr/bin/env python3
"""Makes application forms with known values, labels without INID codes: a table of two columns with rules and numbered rows, or boxes with small labels above.

    make-forms.py OUT [COUNT [SEED [table|boxes [OFFICE]]]]

COUNT forms go through six languages and three kinds, half of them scanned well and half badly. Each gets a folder with p001.tif or p001.jpg and a
truth.json (kind, tesseract_lang, quality, pages[0].fields and, for the picture, pages[0].picture with its box). The same COUNT and SEED give the same
truth. OFFICE is the code that numbers begin with; without it, that of a country where the language is spoken. Needs Debian's librsvg2-bin, imagemagick, fonts-dejavu-core and fonts-noto-core. All names and words are invented for this project.
"""

import json
import pathlib
import random
import subprocess
import sys
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 2480, 3508
LEFT, SPLIT, RIGHT = 170, 900, 2310
NAMES = ["application_number", "filing_date", "priority", "classification", "title", "applicant", "address", "inventor", "agent"]

HEADS = {
    "eng": ["Intellectual Property Registry", "Request for a patent", "Request to enter a trade mark", "Request to enter a design"],
    "fra": ["Registre de la propriété intellectuelle", "Requête en délivrance d'un brevet", "Requête en inscription d'une marque", "Requête en inscription d'un dessin"],
    "spa": ["Registro de la propiedad intelectual", "Petición de patente", "Petición de inscripción de marca", "Petición de inscripción de diseño"],
    "por": ["Registo da propriedade intelectual", "Requerimento de patente", "Requerimento de registo de marca", "Requerimento de registo de desenho"],
    "rus": ["Реестр интеллектуальной собственности", "Прошение о выдаче патента", "Прошение о внесении знака", "Прошение о внесении образца"],
    "ara": ["سجل الملكية الفكرية", "التماس منح براءة", "التماس قيد علامة", "التماس قيد تصميم"],
}

# The row for the title and for the classes differ by kind: patent, trademark, design.
LABELS = {
    "eng": ["No. of application", "Filed at the Registry on", "Priority (country, number, date)", ["IPC symbols", "Class(es) of goods / services", "Locarno class and subclass"],
            ["Title of the invention", "Word(s) of the mark", "Article to which the design applies"], "Full name of applicant(s)", "Address (street, town, country)", ["Inventor(s)", "", "Designer(s)"], "Patent agent or attorney"],
    "fra": ["Demande n°", "Déposée le", "Priorité (pays, numéro, date)", ["Symbole(s) CIB", "Classe(s) de Nice", "Classe et sous-classe de Locarno"],
            ["Intitulé de l'invention", "Marque verbale", "Objet du dessin ou modèle"], "Nom et prénoms du ou des déposants", "Adresse complète du déposant", ["Inventeur(s)", "", "Créateur(s)"], "Mandataire ou conseil"],
    "spa": ["Solicitud n.º", "Presentada el día", "Prioridad (país, número, fecha)", ["Símbolos CIP", "Clase(s) de Niza", "Clase y subclase de Locarno"],
            ["Denominación del invento", "Marca denominativa", "Producto al que se aplica el diseño"], "Nombre del solicitante o solicitantes", "Domicilio completo", ["Inventor(es)", "", "Diseñador(es)"], "Apoderado o agente"],
    "por": ["Pedido n.º", "Entregue em", "Prioridade (país, número, data)", ["Símbolos CIP", "Classe(s) de Nice", "Classe e subclasse de Locarno"],
            ["Epígrafe do invento", "Marca nominativa", "Produto a que o desenho se aplica"], "Nome do requerente ou requerentes", "Residência ou sede", ["Inventor(es)", "", "Criador(es)"], "Procurador ou mandatário"],
    "rus": ["Заявка №", "Подана в ведомство", "Приоритет (страна, номер, дата)", ["Рубрики МПК", "Классы МКТУ", "Класс и подкласс МКПО"],
            ["Наименование изобретения", "Словесное обозначение", "Наименование изделия"], "Ф.И.О. или наименование заявителя", "Адрес места жительства", ["Автор(ы)", "", "Автор(ы) образца"], "Поверенный или представитель"],
    "ara": ["الطلب رقم", "تاريخ التسليم", "الأولوية (البلد، الرقم، التاريخ)", ["رموز التصنيف الدولي", "فئات تصنيف نيس", "فئة تصنيف لوكارنو"],
            ["تسمية الاختراع", "ألفاظ العلامة", "المنتج الذي يطبق عليه التصميم"], "اسم المودع الكامل", "عنوان المودع", ["اسم المخترع", "", "اسم المصمم"], "اسم الوكيل"],
}

PEOPLE = {
    "eng": ["Josephine Adhiambo Wekesa", "Highland Pump Works Limited", "Tobias Cheruiyot Barasa", "Coral Strand Foods Limited"],
    "fra": ["Mariama Traoré-Sidibé", "Société des Moulins du Sahel", "Étienne Koffi Agbénou", "Coopérative des Potiers de Thiès"],
    "spa": ["Rosalía Benítez Ayala", "Cooperativa Yvyrá Limitada", "Hernán Ocampos Villalba", "Molinos del Este S.R.L."],
    "por": ["Teresa Quissanga Neto", "Oficinas do Planalto, Limitada", "Bernardo Cassoma Vunge", "Cooperativa dos Oleiros de Benguela"],
    "rus": ["Бакыт Сыдыков", "ОсОО «Ала-Тоо Насос»", "Марина Петровна Ледовская", "Кооператив «Долина»"],
    "ara": ["سميرة نبيل القاسم", "شركة المضخات الحديثة", "باسم رائد الحوراني", "جمعية خزافي البلقاء"],
}
PLACES = {
    "eng": ["27 Quarry Lane", "Nakuru 20100", "Kenya"], "fra": ["Quartier Escale, villa 31", "BP 780, Thiès", "Sénégal"],
    "spa": ["Avenida Pettirossi 1190", "San Lorenzo", "Paraguay"], "por": ["Rua das Acácias, 45", "Benguela", "Angola"],
    "rus": ["ул. Ленина, дом 34, кв. 8", "г. Нарын, 722600", "Кыргызская Республика"], "ara": ["شارع المحطة، عمارة السلام", "السلط", "الأردن"],
}
TITLES = {
    "eng": ["Foot-operated irrigation pump with a leather-free piston and a valve seat of fired clay", "Kiln for bricks", "Stackable water jar"],
    "fra": ["Pompe d'irrigation à pédale avec un piston sans cuir et un siège de soupape en terre cuite", "Four à briques", "Jarre empilable"],
    "spa": ["Bomba de riego a pedal con émbolo sin cuero y asiento de válvula de barro cocido", "Horno para ladrillos", "Cántaro apilable"],
    "por": ["Bomba de rega a pedal com êmbolo sem couro e assento de válvula de barro cozido", "Forno para tijolos", "Cântaro empilhável"],
    "rus": ["Ножной оросительный насос с поршнем без кожи и седлом клапана из обожжённой глины", "Печь для кирпича", "Составной кувшин для воды"],
    "ara": ["مضخة ري تعمل بالقدم بمكبس خال من الجلد ومقعد صمام من الطين المشوي", "فرن لحرق الطوب", "جرة ماء قابلة للرص"],
}
MARKS = {"eng": "AMBER HERON", "fra": "PIROGUE D'OR", "spa": "LUNA DE BARRO", "por": "FLOR DO PLANALTO", "rus": "СНЕЖНАЯ ТРОПА", "ara": "نسيم الأغوار"}
OFFICES = {"eng": "KE", "fra": "SN", "spa": "PY", "por": "AO", "rus": "KG", "ara": "JO"}


def values(language, kind, chance):
    number = f"{OFFICES[language]}/{'PTD'[kind]}/{chance.randint(2019, 2026)}/{chance.randint(1, 99999):06d}"
    date = f"{chance.randint(1, 28):02d}.{chance.randint(1, 12):02d}.{chance.randint(2019, 2026)}"
    classes = [f"{chance.choice(['F04B 9/14', 'F27B 5/10', 'B65D 21/02'])}", ", ".join(map(str, sorted(chance.sample(range(1, 46), 3)))), f"{chance.randint(1, 31):02d}-{chance.randint(1, 9):02d}"][kind]
    title = MARKS[language] if kind == 1 else chance.choice(TITLES[language])
    people = chance.sample(PEOPLE[language], 3)
    priority = f"GB {chance.randint(1000000, 2599999)}.{chance.randint(0, 9)} {chance.randint(1, 28):02d}.{chance.randint(1, 12):02d}.{chance.randint(2018, 2025)}"
    return [number, date, priority, classes, title, people[0], " ".join(PLACES[language]), people[1], people[2]]


def wrapped(name, value, language):
    if name == "address":
        return PLACES[language]
    lines = [""]
    for word in value.split():
        if len(lines[-1]) + len(word) > 46 and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


class Sheet:
    def __init__(self, language):
        self.right_to_left = language == "ara"
        self.font = "Noto Naskh Arabic" if self.right_to_left else "DejaVu Sans"
        self.parts = []

    def x(self, value):
        return WIDTH - value if self.right_to_left else value

    def text(self, x, y, size, text, weight="normal"):
        direction = 'direction="rtl" ' if self.right_to_left else ""
        self.parts.append(f'<text x="{self.x(x)}" y="{y}" {direction}font-family="{self.font}" font-size="{size}" font-weight="{weight}">{escape(text)}</text>')

    def line(self, x1, y1, x2, y2):
        self.parts.append(f'<line x1="{self.x(x1)}" y1="{y1}" x2="{self.x(x2)}" y2="{y2}" stroke="black" stroke-width="4"/>')

    def svg(self):
        return f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}"><rect width="100%" height="100%" fill="white"/>{"".join(self.parts)}</svg>'


def draw(language, kind, chance):
    sheet = Sheet(language)
    sheet.text(LEFT, 230, 62, HEADS[language][0], "bold")
    sheet.text(LEFT, 340, 54, HEADS[language][kind + 1])
    y, row, fields = 430, 0, []
    sheet.line(LEFT, y, RIGHT, y)
    for name, label, value in zip(NAMES, LABELS[language], values(language, kind, chance)):
        label = label[kind] if isinstance(label, list) else label
        if not label:
            continue
        row += 1
        lines, names = wrapped(name, value, language), wrapped("label", f"{row}. {label}", language)
        names = names if len(label) < 26 else split(f"{row}. {label}")
        for index, line in enumerate(names):
            sheet.text(LEFT + 25, y + 75 + index * 56, 40, line)
        for index, line in enumerate(lines):
            sheet.text(SPLIT + 30, y + 78 + index * 64, 46, line)
        height = 70 + max(len(lines) * 64, len(names) * 56)
        fields.append({"name": name, "inid": "", "value": value, "box": [SPLIT + 30, y, RIGHT - SPLIT - 30, height]})
        y += height
        sheet.line(LEFT, y, RIGHT, y)
    for x in (LEFT, SPLIT, RIGHT):
        sheet.line(x, 430, x, y)
    picture = None if kind == 0 else place_picture(sheet, kind, y, chance)
    return sheet.svg(), fields, picture


def draw_boxes(language, kind, chance):
    """Boxes over half the width for short values and the whole for long ones, each with its label small at the top."""
    sheet = Sheet(language)
    sheet.text(LEFT, 230, 62, HEADS[language][0], "bold")
    sheet.text(LEFT, 340, 54, HEADS[language][kind + 1])
    middle, fields, y, half = (LEFT + RIGHT) // 2, [], 430, False
    for name, label, value in zip(NAMES, LABELS[language], values(language, kind, chance)):
        label = label[kind] if isinstance(label, list) else label
        if not label:
            continue
        lines = wrapped(name, value, language)
        short = name in ("application_number", "filing_date", "priority", "classification")
        x, right = (middle if half else LEFT, RIGHT if half or not short else middle)
        height = 110 + len(lines) * 64
        sheet.text(x + 20, y + 42, 30, label)
        for index, line in enumerate(lines):
            sheet.text(x + 20, y + 115 + index * 64, 46, line)
        for x1, y1, x2, y2 in ((x, y, right, y), (x, y + height, right, y + height), (x, y, x, y + height), (right, y, right, y + height)):
            sheet.line(x1, y1, x2, y2)
        fields.append({"name": name, "inid": "", "value": value, "box": [x + 20, y + 60, right - x - 20, height - 60]})
        half = short and not half
        y += 0 if half else height
    picture = None if kind == 0 else place_picture(sheet, kind, y, chance)
    return sheet.svg(), fields, picture


def split(label):
    words, half = label.split(), len(label) // 2
    lines = [""]
    for word in words:
        if len(lines) == 1 and len(lines[0]) + len(word) > half + 4:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def place_picture(sheet, kind, y, chance):
    size = chance.randint(450, 800)
    left, top = chance.randint(LEFT + 100, RIGHT - size - 100), y + chance.randint(90, 250)
    size = min(size, HEIGHT - 200 - top)
    colours = chance.sample(["#a01818", "#184a90", "#1c7a3c", "#c07808", "#5c2480"], 2) if kind == 1 else ["white", "white"]
    at = lambda share: share * size  # noqa: E731
    sheet.parts.append(
        f'<g transform="translate({left},{top})" stroke="{"none" if kind == 1 else "black"}" stroke-width="6">'
        f'<rect x="3" y="3" width="{at(1) - 6}" height="{at(1) - 6}" rx="{at(0.2)}" fill="{colours[0]}"/>'
        f'<path d="M{at(0.2)},{at(0.8)} Q{at(0.5)},{at(0.05)} {at(0.8)},{at(0.8)} Z" fill="{colours[1]}"/>'
        f'<ellipse cx="{at(0.5)}" cy="{at(0.6)}" rx="{at(0.15)}" ry="{at(0.1)}" fill="white"/></g>')
    return [left, top, size, size]


def scan(svg, folder, quality, colour, seed):
    page, raw = folder / ("p001.jpg" if colour else "p001.tif"), folder / "raw.png"
    drawing = folder / "raw.svg"
    drawing.write_text(svg, encoding="utf-8")
    subprocess.run(["rsvg-convert", "-o", raw, drawing], check=True)
    lean = (seed % 21 - 10) / 10 * (1.5 if quality == "poor" else 0.8)
    effects = ["-background", "white", "-rotate", f"{lean}", "+repage", "-gravity", "center", "-extent", f"{WIDTH}x{HEIGHT}", "-gravity", "northwest", "-seed", str(seed)]
    effects += ["-blur", "0x1.1", "-attenuate", "0.4", "+noise", "Gaussian"] if quality == "poor" else ["-blur", "0x0.6", "-attenuate", "0.1", "+noise", "Gaussian"]
    end = ["-quality", "82"] if colour else ["-colorspace", "gray", "-threshold", "62%", "-type", "bilevel", "-compress", "Group4"]
    subprocess.run(["convert", raw, *effects, "-density", "300", "-units", "PixelsPerInch", *end, page], check=True)
    raw.unlink()
    drawing.unlink()
    return page.name, lean


def make(out, count, seed, layout, office):
    OFFICES.update({language: office for language in OFFICES if office})
    languages, kinds = list(LABELS), ["patent", "trademark", "design"]
    for number in range(count):
        language, kind = languages[number % 6], number // 6 % 3
        quality = "office" if number // 18 % 2 == 0 else "poor"
        folder = pathlib.Path(out) / f"F{number + 1:04d}"
        folder.mkdir(parents=True, exist_ok=True)
        svg, fields, picture = (draw_boxes if layout == "boxes" else draw)(language, kind, random.Random(seed * 1009 + number))
        name, lean = scan(svg, folder, quality, kind == 1, seed * 1009 + number)
        page = {"n": 1, "file": name, "type": "form", "rotated": 0, "skew_deg": lean, "fields": fields}
        truth = {"kind": kinds[kind], "language": language[:2], "tesseract_lang": language, "quality": quality, "pages": [page | ({"picture": picture} if picture else {})]}
        (folder / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    make(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 36, int(sys.argv[3]) if len(sys.argv) > 3 else 1, sys.argv[4] if len(sys.argv) > 4 else "table",
         sys.argv[5] if len(sys.argv) > 5 else None)
