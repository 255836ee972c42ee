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
    """`latin` or `han`: the line of the coverage list that this face answers for."""


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
)

ZERO_WIDTH_SPACE = 0x200B
THIN_SPACES = (0x2009, 0x202F)
NON_BREAKING_HYPHEN = 0x2011
SIGNS = "–—‘’‚“”„†‡•…‰′″‹›⁄€№™←↑→↓↖↗↘↙−√∞≈≠≤≥◊✓⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"
LATIN = frozenset(
    {*range(0x20, 0x7F), *range(0xA0, 0x180), *map(ord, SIGNS)}
    | {ZERO_WIDTH_SPACE, *THIN_SPACES, NON_BREAKING_HYPHEN}
)
# GB 2312 has neither the dash nor the middle dot that Chinese text is typed with today,
# nor these Han, which are standard forms now.
HAN_EXTRAS = "\u0020\u00a0\u00b7\u2013\u2014啰瞭镕喆"

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
        cut_face(face, sources[face.source, face.weight], options.out / face.file)
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


def cut_face(face: Face, source: Path, target: Path) -> None:
    """Write the part of `source` that `face` keeps to `target`, without hints."""
    # The dates in the file stay those of the source: no clock in what is written.
    font = TTFont(source, recalcTimestamp=False)
    characters = LATIN if face.group == "latin" else gb2312() | han_extras()
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


def gb2312() -> frozenset[int]:
    """Return the code points of GB 2312: 6,763 Han and its signs."""
    pairs = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    return frozenset(ord(sign) for pair in pairs for sign in pair.decode("gb2312", "ignore"))


def han_extras() -> frozenset[int]:
    """Return what today's Chinese text has and GB 2312 lacks."""
    punctuation = range(0x3000, 0x3040)
    full_width = {*range(0xFF01, 0xFF5F), *range(0xFFE0, 0xFFE7)}
    return frozenset({*punctuation, *full_width, *map(ord, HAN_EXTRAS), ZERO_WIDTH_SPACE})


def add_spaces_and_hyphen(font: TTFont, characters: frozenset[int]) -> None:
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
    lines = []
    for group in ("latin", "han"):
        files = [folder / face.file for face in FACES if face.group == group]
        shared = frozenset.intersection(*map(code_points, files))
        lines.append(f"{group} {' '.join(ranges(shared))}\n")
    return "".join(lines)


def code_points(path: Path) -> frozenset[int]:
    """Return what the face at `path` has a glyph for."""
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())


def ranges(codes: frozenset[int]) -> list[str]:
    """Return `codes` as ascending hexadecimal ranges, `4e00-4e03` or `4e07`."""
    starts = sorted(code for code in codes if code - 1 not in codes)
    ends = sorted(code for code in codes if code + 1 not in codes)
    return [
        f"{start:x}" if start == end else f"{start:x}-{end:x}"
        for start, end in zip(starts, ends, strict=True)
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
