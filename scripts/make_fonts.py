"""Cuts the app's faces out of a folder of static TrueType fonts, and lists what they cover.

The list is `coverage.txt`, which `explainer/coverage.py` reads. Nothing is
downloaded. Cutting the same fonts with the same fontTools gives the same bytes.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

FONTS = Path(__file__).resolve().parent.parent / "explainer" / "resources" / "fonts"


@dataclass(frozen=True, slots=True)
class Face:
    """One file to cut: which font it comes from and which characters it keeps."""

    file: str
    family: str
    """What the app asks Qt for. No font that is installed is called so, and the names that
    the makers of Plex and Source have reserved for the whole fonts are not used."""
    source: str
    """The family it is cut from."""
    style: str
    weight: int
    group: str
    """The line of the coverage list that this face answers for: `latin`, `han`, or the name
    of the file of a last resort, which is taken for what those two lack."""


FACES = (
    Face("IBMPlexSans-Regular.ttf", "Explainer Sans", "IBM Plex Sans", "Regular", 400, "latin"),
    Face("IBMPlexSans-Medium.ttf", "Explainer Sans", "IBM Plex Sans", "Medium", 500, "latin"),
    Face("IBMPlexSans-SemiBold.ttf", "Explainer Sans", "IBM Plex Sans", "SemiBold", 600, "latin"),
    Face("IBMPlexMono-Regular.ttf", "Explainer Mono", "IBM Plex Mono", "Regular", 400, "latin"),
    Face("IBMPlexMono-SemiBold.ttf", "Explainer Mono", "IBM Plex Mono", "SemiBold", 600, "latin"),
    Face(
        "SourceSerif4-SemiBold.ttf", "Explainer Serif", "Source Serif 4", "SemiBold", 600, "latin"
    ),
    Face("NotoSansSC-Regular.ttf", "Explainer Sans SC", "Noto Sans SC", "Regular", 400, "han"),
    Face("NotoSansSC-Bold.ttf", "Explainer Sans SC", "Noto Sans SC", "Bold", 700, "han"),
    Face("NotoSerifSC-Bold.ttf", "Explainer Serif SC", "Noto Serif SC", "Bold", 700, "han"),
    Face("NotoSans-Letters.ttf", "Explainer Letters", "Noto Sans", "Regular", 400, "letters"),
    Face("NotoSansMath-Signs.ttf", "Explainer Math", "Noto Sans Math", "Regular", 400, "math"),
    Face(
        "NotoSansSymbols-Signs.ttf",
        "Explainer Symbols",
        "Noto Sans Symbols",
        "Regular",
        400,
        "symbols",
    ),
    Face(
        "NotoSansSymbols2-Signs.ttf",
        "Explainer Symbols 2",
        "Noto Sans Symbols 2",
        "Regular",
        400,
        "symbols2",
    ),
    Face("NotoSansKR-Hangul.ttf", "Explainer Hangul", "Noto Sans KR", "Regular", 400, "hangul"),
    Face("NotoSansSC-RareHan.ttf", "Explainer Rare Han", "Noto Sans SC", "Regular", 400, "rare"),
)

Codes = frozenset[int]

ZERO_WIDTH_SPACE = 0x200B
THIN_SPACES = (0x2009, 0x202F)
NON_BREAKING_HYPHEN = 0x2011
SOFT_HYPHEN = 0xAD
"""Never painted: a deck is read without it."""
SIGNS = "–—‘’‚“”„†‡•…‰′″‹›⁄€№™←↑→↓↖↗↘↙−√∞≈≠≤≥◊✓⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"
LATIN = frozenset(
    {*range(0x20, 0x7F), *range(0xA0, 0x180), *map(ord, SIGNS)}
    | {ZERO_WIDTH_SPACE, *THIN_SPACES, NON_BREAKING_HYPHEN}
).union(
    range(0x180, 0x250),  # pinyin, Romanian
    range(0x2B0, 0x530),  # accents that stand apart, Greek, Cyrillic
    range(0x1E00, 0x1F00),  # Vietnamese
    range(0x2010, 0x2028),
    range(0x2030, 0x205F),  # punctuation
    range(0x2070, 0x20D0),  # raised and lowered figures, currencies
    range(0x2100, 0x2190),  # letter-like signs, fractions
) - {SOFT_HYPHEN}
"""What a Latin face keeps where its source has it."""
# GB 2312 has neither the dash nor the middle dot that Chinese text is typed with today,
# nor these Han, which are standard forms now.
HAN_EXTRAS = "\u0020\u00a0\u00b7\u2013\u2014啰瞭镕喆"
HAN_BLOCKS = (
    range(0x2160, 0x2180),  # Roman numbers
    range(0x2460, 0x2500),  # numbers in circles and brackets
    range(0x2500, 0x27C0),  # frames, stars, squares, ticks
    range(0x3000, 0x3130),  # signs, kana, bopomofo
    range(0x31F0, 0x3400),  # small kana, enclosed letters, units
    range(0xFE30, 0xFE70),
    range(0xFF01, 0xFFEF),  # full and half width
)
"""What a Chinese face keeps besides Han where its source has it."""
LAST_RESORTS = {
    "letters": ((range(0x80, 0x530), range(0x1D00, 0x20E3), range(0x2100, 0x2190)), ("latin",)),
    "math": (
        (range(0x2190, 0x2400), range(0x27C0, 0x2C00), range(0x1D400, 0x1D800)),
        ("latin", "letters"),
    ),
    "symbols": ((range(0x2100, 0x2C00),), ("latin", "han", "letters", "math")),
    "symbols2": ((range(0x2100, 0x2C00),), ("latin", "han", "letters", "math", "symbols")),
    "rare": ((range(0x4E00, 0x9FA6), range(0xFA0E, 0xFA2A)), ("han",)),
}
"""What is looked for in the source of a last resort, and the groups that need no help with it.

