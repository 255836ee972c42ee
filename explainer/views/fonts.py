"""The app's own faces: which file stands for a `Face` in each writing."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QRawFont

from explainer.files import resource_folder
from explainer.picture import Face
from explainer.theme import number

REFERENCE = 1000
"""px at which everything is measured: the units of the font files, so nothing is rounded."""


class _Cut(NamedTuple):
    """One font file's place in a family."""

    family: str
    weight: QFont.Weight


_SANS_SC = _Cut("Explainer Sans SC", QFont.Weight.Normal)
_SANS_SC_BOLD = _Cut("Explainer Sans SC", QFont.Weight.Bold)
_CUTS: dict[Face, tuple[_Cut, _Cut]] = {
    "text": (_Cut("Explainer Sans", QFont.Weight.Normal), _SANS_SC),
    "medium": (_Cut("Explainer Sans", QFont.Weight.Medium), _SANS_SC),
    "strong": (_Cut("Explainer Sans", QFont.Weight.DemiBold), _SANS_SC_BOLD),
    "headline": (
        _Cut("Explainer Serif", QFont.Weight.DemiBold),
        _Cut("Explainer Serif SC", QFont.Weight.Bold),
    ),
    "mono": (_Cut("Explainer Mono", QFont.Weight.Normal), _SANS_SC),
    "mono-strong": (_Cut("Explainer Mono", QFont.Weight.DemiBold), _SANS_SC_BOLD),
}
"""Latin first, Chinese second."""


@cache
def load_fonts() -> None:
    """Make the faces known to Qt; needs a QGuiApplication, and does its work once.

    Raises:
        FileNotFoundError: a family is not in the folder.
    """
    folder = resource_folder() / "fonts"
    known: set[str] = set()
    for path in sorted(folder.iterdir()):
        if path.suffix == ".ttf":
            added = QFontDatabase.addApplicationFont(str(path))
            known.update(QFontDatabase.applicationFontFamilies(added))
    for family in {cut.family for pair in _CUTS.values() for cut in pair} - known:
        message = f"{folder}: there is no font file of {family}"
        raise FileNotFoundError(message)


@cache
def font(face: Face, *, chinese: bool) -> QFont:
    """Return the face in one writing, at the size of measuring. Never change it."""
    load_fonts()
    cut = _CUTS[face][chinese]
    made = QFont(cut.family)
    made.setPixelSize(REFERENCE)
    made.setWeight(cut.weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setStyleStrategy(
        QFont.StyleStrategy.NoFontMerging | QFont.StyleStrategy.NoSubpixelAntialias
    )
    made.setLetterSpacing(
        QFont.SpacingType.AbsoluteSpacing, _letter_spacing(face, chinese=chinese) * REFERENCE
    )
    return made


@cache
def metrics(face: Face, *, chinese: bool) -> QFontMetricsF:
    """Return the widths of the face's letters in one writing, px at `REFERENCE`."""
    return QFontMetricsF(font(face, chinese=chinese))


@lru_cache(maxsize=512)
def raw_font(face: Face, size: float, *, chinese: bool) -> QRawFont:
    """Return the face at any size, px, also a fraction. Never change it."""
    made = QRawFont.fromFont(font(face, chinese=chinese))
    made.setPixelSize(size)
    return made


@lru_cache(maxsize=8192)
def shows(face: Face, sign: str, *, chinese: bool) -> bool:
    """Return whether the face has a drawing of `sign` in that writing."""
    return raw_font(face, REFERENCE, chinese=chinese).supportsCharacter(ord(sign))


def _letter_spacing(face: Face, *, chinese: bool) -> float:
    """Return the space added behind every letter, em."""
    if face == "headline":
        return number("letter_spacing_em", "headline_zh" if chinese else "headline_en")
    if face in {"mono", "mono-strong"} and not chinese:
        return number("letter_spacing_em", "model_name")
    return number("letter_spacing_em", "text")
