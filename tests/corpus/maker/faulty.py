"""Files that look like their kind and are not: each has one fault, so that a reader can be held to name it."""

import struct
import zlib

from imaging import group4, tiff, write
from pages import paper, sheet_of


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def bomb(side):
    """A PNG whose header, with a good checksum, claims side x side pixels; a few rows are there."""
    rows = (b"\0" + bytes(side // 8)) * 8
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def make(folder, office):
    record = paper("124", "fr", "Filet anti-cyclone pour serres")
    frame = group4(sheet_of(record, "DRA", 1))
    whole = tiff([frame])
    write(office / "pages" / "124-DRA-1.tif", whole[: len(whole) // 2])
    write(folder / "truncated.tif", whole[: len(whole) // 2])
    write(folder / "no-directory.tif", whole[:4] + struct.pack("<I", len(whole) + 4096) + whole[8:])
    write(folder / "lying-strip.tif", tiff([frame], strip_length=0x7FFFFFF0))
    write(folder / "bomb.png", bomb(60_000))
    table = (office / "trademarks.csv").read_text(encoding="utf-8").splitlines()
    brumelin = [row for row in table if "BRUMELIN" in row or "VANILÈNE" in row]
    write(folder / "wrong-encoding.csv", "\n".join([table[0], *brumelin, ""]).encode("cp1252"))
    map_file = (office / "trademarks.map.json").read_bytes()
    write(folder / "wrong-encoding.map.json", map_file)
    patent = (office / "patent-302.xml").read_text(encoding="utf-8")
    write(folder / "broken.xml", patent.replace("</abstract>", "", 1).encode())
