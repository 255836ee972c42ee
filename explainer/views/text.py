"""Words in both writings: measured without a size, painted at any.

Everything is laid out once at `REFERENCE` px and scaled, so a line is as wide as the core was
told, and stands relatively the same on every screen and in every export.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import chain, groupby
from math import cos, sin, tau

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QGlyphRun,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QRawFont,
    QTextLayout,
    QTextOption,
    QTransform,
)

from explainer.coverage import last_resort
from explainer.lines import break_lines
from explainer.picture import Face, Ink, Span, TextLine
from explainer.scripts import Run, border_gap, runs
from explainer.views.fonts import REFERENCE, font, metrics, raw_font, shows

HALO = 0.28
"""Width of the pen around the letters, em; half of it is outside."""
UNDERLINE = (0.14, 0.06)
"""How far below the baseline, and how thick, em."""
LARGEST_KEPT = 64
"""px on the device; larger letters are drawn from their outlines each time."""
_RING = tuple(
    (HALO / 2 * cos(turn * tau / 12), HALO / 2 * sin(turn * tau / 12)) for turn in range(12)
)
"""Where a halo's letters stand, em; the steps are no wider than a stem."""
_ANY_HAN = "永"
_FULL_WIDTH = re.compile(
    "[\u3000-\u3029\u3030-\u3098\u309b-\u312f\u3200-\u9fff\uff01-\uff5e]+"
).fullmatch
"""Chinese letters and signs of one em."""
_LETTER = re.compile("[^\u0300-\u036f\u20d0-\u20ff][\u0300-\u036f\u20d0-\u20ff]*|.")
"""A sign with the accents that stand on it."""
REPLACEMENT = "□"
"""Painted for what no face has."""
_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}


class QtRuler(Struct, frozen=True):
    """Measures words with the app's own faces; a `picture.Ruler`. All are equal."""

    def width(self, text: str, face: Face, size: float) -> float:
        """Return how wide `text` is on one line, px, quarter-em spaces included."""
        if _FULL_WIDTH(text):
            # Breaking lines asks for thousands of these, and they are all equally wide.
            gaps = sum(run.gap for run in runs(text)) if len(text) > 1 else 0.0
            return (len(text) * _width(_ANY_HAN, face) + gaps) * size
        return _width(text, face) * size

    def lines(
        self, spans: Sequence[Span], size: float, width: float
    ) -> tuple[tuple[Span, ...], ...]:
        """Break `spans` into lines of at most `width` px by the rules of both writings."""
        return _broken(tuple(spans), width / size)

    def reach(self, text: str, face: Face) -> tuple[float, float]:
        """Return how far the letters of `text` go above their baseline and below it, em."""
        return _reach(text, face)


def draw_line(painter: QPainter, line: TextLine, colours: Callable[[Ink], QColor]) -> None:
    """Paint `line`; `colours` says how each of its roles looks."""
    words = _set(line.spans, line.size)
    left = line.x - words.width * _ANCHORS[line.anchor]
    if line.halo:
        _paint_halo(painter, QPointF(left, line.y), line, colours(line.halo))
    at = QPointF(left, line.y)
    large = line.size * painter.combinedTransform().m22() > LARGEST_KEPT
    for run, ink in words.runs:
        if large:
            # WORKAROUND (seen with Qt 6.11): nothing is painted of a run this large whose raw
            # font was given its size by `setPixelSize`.
            painter.fillPath(_outlines(run).translated(at), colours(ink))
            continue
        painter.setPen(colours(ink))
        painter.drawGlyphRun(at, run)
    for begin, end, ink in words.underlines:
        drop, thickness = UNDERLINE[0] * line.size, UNDERLINE[1] * line.size
        rule = QRectF(left + begin, line.y + drop, end - begin, thickness)
        painter.fillRect(rule, colours(ink))


def missing(text: str) -> tuple[str, ...]:
    """Return the signs of `text` that a box is painted for, each once, in their order."""
    return tuple(
        sign
        for sign in dict.fromkeys(sign for run in runs(text) for sign in run.text)
        if sign != REPLACEMENT
        and parts_for(sign, "text", chinese=runs(sign)[0].chinese)[0].text == REPLACEMENT
    )


class Part(Struct, frozen=True):
    """What is painted from one font file."""

    text: str
    chinese: bool
    last_resort: str = ""
    """The group of faces that stands in for what both writings lack."""


class _Piece(Struct, frozen=True):
    """Glyphs of one font file, places in px at `REFERENCE`."""

    part: Part
    glyphs: list[int]
    places: list[QPointF]


