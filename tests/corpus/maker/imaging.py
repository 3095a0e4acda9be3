"""Turns SVG text into the image files of the sample office: rsvg-convert draws, ImageMagick encodes, the TIFF frame is written here."""

import pathlib
import struct
import subprocess
import tempfile

SHORT, LONG, RATIONAL = 3, 4, 5


def svg(width, height, body, paper="#ffffff"):
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        f'<rect width="100%" height="100%" fill="{paper}"/>{body}</svg>'
    )


def run(*command, given=None):
    return subprocess.run([str(part) for part in command], input=given, check=True, stdout=subprocess.PIPE).stdout


def drawn(picture):
    """The PNG bytes of an SVG; pictures carry the reproducible part only, no time and no software name."""
    return run("rsvg-convert", "--format", "png", given=picture.encode())


def save_png(path, picture, colours=64, bilevel=False, dpi=None):
    reduce = ["-colorspace", "gray", "-threshold", "60%", "-type", "bilevel"] if bilevel else ["-dither", "None", "-colors", colours]
    density = ["-density", dpi, "-units", "PixelsPerInch"] if dpi else []
    write(path, run("convert", "png:-", "-alpha", "off", *reduce, *density, "-define", "png:include-chunk=none,PLTE,tRNS,pHYs", "png:-", given=drawn(picture)))


def save_jpeg(path, picture, quality=75, dpi=72, grey=False):
    """A grey picture is made to look scanned: turned by a third of a degree, soft, on paper that is not quite white."""
    scanned = ["-colorspace", "gray", "-background", "#f3f3f3", "-rotate", "0.35", "-blur", "0x0.8", "+repage"] if grey else []
    crop = ["-gravity", "center", "-extent", "2480x3508"] if grey else []
    write(path, run("convert", "png:-", *scanned, *crop, "-density", dpi, "-units", "PixelsPerInch", "-strip", "-quality", quality, "jpg:-", given=drawn(picture)))


def group4(picture):
    """The bare ITU-T T.6 bits of a picture, and its size."""
    png = drawn(picture)
    width, height = struct.unpack(">II", png[16:24])
    return width, height, run("convert", "png:-", "-colorspace", "gray", "-threshold", "60%", "-type", "bilevel", "group4:-", given=png)


def tiff(frames, dpi=300, strip_length=None):
    """A little-endian TIFF whose directories stand before their strips. strip_length is what the header claims, where that shall be a lie."""
    out = bytearray(struct.pack("<2sHI", b"II", 42, 8))
    for number, (width, height, bits) in enumerate(frames):
        entries = 12
        values = len(out) + 2 + entries * 12 + 4
        strip = values + 16
        after = strip + len(bits) + len(bits) % 2
        is_last = number == len(frames) - 1
        tags = [
            (256, LONG, width), (257, LONG, height), (258, SHORT, 1), (259, SHORT, 4), (262, SHORT, 0), (273, LONG, strip),
            (277, SHORT, 1), (278, LONG, height), (279, LONG, strip_length or len(bits)), (282, RATIONAL, values),
            (283, RATIONAL, values + 8), (296, SHORT, 2),
        ]
        out += struct.pack("<H", entries)
        for tag, kind, value in tags:
            out += struct.pack("<HHI", tag, kind, 1) + (struct.pack("<HH", value, 0) if kind == SHORT else struct.pack("<I", value))
        out += struct.pack("<I", 0 if is_last else after)
        out += struct.pack("<IIII", dpi, 1, dpi, 1)
        out += bits + b"\0" * (len(bits) % 2)
    return bytes(out)


def save_tiff(path, pictures, dpi=300):
    write(path, tiff([group4(picture) for picture in pictures], dpi))


def save_tiff_of_another_maker(path, picture):
    """Big-endian, black is zero, many strips: as some scanner programs write."""
    with tempfile.TemporaryDirectory() as folder:
        plain, other = pathlib.Path(folder, "plain.tif"), pathlib.Path(folder, "other.tif")
        run("convert", "png:-", "-colorspace", "gray", "-threshold", "60%", "-type", "bilevel", "-density", 300, "-units", "PixelsPerInch",
            "-define", "quantum:polarity=min-is-black", "-compress", "Group4", f"tiff:{plain}", given=drawn(picture))
        run("tiffcp", "-B", "-r", 256, "-c", "g4", plain, other)
        write(path, other.read_bytes())


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
