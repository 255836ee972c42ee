"""What a dialog shows: a title, a body that may scroll, a foot with buttons; and the frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Protocol

from explainer.bars.controls import Button, Look, Place, button, words
from explainer.intents import Press
from explainer.lines import balanced
from explainer.picture import Box, Hit, Picture, Ruler, Shape, Span, TextLine, placed
from explainer.schema import Language
from explainer.theme import line_height, number, window_type

PADDING = 42.0
"""px between the frame and what is in it."""
_TITLE = window_type("dialog_title")
_FOOT_GAP = 24.0
_MARGIN = 24.0
"""px that a dialog leaves around itself at least."""
SIDE_GAP = 36.0
"""px between a body and what stands beside it, with the scroll bar of the body."""
_HEAD_GAP = 12.0
_LEAST_BODY = 160.0
"""px that a body scrolls in, at least; the head scrolls along before it is less."""
_LEAST = (640.0, 480.0)
"""px at 100 % that a window has for a dialog with larger words."""
_BUTTON_HEIGHT = 48.0
_BUTTON_AIR = 24.0
"""px beside a button's words."""
TEXT = window_type("panel_text")


@dataclass(frozen=True, slots=True)
class Page:
    """A dialog's content for one width."""

    title: str
    body: Picture
    foot: Picture
    primary: str = ""
    """The control that Enter presses."""
    aside: Picture | None = None
    """At the right of the title, on its line."""
    head: Picture | None = None
    """Between title and body; it stays while the body scrolls, where there is room for both."""
    side: Picture | None = None
    """At the right of the body; it stays, and is left out where there is no room."""
    sight: tuple[float, float] | None = None
    """From where to where the body has what must be seen, px."""


class Dialog(Protocol):
    """Something that asks or tells; it lives as long as it is open."""

    @property
    def width(self) -> float:
        """How wide it would like to be, px."""
        ...

    def page(self, language: Language, width: float, ruler: Ruler) -> Page:
        """Return what it shows now, `width` px wide."""
        ...

    def press(self, control: str) -> None:
        """Do what the control is for."""
        ...

    def may_close(self) -> bool:
        """Return whether Escape closes it now; where not, it has done something else."""
        ...


@dataclass(frozen=True, slots=True)
class Framed:
    """A page in its frame, in the middle of a window."""

    picture: Picture
    """Veil, frame, title and foot, as large as the window."""
    body: Place
    """Where the body is seen; it scrolls where it is higher."""
    content: Picture
    """The body, under the head where that has to scroll along."""
    sight: tuple[float, float] | None
    """What of the body must be seen, px."""


def fitting(text_scale: float, width: float, height: float) -> float:
    """Return how large a dialog is drawn in a window of `width` x `height` px.

    It is as large as words are, as long as it keeps the room that its rows need.
    """
    return min(text_scale, max(1.0, min(width / _LEAST[0], height / _LEAST[1])))


def inner_width(wish: float, width: float) -> float:
    """Return how wide a page may be in a window of `width` px."""
    return min(wish, width - 2 * _MARGIN) - 2 * PADDING