class _Words(Struct, frozen=True):
    """A line as Qt paints it: glyph runs from its left end, px."""

    width: float
    runs: tuple[tuple[QGlyphRun, Ink], ...]
    underlines: tuple[tuple[float, float, Ink], ...]


@lru_cache(maxsize=8192)
def _width(text: str, face: Face) -> float:
    """Return how wide a text is, em: as far as `_pieces` go, in a fifth of their time."""
    x = 0.0
    for run in runs(text):
        x += run.gap * REFERENCE
        for part in _shown(run, face):
            its_own = metrics(face, chinese=part.chinese, last_resort=part.last_resort)
            x += its_own.horizontalAdvance(part.text)
    return x / REFERENCE


@lru_cache(maxsize=4096)
def _reach(text: str, face: Face) -> tuple[float, float]:
    above = below = 0.0
    for run in runs(text):
        for part in _shown(run, face):
            for sign in set(part.text):
                up, down = _sign_reach(replace(part, text=sign), face)
                above, below = max(above, up), max(below, down)
    return above, below


@lru_cache(maxsize=4096)
def _sign_reach(sign: Part, face: Face) -> tuple[float, float]:
    raw = _raw_font(sign, face, REFERENCE)
    glyphs = raw.glyphIndexesForString(sign.text)
    bounds = raw.boundingRect(glyphs[0]) if glyphs else QRectF()
    return -bounds.top() / REFERENCE, bounds.bottom() / REFERENCE


@lru_cache(maxsize=4096)
def _pieces(text: str, face: Face) -> tuple[_Piece, ...]:
    """Return a text as glyphs, from its left end."""
    x = 0.0
    pieces: list[_Piece] = []
    for run in runs(text):
        x += run.gap * REFERENCE
        for part in _shown(run, face):
            piece, advance = _laid_out(part, face, x)
            pieces.append(piece)
            x += advance
    return tuple(pieces)


@lru_cache(maxsize=4096)
def _shown(run: Run, face: Face) -> tuple[Part, ...]:
    """Cut a run where its face lacks a sign."""
    text = run.text.replace("\n", " ")
    if all(shows(face, sign, chinese=run.chinese) for sign in text):
        return (Part(text, run.chinese),)
    found = chain.from_iterable(
        parts_for(letter, face, chinese=run.chinese) for letter in _LETTER.findall(text)
    )
    return tuple(
        Part("".join(it.text for it in same), chinese, last_resort)
        for (chinese, last_resort), same in groupby(found, _file_of)
    )


def parts_for(letter: str, face: Face, *, chinese: bool) -> tuple[Part, ...]:
    """Return what is painted for a sign with its accents: by its own face, another's, or a box."""
    whole = _whole(letter, face, chinese=chinese)
    if whole is not None:
        return (whole,)
    alone = (_whole(sign, face, chinese=chinese) for sign in letter)
    return tuple(it or Part(REPLACEMENT, chinese=True) for it in alone)


def _whole(letter: str, face: Face, *, chinese: bool) -> Part | None:
    """Return `letter` in the first file that has all of it; None where none has.

    Signs that are no Chinese letters look better in a last resort than as wide as a Han.
    """

    def has(*, its_own: bool) -> bool:
        return all(shows(face, sign, chinese=chinese == its_own) for sign in letter)

    if has(its_own=True):
        return Part(letter, chinese)
    if chinese and has(its_own=False):
        return Part(letter, chinese=False)
    if group := last_resort(letter):
        return Part(letter, chinese, group)
    return Part(letter, chinese=True) if has(its_own=False) else None


def _file_of(part: Part) -> tuple[bool, str]:
    return part.chinese, part.last_resort