Mathematics and letters are taken although the Chinese faces have them: there they are as wide as
a Han.
"""

# Anything that depends on a language (`locl`) would make the pixels depend on the
# system's locale, and digits after a hyphen would vanish from the text of a PDF.
# What is kept only moves glyphs; the table that replaces them is dropped whole.
LAYOUT_FEATURES = ("kern", "mark", "mkmk", "halt", "palt")
NAMES = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 14}
"""Kept of the name table: copyright, names, version, trademark, makers, licence."""
UNUSED_TABLES = ("BASE", "GSUB", "STAT", "VDMX", "meta", "vhea", "vmtx")


def main(arguments: list[str]) -> int:
    """Cut all faces and list what they cover; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="holds the static .ttf files, at any depth")
    parser.add_argument("--out", type=Path, default=FONTS, help="where the faces are written")
    options = parser.parse_args(arguments)
    sources = find_fonts(options.folder)
    absent = [face for face in FACES if (face.source, face.weight) not in sources]
    if absent:
        for face in absent:
            sys.stderr.write(f"{options.folder}: no font {face.source} {face.weight}\n")
        return 1
    options.out.mkdir(parents=True, exist_ok=True)
    for face in FACES:
        source = sources[face.source, face.weight]
        cut_face(face, source, options.out / face.file, characters(face, options.out))
    (options.out / "coverage.txt").write_text(coverage(options.out), encoding="ascii")
    return 0


def find_fonts(folder: Path) -> dict[tuple[str, int], Path]:
    """Return the upright static fonts below `folder` by the family and weight they state."""
    found: dict[tuple[str, int], Path] = {}
    for path in sorted(folder.rglob("*.ttf")):
        with TTFont(path, lazy=True) as font:
            if "fvar" in font or font["post"].italicAngle:
                continue
            family = font["name"].getDebugName(16) or font["name"].getDebugName(1)
            found.setdefault((family, font["OS/2"].usWeightClass), path)
    return found


def characters(face: Face, folder: Path) -> Codes:
    """Return what `face` keeps of its source; a last resort, what those in `folder` lack."""
    if face.group in ("latin", "han"):
        return LATIN if face.group == "latin" else han()
    if face.group == "hangul":
        return hangul()
    ranges, others = LAST_RESORTS[face.group]
    left = {code for part in ranges for code in part} - shared(folder, *others)
    # An accent that stands apart is set in the face of its letter.
    letters = {code for code in range(0x41, 0x7B) if chr(code).isalpha()}
    return frozenset(left - {SOFT_HYPHEN} | (letters if face.group == "letters" else set()))


def cut_face(face: Face, source: Path, target: Path, characters: Codes) -> None:
    """Write the part of `source` that is `characters` to `target`, without hints."""
    # The dates in the file stay those of the source: no clock in what is written.
    font = TTFont(source, recalcTimestamp=False)
    if face.group in ("latin", "han"):
        add_spaces_and_hyphen(font, characters)
    name_plainly(font, face)
    options = Options(
        layout_features=list(LAYOUT_FEATURES),
        name_IDs=sorted(NAMES),
        hinting=False,
        notdef_outline=True,
        glyph_names=False,
    )
    options.drop_tables += UNUSED_TABLES
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font.save(target, reorderTables=True)


