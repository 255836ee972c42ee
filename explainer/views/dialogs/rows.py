"""The rows of the export dialog: questions with their answers, the folder, the progress."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from explainer.bars.controls import Button, Choice, Look, Place, button, switch, words
from explainer.export import Failure
from explainer.intents import Press
from explainer.picture import Box, Hit, Picture, Ruler, Shape
from explainer.schema import Language
from explainer.strings import say
from explainer.theme import number
from explainer.views.dialogs.page import TEXT, paragraph

LABEL = number("dialog", "label")
"""px for the question of a row."""
_ROW = number("dialog", "row")
_CONTROL = 42.0
_LEAST_CELL = 3.0
"""px; more pictures than have room become one bar."""


def switch_row(  # noqa: PLR0913 - a question, its answers, a place
    field: str,
    values: Sequence[str],
    chosen: str,
    language: Language,
    width: float,
    ruler: Ruler,
) -> Picture:
    """Return a question with a switch for its answers; `field` and `values` name the words too."""
    label = words(ruler, say(f"window.export.{field}", language), 0, _ROW / 2, Look(TEXT))
    choices = [
        Choice(
            say(f"window.export.{field}.{value}", language),
            Press(f"{field}:{value}"),
            chosen=value == chosen,
        )
        for value in values
    ]
    place = Place(LABEL, (_ROW - _CONTROL) / 2, width - LABEL, _CONTROL)
    shapes, hits = switch(ruler, place, choices)
    return Picture(width, _ROW, (label, *shapes), hits)


def folder_row(folder: Path, language: Language, width: float, ruler: Ruler) -> Picture:
    """Return where the files go, and the way to another folder."""
    label = words(ruler, say("window.export.folder", language), 0, _ROW / 2, Look(TEXT))
    change = say("window.export.change", language)
    wide = ruler.width(change, "text", 16.0) + 32
    top = (_ROW - _CONTROL) / 2
    room = width - LABEL - wide - 12
    radius = number("radius", "control")
    field = Box(LABEL, top, room, _CONTROL, radius, "surface", "edge_dimmed", 1.0)
    look = Look(15.0, "mono")
    path = words(ruler, _shortened(str(folder), room - 24, ruler, look), LABEL + 12, _ROW / 2, look)
    place = Place(width - wide, top, wide, _CONTROL)
    shapes, hits = button(ruler, place, Button(change, Press("folder")), 16.0)
    whole = Hit(LABEL, top, room, _CONTROL, Press("folder"), change, radius=radius)
    return Picture(width, _ROW, (label, field, path, *shapes), (whole, *hits))


def _shortened(path: str, room: float, ruler: Ruler, look: Look) -> str:
    """Return `path` without its beginning where it is too long: the end is what differs."""
    shown = path
    while len(shown) > 1 and ruler.width(shown, look.face, look.size) > room:
        path = path[1:]
        shown = f"…{path}"
    return shown


def cells(done: int, count: int, width: float) -> Picture:
    """Return one cell for each picture: done, current, coming; or one bar where they are many."""
    high, low = 16.0, 10.0
    each = width / max(1, count)
    if each < _LEAST_CELL:
        filled = width * done / max(1, count)
        bar = Box(0, (high - low) / 2, width, low, low / 2, "line")
        return Picture(
            width, high, (bar, Box(0, (high - low) / 2, max(low, filled), low, low / 2, "muted"))
        )
    gap = min(3.0, each / 3)
    shapes: list[Shape] = []
    for at in range(count):
        height = high if at == done else low
        ink = "muted" if at < done else "ink" if at == done else "line"
        radius = min(2.0, (each - gap) / 2)
        shapes.append(Box(at * each, (high - height) / 2, each - gap, height, radius, ink))
    return Picture(width, high, tuple(shapes))


def failure_note(
    failures: Sequence[Failure], width: float, language: Language, ruler: Ruler
) -> Picture:
    """Return how many could not be written, and why the first could not."""
    if not failures:
        return Picture(width, 0)
    first = failures[0]
    said = say(
        "window.export.failed",
        language,
        count=len(failures),
        name=first.target.path.name,
        reason=first.reason,
    )
    return paragraph(said, width, language, ruler, Look(16.0, ink="error"))