def _laid_out(part: Part, face: Face, x: float) -> tuple[_Piece, float]:
    """Return the glyphs of `part` from `x` on, and how far it goes, px at `REFERENCE`."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setFlags(QTextOption.Flag.IncludeTrailingSpaces)
    own = font(face, chinese=part.chinese, last_resort=part.last_resort)
    layout = QTextLayout(part.text, own)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    start = QPointF(x, -line.ascent())
    made = layout.glyphRuns()
    piece = _Piece(
        part,
        [glyph for run in made for glyph in run.glyphIndexes()],
        [place + start for run in made for place in run.positions()],
    )
    return piece, line.horizontalAdvance()


@lru_cache(maxsize=4096)
def _starts(spans: tuple[Span, ...]) -> tuple[float, ...]:
    """Return where each span begins on the line, and last where the line ends, em."""
    x = 0.0
    starts: list[float] = []
    before = ""
    for span in spans:
        x += border_gap(before, span.text)
        starts.append(x)
        x += _width(span.text, span.face)
        before = span.text or before
    return (*starts, x)


@lru_cache(maxsize=4096)
def _set(spans: tuple[Span, ...], size: float) -> _Words:
    starts = _starts(spans)
    scale = size / REFERENCE
    made: list[tuple[QGlyphRun, Ink]] = []
    underlines: list[tuple[float, float, Ink]] = []
    for span, start in zip(spans, starts, strict=False):
        if span.underline:
            end = start + _width(span.text, span.face)
            underlines.append((start * size, end * size, span.ink))
        for piece in _pieces(span.text, span.face) if span.ink else ():
            run = QGlyphRun()
            run.setRawFont(_raw_font(piece.part, span.face, size))
            run.setGlyphIndexes(piece.glyphs)
            shift = QPointF(start * size, 0.0)
            run.setPositions([place * scale + shift for place in piece.places])
            made.append((run, span.ink))
    return _Words(starts[-1] * size, tuple(made), tuple(underlines))


def _raw_font(part: Part, face: Face, size: float) -> QRawFont:
    return raw_font(face, size, chinese=part.chinese, last_resort=part.last_resort)


def _outlines(run: QGlyphRun) -> QPainterPath:
    """Return the letters of `run` as one area, px."""
    letters = QPainterPath()
    letters.setFillRule(Qt.FillRule.WindingFill)
    raw = run.rawFont()
    scale = raw.pixelSize() / REFERENCE
    # At the size itself they are rounded, and not always alike: that shows when they are enlarged.
    raw.setPixelSize(REFERENCE)
    for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
        move = QTransform.fromTranslate(place.x(), place.y()).scale(scale, scale)
        letters.addPath(move.map(raw.pathForGlyph(glyph)))
    return letters


def _paint_halo(painter: QPainter, at: QPointF, line: TextLine, colour: QColor) -> None:
    """Paint the ground around the letters.

    The same letters set down in a ring look like a wide pen and take an eighth of its time,
    but only as long as the paint engine keeps drawn letters, and only in pixels: a vector file
    would hold the words that many times.
    """
    from PySide6.QtGui import QPaintEngine  # its many names would cost the start 2 ms

    scale = painter.combinedTransform().m22()
    engine = painter.paintEngine()
    if engine.type() == QPaintEngine.Type.Raster and line.size * scale <= LARGEST_KEPT:
        painter.setPen(colour)
        for run in _ring(line.spans, line.size):
            painter.drawGlyphRun(at, run)
        return
    painter.save()
    painter.translate(at)
    painter.scale(line.size / REFERENCE, line.size / REFERENCE)
    painter.fillPath(_halo(line.spans), colour)
    painter.restore()


@lru_cache(maxsize=1024)
def _ring(spans: tuple[Span, ...], size: float) -> tuple[QGlyphRun, ...]:
    """Return the letters of a line as often as a halo needs them, each face in one run, px."""
    steps = [(x * size, y * size) for x, y in _RING]
    made: list[QGlyphRun] = []
    for run, _ in _set(spans, size).runs:
        ring = QGlyphRun()
        ring.setRawFont(run.rawFont())
        ring.setGlyphIndexes(run.glyphIndexes() * len(steps))
        places = [(place.x(), place.y()) for place in run.positions()]
        ring.setPositions([QPointF(x + dx, y + dy) for dx, dy in steps for x, y in places])
        made.append(ring)
    return tuple(made)


@lru_cache(maxsize=1024)
def _halo(spans: tuple[Span, ...]) -> QPainterPath:
    """Return the ground around the letters of a line, px at `REFERENCE`."""
    letters = QPainterPath()
    for span, start in zip(spans, _starts(spans), strict=False):
        for piece in _pieces(span.text, span.face):
            raw = _raw_font(piece.part, span.face, REFERENCE)
            for glyph, place in zip(piece.glyphs, piece.places, strict=True):
                letters.addPath(
                    raw.pathForGlyph(glyph).translated(place.x() + start * REFERENCE, place.y())
                )
    pen = QPen()
    pen.setWidthF(HALO * REFERENCE)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    ground = QPainterPathStroker(pen).createStroke(letters)
    ground.setFillRule(Qt.FillRule.WindingFill)
    return ground


@lru_cache(maxsize=4096)
def _broken(spans: tuple[Span, ...], width: float) -> tuple[tuple[Span, ...], ...]:
    return break_lines(QtRuler(), spans, 1.0, width)
