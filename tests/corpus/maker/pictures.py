"""The pictures of marks and the views of designs. All shapes are made up here."""

import math

from imaging import save_jpeg, save_png, svg


def words(x, y, size, text, fill, family="DejaVu Serif", extra=""):
    return f'<text x="{x}" y="{y}" font-family="{family}" font-size="{size}" text-anchor="middle" fill="{fill}" {extra}>{text}</text>'


def wave(y, colour, width=600):
    bumps = "".join(f"q 37 -44 75 0 t 75 0 " for _ in range(width // 150 + 1))
    return f'<path d="M 0 {y} {bumps}" fill="none" stroke="{colour}" stroke-width="18"/>'


MARKS = {
    "brumelin.png": '<circle cx="300" cy="150" r="110" fill="#2a62a8"/><path d="M300 60 q70 100 0 160 q-70 -60 0 -160" fill="#fff"/>'
    + words(300, 350, 84, "BRUMELIN", "#2a62a8"),
    "sun-wave.png": '<circle cx="300" cy="200" r="110" fill="#e8822a"/>'
    + "".join(
        f'<line x1="{300 + 130 * math.cos(a):.1f}" y1="{200 + 130 * math.sin(a):.1f}" x2="{300 + 175 * math.cos(a):.1f}" y2="{200 + 175 * math.sin(a):.1f}"'
        ' stroke="#e8822a" stroke-width="14"/>'
        for a in (math.pi + i * math.pi / 8 for i in range(9))
    )
    + '<rect y="250" width="600" height="150" fill="#fff"/>' + wave(280, "#1f6f9f") + wave(325, "#1f6f9f") + wave(370, "#1f6f9f"),
    "ombelune.png": words(300, 230, 92, "Ombelune", "#333333", extra='font-style="italic" font-weight="bold"')
    + '<path d="M80 280 q220 60 440 0" fill="none" stroke="#333333" stroke-width="6"/>',
    "nakhla.jpg": '<rect x="288" y="140" width="24" height="160" fill="#7a4a1e"/>'
    + "".join(f'<path d="M300 140 q{dx} -90 {2 * dx} 10 q{-dx} -50 {-2 * dx} -10" fill="#2f7d32"/>' for dx in (-60, -30, 30, 60))
    + words(300, 370, 64, "نخلة ٧  NAKHLA 7", "#2f7d32", "DejaVu Sans"),
    "bottle-shape.jpg": '<path d="M270 30 h60 v90 q80 60 60 150 l-30 110 h-120 l-30 -110 q-20 -90 60 -150 z" fill="#c8862a" stroke="#6b430d" stroke-width="6"/>'
    '<path d="M236 210 q64 30 128 0" fill="none" stroke="#6b430d" stroke-width="5"/>',
    "parrot-moon.png": '<circle cx="300" cy="160" r="120" fill="#f2d34f"/><circle cx="345" cy="130" r="105" fill="#fff"/>'
    '<path d="M250 260 q-20 -110 60 -120 q60 0 50 60 l26 14 l-30 12 q-10 80 -80 90 z" fill="#c4332b"/><circle cx="325" cy="170" r="9" fill="#fff"/>'
    + words(300, 375, 48, "PARROT &amp; MOON", "#222222"),
    "crab.png": '<ellipse cx="300" cy="230" rx="130" ry="85" fill="#c92a2a"/>'
    + "".join(f'<path d="M{300 + s * 110} {200 + 30 * i} q{s * 60} -20 {s * 90} 50" fill="none" stroke="#c92a2a" stroke-width="16"/>' for s in (-1, 1) for i in range(3))
    + "".join(f'<circle cx="{300 + s * 40}" cy="190" r="16" fill="#fff"/><path d="M{300 + s * 150} 120 a44 44 0 1 {int(s > 0)} {s * 20} -60" fill="none" stroke="#c92a2a" stroke-width="22"/>' for s in (-1, 1)),
    "saltferry.png": '<path d="M120 200 h360 l-50 80 h-260 z" fill="#1d4e89"/><rect x="220" y="130" width="160" height="70" fill="#9dbfe0"/>'
    '<rect x="320" y="80" width="30" height="50" fill="#1d4e89"/>' + wave(300, "#1d4e89") + words(300, 380, 62, "SALTFERRY", "#1d4e89", "DejaVu Sans"),
    "vanilene.jpg": '<path d="M300 60 q80 90 0 190 q-80 -100 0 -190" fill="#f4e6c3" stroke="#5d3a1a" stroke-width="6"/>'
    '<path d="M260 90 q-90 70 -20 160 M340 90 q90 70 20 160" fill="none" stroke="#5d3a1a" stroke-width="10"/>' + words(300, 350, 80, "VANILÈNE", "#5d3a1a"),
    "woven.png": "".join(
        f'<rect x="{120 + 40 * x}" y="{40 + 40 * y}" width="36" height="36" fill="{"#8a5a2b" if (x + y) % 2 else "#ead9b5"}"/>' for x in range(9) for y in range(6)
    )
    + words(300, 360, 52, "TRESSÉ À TAMARELLE", "#8a5a2b"),
    "turquoise.png": '<rect x="60" y="40" width="480" height="320" fill="#30c5c0"/>',
    "futureef.png": "".join(f'<path d="M{150 + 75 * i} 260 q-30 -80 {10 + 6 * i} -{110 + 25 * (i % 3)} q30 60 0 {110 + 25 * (i % 3)}" fill="#d6457b"/>' for i in range(5))
    + words(300, 345, 76, "FUTUREEF", "#444444", "DejaVu Sans"),
}

# A turned body is the list of its radii from top to bottom, in steps of equal height.
TURNED = {
    "lamp": ("png", 4, [40, 90, 130, 150, 30, 25, 25, 30, 110, 120], "#d9b25f"),
    "stool": ("png", 3, [150, 150, 60, 45, 45, 60, 80, 100, 120, 125], "#a9764a"),
    "bottle": ("jpg", 4, [35, 35, 38, 60, 110, 120, 120, 118, 120, 110], "#8fb9a8"),
    "flowerpot": ("png", 3, [170, 168, 160, 145, 120, 80], "#c8d0d8"),
    "buoy": ("png", 3, [20, 30, 60, 100, 150, 155, 150, 90, 40, 30], "#e4572e"),
    "small-buoy": ("png", 2, [15, 25, 60, 90, 60, 25, 20, 20], "#e4b12e"),
    "jug": ("jpg", 4, [60, 50, 55, 90, 130, 145, 140, 120, 90, 80], "#b5651d"),
    "basket": ("png", 3, [150, 152, 148, 142, 135, 125, 118, 110], "#c2a878"),
    "flask": ("png", 3, [30, 30, 25, 70, 100, 110, 100, 70, 40], "#b39ddb"),
    "bollard": ("png", 2, [90, 110, 100, 60, 55, 55, 60, 70, 120, 120], "#555f66"),
    "candle": ("png", 2, [50, 55, 25, 20, 35, 20, 25, 60, 110, 115], "#c0a040"),
}


def outline(radii, lean):
    """Right side downwards, left side upwards; lean is how far the rims bend when seen from above."""
    step, top, middle = 360 / (len(radii) - 1), 70, 250
    right = [(middle + radius, top + i * step) for i, radius in enumerate(radii)]
    left = [(2 * middle - x, y) for x, y in reversed(right)]
    body = f'M{right[0][0]} {right[0][1]:.1f} ' + " ".join(f"L{x} {y:.1f}" for x, y in right[1:])
    body += f" A{radii[-1]} {max(lean * radii[-1], 1):.1f} 0 0 1 {left[0][0]} {left[0][1]:.1f} " + " ".join(f"L{x} {y:.1f}" for x, y in left[1:]) + " Z"
    return body, right


def side(radii, colour, lean, turn):
    body, right = outline(radii, lean)
    rings = "".join(f'<path d="M{500 - x} {y:.1f} A{x - 250} {max(lean * (x - 250), 1):.1f} 0 0 0 {x} {y:.1f}" fill="none" stroke="#333" stroke-width="2"/>' for x, y in right[1:-1:2])
    rim = f'<ellipse cx="250" cy="{right[0][1]:.1f}" rx="{radii[0]}" ry="{max(lean * radii[0], 1):.1f}" fill="#eeeeee" stroke="#333" stroke-width="3"/>'
    return f'<g transform="rotate({turn} 250 250)"><path d="{body}" fill="{colour}" stroke="#333" stroke-width="3"/>{rings}{rim}</g>'


def above(radii, colour):
    rings = sorted(set(radii), reverse=True)
    return "".join(f'<circle cx="250" cy="250" r="{radius}" fill="{colour}" stroke="#333" stroke-width="2"/>' for radius in rings)


def views_of(radii, colour):
    return [side(radii, colour, 0.0, 0), side(radii, colour, 0.28, 0), above(radii, colour), side(radii, colour, 0.2, 24)]


def fabric(offset):
    knots = "".join(
        f'<path d="M{x} {y} l40 25 l-40 25 l-40 -25 z" fill="{"#7b1e3a" if (x // 100 + y // 60 + offset) % 2 else "#e0a458"}"/><circle cx="{x}" cy="{y + 25}" r="8" fill="#fff"/>'
        for y in range(0, 500, 60) for x in range(50, 500, 100)
    )
    return knots


def make(office):
    for name, body in MARKS.items():
        save = save_png if name.endswith("png") else save_jpeg
        save(office / "marks" / name, svg(600, 400, body))
    for name, (kind, count, radii, colour) in TURNED.items():
        save = save_png if kind == "png" else save_jpeg
        for number, body in enumerate(views_of(radii, colour)[:count], start=1):
            save(office / "views" / f"{name}-{number}.{kind}", svg(500, 500, body))
    for number in (1, 2):
        save_png(office / "views" / f"fabric-{number}.png", svg(500, 500, fabric(number), "#fbf3e4"))