def gb2312() -> Codes:
    """Return the code points of GB 2312: 6,763 Han and its signs."""
    return encoded("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF))


def big5() -> Codes:
    """Return the 5,401 traditional Han that are used every day (level 1 of Big5)."""
    return encoded("big5", range(0xA4, 0xC7), range(0x40, 0xFF)) - {*range(0x3400)}


def jis() -> Codes:
    """Return the 2,965 Han that are used every day in Japan (level 1 of JIS X 0208)."""
    return encoded("euc_jp", range(0xB0, 0xD0), range(0xA1, 0xFF))


def hangul() -> Codes:
    """Return the 2,350 syllables of KS X 1001, and the letters that they are made of."""
    return encoded("euc_kr", range(0xB0, 0xC9), range(0xA1, 0xFF)).union(range(0x3131, 0x318F))


def encoded(name: str, rows: range, cells: range) -> Codes:
    """Return the code points that a national standard has in some rows of its table."""
    pairs = (bytes((row, cell)) for row in rows for cell in cells)
    return frozenset(ord(sign) for pair in pairs for sign in pair.decode(name, "ignore"))


def han() -> Codes:
    """Return what the Chinese faces keep: Han of every day, and the signs that go with them."""
    blocks = (code for block in HAN_BLOCKS for code in block)
    return gb2312() | big5() | jis() | {*map(ord, HAN_EXTRAS), ZERO_WIDTH_SPACE, *blocks}


def add_spaces_and_hyphen(font: TTFont, characters: Codes) -> None:
    """Give `font` those of the special spaces and the non-breaking hyphen that it should have."""
    fifth_of_em = font["head"].unitsPerEm // 5
    widths = {ZERO_WIDTH_SPACE: 0, **dict.fromkeys(THIN_SPACES, fifth_of_em)}
    present = font.getBestCmap()
    for code in sorted(characters & set(widths) - set(present)):
        map_character(font, code, add_blank_glyph(font, f"uni{code:04X}", widths[code]))
    if NON_BREAKING_HYPHEN in characters and NON_BREAKING_HYPHEN not in present:
        map_character(font, NON_BREAKING_HYPHEN, present[ord("-")])


def add_blank_glyph(font: TTFont, name: str, width: int) -> str:
    """Add an empty glyph, `width` font units wide, and return its name."""
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"].glyphs[name] = Glyph()
    font["hmtx"].metrics[name] = (width, 0)
    return name


def map_character(font: TTFont, code: int, glyph: str) -> None:
    """Let every Unicode table of `font` lead from `code` to `glyph`."""
    for table in font["cmap"].tables:
        if table.isUnicode() and hasattr(table, "cmap"):
            table.cmap[code] = glyph


def name_plainly(font: TTFont, face: Face) -> None:
    """Give the face its family's name here, so that family and weight find it on every system."""
    full = f"{face.family} {face.style}"
    postscript = f"{face.family.replace(' ', '')}-{face.style}"
    names = {1: face.family, 2: face.style, 3: full, 4: full, 6: postscript}
    for name_id, text in names.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)


def coverage(folder: Path) -> str:
    """Return the code points that all faces of a group have, one line of ranges per group."""
    groups = dict.fromkeys(face.group for face in FACES)
    return "".join(f"{group} {' '.join(ranges(shared(folder, group)))}\n" for group in groups)


def shared(folder: Path, *groups: str) -> Codes:
    """Return the code points that all faces of one of these groups have."""
    files = {group: [folder / it.file for it in FACES if it.group == group] for group in groups}
    return frozenset().union(
        *(frozenset.intersection(*map(code_points, files[group])) for group in groups)
    )


def code_points(path: Path) -> Codes:
    """Return what the face at `path` has a glyph for."""
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())


def ranges(codes: Codes) -> list[str]:
    """Return `codes` as ascending hexadecimal ranges, `4e00-4e03` or `4e07`."""
    starts = sorted(code for code in codes if code - 1 not in codes)
    ends = sorted(code for code in codes if code + 1 not in codes)
    return [
        f"{start:x}" if start == end else f"{start:x}-{end:x}"
        for start, end in zip(starts, ends, strict=True)
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
