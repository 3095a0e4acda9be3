#!/usr/bin/env python3
"""Draws the pictures and pages of the sample office from its tables, and the faulty files beside it.

The tables (CSV, XML, TSV, mapping files) are kept by hand; this script reads them and writes office/marks, office/views, office/pages
and faulty/. Needs Debian's librsvg2-bin, imagemagick, libtiff-tools and fonts-dejavu-core. The committed files are what tests rely on:
another release of these programs may draw other pixels.
"""

import csv
import pathlib
import sys
import xml.etree.ElementTree as ElementTree

HERE = pathlib.Path(__file__).resolve().parent
OFFICE = HERE / "office"
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE / "maker"))

import faulty  # noqa: E402  the folder beside this script is no package
import pages  # noqa: E402
import pictures  # noqa: E402


def rows(name, encoding, delimiter):
    with open(OFFICE / name, encoding=encoding, newline="") as table:
        return list(csv.DictReader(table, delimiter=delimiter))


def patents():
    for row in rows("patents.csv", "cp1252", ","):
        language = row["Langue"]
        title = row["Titre anglais"] if language == "en" else row["Titre"]
        yield pages.paper(row["N° de dépôt"], language, title, row["Abrégé"], row["Déposant"], row["Date de dépôt"], row["CIB"])


def utility_models():
    for row in rows("utility-models.csv", "utf-8", "\t"):
        yield pages.paper(row["رقم الطلب"], "ar", row["العنوان"], row["العنوان"], row["صاحب الحق"], row["تاريخ الإيداع"], row["التصنيف الدولي"])


def trademarks():
    for row in rows("trademarks.csv", "utf-8", ";"):
        yield pages.paper(row["Number"], "en", row["Mark"], "", row["Holder"] or "", row["Filed"], row["Classes"])


def documents():
    """The patents that came as ST.36 documents."""
    for path in sorted(OFFICE.glob("patent-*.xml")):
        root = ElementTree.parse(path).getroot()
        language = root.get("lang")
        titles = root.find(".//B540")
        title = next(titles[i + 1].text for i, child in enumerate(titles) if child.tag == "B541" and child.text == language)
        abstract = " ".join(root.find("abstract").itertext()).strip()
        yield pages.paper(root.findtext(".//B210"), language, title, abstract, root.findtext(".//B711/snm"), root.findtext(".//B220/date"))


def make_pages():
    records = {record.number: record for source in (patents, utility_models, trademarks, documents) for record in source()}
    for row in rows("pages.tsv", "utf-8", "\t"):
        if row["form"] == "damaged":
            continue
        number = row["dossier"].split("-", 2)[2]
        for sheet, name in enumerate(row["files"].split(), start=1):
            pages.make(OFFICE / name, records[number], row["document"], row["form"], sheet)


if __name__ == "__main__":
    pictures.make(OFFICE)
    make_pages()
    faulty.make(HERE / "faulty", OFFICE)
