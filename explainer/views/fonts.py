"""The app's own faces: which file stands for a `Face` in each writing."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QRawFont

from explainer.files import resource_folder
from explainer.picture import Face
from explainer.theme import number

REFERENCE = 1000
"""px at which everything is measured: the units of the font files, so nothing is rounded."""


class _Cut(NamedTuple):
    """One font file, and its place in a family."""

    file: str
    family: str
    weight: QFont.Weight


_SANS = "Explainer Sans"
_MONO = "Explainer Mono"
_SANS_SC = _Cut("NotoSansSC-Regular", "Explainer Sans SC", QFont.Weight.Normal)
_SANS_SC_BOLD = _Cut("NotoSansSC-Bold", "Explainer Sans SC", QFont.Weight.Bold)
_SERIF_SC_BOLD = _Cut("NotoSerifSC-Bold", "Explainer Serif SC", QFont.Weight.Bold)
_CUTS: dict[Face, tuple[_Cut, _Cut]] = {
    "text": (_Cut("IBMPlexSans-Regular", _SANS, QFont.Weight.Normal), _SANS_SC),
    "medium": (_Cut("IBMPlexSans-Medium", _SANS, QFont.Weight.Medium), _SANS_SC),
    "strong": (_Cut("IBMPlexSans-SemiBold", _SANS, QFont.Weight.DemiBold), _SANS_SC_BOLD),
    "headline": (
        _Cut("SourceSerif4-SemiBold", "Explainer Serif", QFont.Weight.DemiBold),
        _SERIF_SC_BOLD,
    ),
    "mono": (_Cut("IBMPlexMono-Regular", _MONO, QFont.Weight.Normal), _SANS_SC),
    "mono-strong": (_Cut("IBMPlexMono-SemiBold", _MONO, QFont.Weight.DemiBold), _SANS_SC_BOLD),
}
"""Latin first, Chinese second."""
_LAST_RESORTS = {
    "letters": _Cut("NotoSans-Letters", "Explainer Letters", QFont.Weight.Normal),
    "math": _Cut("NotoSansMath-Signs", "Explainer Math", QFont.Weight.Normal),
    "symbols": _Cut("NotoSansSymbols-Signs", "Explainer Symbols", QFont.Weight.Normal),
    "symbols2": _Cut("NotoSansSymbols2-Signs", "Explainer Symbols 2", QFont.Weight.Normal),
    "hangul": _Cut("NotoSansKR-Hangul", "Explainer Hangul", QFont.Weight.Normal),
    "rare": _Cut("NotoSansSC-RareHan", "Explainer Rare Han", QFont.Weight.Normal),
}
"""By their group in the coverage list: loaded when a text has something that only they have."""
_LARGE = (_SANS_SC_BOLD, _SERIF_SC_BOLD)
"""Megabytes that a start in English does without; in both languages some words are Chinese."""


class NoFontsError(RuntimeError):
    """The platform on which Qt was started cannot load fonts, as `minimal` cannot."""

    def __init__(self, platform: str) -> None:
        self.platform = platform
        super().__init__(f"Qt's platform {platform} cannot load fonts")


def load_fonts(*, large: bool = True) -> None:
    """Make the faces known to Qt; needs a QGuiApplication. One that is not is when it is used.

    Raises:
        FileNotFoundError: a font file is not in the folder, or holds another family.
        NoFontsError: Qt's platform cannot load any.
    """
    for pair in _CUTS.values():
        for cut in pair:
            if large or cut not in _LARGE:
                _load(cut)


@cache
def _load(cut: _Cut) -> None:
    path = resource_folder() / "fonts" / f"{cut.file}.ttf"
    added = QFontDatabase.addApplicationFont(str(path))
    if added < 0 and path.exists():
        raise NoFontsError(QGuiApplication.platformName())
    if QFontDatabase.applicationFontFamilies(added) != [cut.family]:
        message = f"{path}: this is no font file of {cut.family}"
        raise FileNotFoundError(message)


@cache
def font(face: Face, *, chinese: bool, last_resort: str = "") -> QFont:
    """Return the face in one writing, at the size of measuring. Never change it.

    `last_resort` names the group that stands in for it.
    """
    load_fonts(large=False)  # together: each that comes later makes Qt look at all again
    cut = _LAST_RESORTS[last_resort] if last_resort else _CUTS[face][chinese]
    _load(cut)
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
def metrics(face: Face, *, chinese: bool, last_resort: str = "") -> QFontMetricsF:
    """Return the widths of the face's letters in one writing, px at `REFERENCE`."""
    return QFontMetricsF(font(face, chinese=chinese, last_resort=last_resort))


@lru_cache(maxsize=512)
def raw_font(face: Face, size: float, *, chinese: bool, last_resort: str = "") -> QRawFont:
    """Return the face at any size, px, also a fraction. Never change it."""
    made = QRawFont.fromFont(font(face, chinese=chinese, last_resort=last_resort))
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
