"""Every slide of the story at three ratios: all words inside it, and large enough for a hall."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from explainer.deck import load_embedded
from explainer.picture import Clip, Picture, Shape, TextLine
from explainer.schema import LANGUAGES
from explainer.slide import slide_picture
from explainer.story import steps
from explainer.theme import number
from explainer.views.fonts import load_fonts
from explainer.views.text import QtRuler

RATIOS = [(1920, 1080), (1920, 1200), (1440, 1080)]
NOT_FOR_THE_HALL = ("key", "source", "disputes", "")
"""Sources, what they differ on, the key and the number of the slide: at the foot, read once."""
TABLES = ("cell", "column", "mark", "more", "note", "shared", "ancestor", "model")
"""What fills a table with a row for each of ten models: read up close, or not at all."""


Seen = list[tuple[str, Picture, list[TextLine]]]
"""Each step, its slide, and the lines of words that are seen on it."""


@pytest.fixture(scope="module", params=RATIOS, ids=lambda it: f"{it[0]}x{it[1]}")
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    found: tuple[int, int] = request.param
    return found


@pytest.fixture(scope="module", params=LANGUAGES)
def slides(
    qapp: QApplication,  # noqa: ARG001 - fonts need the app
    request: pytest.FixtureRequest,
    size: tuple[int, int],
) -> Seen:
    load_fonts()
    made, ruler, language = load_embedded(), QtRuler(), request.param
    shown = {
        name: slide_picture(made, name, language, float(size[0]), float(size[1]), ruler)
        for name in steps(made)
    }
    return [(name, each, list(_lines(each.shapes))) for name, each in shown.items()]


def _lines(shapes: tuple[Shape, ...]) -> Iterator[TextLine]:
    for shape in shapes:
        if isinstance(shape, TextLine):
            yield shape
        elif isinstance(shape, Clip):
            # What the camera does not frame is cut at its edge; it is not meant to be read.
            yield from (line for line in _lines(shape.shapes) if _inside(line, shape))


def _inside(line: TextLine, clip: Clip) -> bool:
    left, top, right, bottom = _room(line)
    return (
        clip.x <= left
        and right <= clip.x + clip.width
        and clip.y <= top
        and bottom <= clip.y + clip.height
    )


def _room(line: TextLine) -> tuple[float, float, float, float]:
    ruler = QtRuler()
    width = sum(ruler.width(span.text, span.face, line.size) for span in line.spans)
    left = line.x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[line.anchor]
    return left, line.y - 0.75 * line.size, left + width, line.y + 0.25 * line.size


def _words(line: TextLine) -> str:
    return "".join(span.text for span in line.spans)


def test_no_words_leave_their_slide(slides: Seen) -> None:
    for name, shown, lines in slides:
        for line in lines:
            left, top, right, bottom = _room(line)
            assert left >= 0, (name, _words(line))
            assert top >= 0, (name, _words(line))
            assert right <= shown.width, (name, _words(line))
            assert bottom <= shown.height, (name, _words(line))


def test_nothing_is_too_small_to_be_read(slides: Seen) -> None:
    small = [
        (name, _words(line), line.id, round(line.size / shown.height, 4))
        for name, shown, lines in slides
        for line in lines
        if line.size < floor(line) * shown.height - 0.01
    ]

    assert small == []


def floor(line: TextLine) -> float:
    """Return the least size of a line, share of the height.

    Words at stations are set smaller where they find no place, never under a label's size.
    """
    kind = line.id.rpartition(":")[2]
    if kind in ("headline", "statement", "title"):
        return number("type_slide", "body_floor")
    if line.id in NOT_FOR_THE_HALL or kind in TABLES:
        return number("type_slide", "floor")
    return number("type_slide", "label_floor")