def framed(page: Page, width: float, height: float, language: Language, ruler: Ruler) -> Framed:
    """Return `page` over a window of `width` x `height` px."""
    inner = page.body.width + (page.side.width + SIDE_GAP if page.side else 0)
    aside = page.aside.width + 24 if page.aside else 0.0
    # Where both do not fit, the title has the line alone.
    aside = aside if aside <= inner / 2 else 0.0
    title = _title(page.title, inner - aside, language, ruler)
    head = round(PADDING * 0.6 + title.height + 16)
    foot = page.foot.height + (_FOOT_GAP if page.foot.height else 0) + PADDING * 0.7
    room = height - 2 * _MARGIN - head - foot
    content, sight, stays = page.body, page.sight, page.head
    if stays is not None and room - stays.height - _HEAD_GAP < _LEAST_BODY:
        lead = stays.height + _HEAD_GAP
        content = stacked([(stays, 0.0), (page.body, _HEAD_GAP)], inner)
        sight = (sight[0] + lead, sight[1] + lead) if sight else None
        stays = None
    head += round(stays.height + _HEAD_GAP) if stays else 0
    room = height - 2 * _MARGIN - head - foot
    side = page.side if page.side and stays and page.side.height <= room else None
    # Whole px, or a body that just fits would scroll.
    wished = max(content.height, side.height if side else 0.0)
    body_height = max(0, min(ceil(wished), floor(room)))
    outer_width, outer_height = inner + 2 * PADDING, head + body_height + foot
    left, top = round((width - outer_width) / 2), round((height - outer_height) / 2)
    line, radius = number("dialog", "frame"), number("dialog", "radius")
    veil = Box(0, 0, width, height, fill="background", opacity=number("dialog", "veil"))
    frame = Box(left, top, outer_width, outer_height, radius, "surface", "ink", line)
    foot_top = top + outer_height - PADDING * 0.7 - page.foot.height
    title_top, body_top = top + PADDING * 0.6, top + head
    pieces: list[tuple[Picture, float, float]] = [(title, left + PADDING, title_top)]
    if page.aside and aside:
        aside_top = title_top + (title.height - page.aside.height) / 2
        pieces.append((page.aside, left + PADDING + inner - page.aside.width, aside_top))
    if stays:
        pieces.append((stays, left + PADDING, body_top - stays.height - _HEAD_GAP))
    if side:
        pieces.append((side, left + PADDING + inner - side.width, body_top))
    pieces.append((page.foot, left + PADDING, foot_top))
    shapes: list[Shape] = [veil, frame]
    hits: list[Hit] = []
    for picture, x, y in pieces:
        more, places = placed(picture, x, y)
        shapes += more
        hits += places
    body = Place(left + PADDING, body_top, content.width, body_height)
    return Framed(Picture(width, height, tuple(shapes), tuple(hits)), body, content, sight)


def _title(words: str, width: float, language: Language, ruler: Ruler) -> Picture:
    size = _TITLE
    lines = balanced(ruler, (Span(words, "headline"),), size, width, 2)
    pitch = line_height(language, "headline") * size
    shapes = tuple(TextLine(0, (at + 0.82) * pitch, line, size) for at, line in enumerate(lines))
    return Picture(width, len(lines) * pitch, shapes)


def paragraph(
    text: str,
    width: float,
    language: Language,
    ruler: Ruler,
    look: Look | None = None,
) -> Picture:
    """Return `text` as lines of at most `width` px."""
    look = look or Look(TEXT)
    spans = (Span(text, look.face, look.ink),)
    pitch = line_height(language, "text") * look.size
    lines = ruler.lines(spans, look.size, width)
    shapes = tuple(
        TextLine(0, (at + 0.72) * pitch, line, look.size) for at, line in enumerate(lines)
    )
    return Picture(width, len(lines) * pitch, shapes)


def stacked(parts: Sequence[tuple[Picture, float]], width: float) -> Picture:
    """Return pictures one under the other, each with px of air above it."""
    shapes: list[Shape] = []
    hits: list[Hit] = []
    top = 0.0
    for picture, above in parts:
        top += above
        more_shapes, more_hits = placed(picture, 0, top)
        shapes += more_shapes
        hits += more_hits
        top += picture.height
    return Picture(width, top, tuple(shapes), tuple(hits))


@dataclass(frozen=True, slots=True)
class FootButton:
    """A button at the foot of a dialog."""

    text: str
    control: str
    """ "" while it cannot be pressed."""
    primary: bool = False
    key: str = ""


def foot(buttons: Sequence[FootButton], width: float, ruler: Ruler, note: str = "") -> Picture:
    """Return buttons in a row, ending at the right, and a note at the left where it fits."""
    shapes: list[Shape] = []
    hits: list[Hit] = []
    right = width
    for it in reversed(buttons):
        key_width = ruler.width(it.key, "mono", TEXT - 2) + 10 if it.key else 0.0
        wide = max(104.0, ruler.width(it.text, "strong", TEXT) + key_width + 2 * _BUTTON_AIR)
        order = Press(it.control) if it.control else None
        look = Button(it.text, order, primary=it.primary, key=it.key)
        more, hit = button(ruler, Place(right - wide, 0, wide, _BUTTON_HEIGHT), look, TEXT)
        shapes += more
        hits[:0] = hit
        right -= wide + 12
    look_of_note = Look(window_type("note"), ink="muted")
    if note and ruler.width(note, look_of_note.face, look_of_note.size) <= right - 12:
        shapes.append(words(ruler, note, 0, _BUTTON_HEIGHT / 2, look_of_note))
    return Picture(width, _BUTTON_HEIGHT, tuple(shapes), tuple(hits))
