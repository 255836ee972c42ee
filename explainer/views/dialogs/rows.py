"""The rows of the export dialog: questions with their answers, and the folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from explainer.bars.controls import Button, Choice, Look, Place, button, switch, words
from explainer.intents import Press
from explainer.lines import longest
from explainer.picture import Box, Hit, Picture, Ruler
from explainer.schema import Language
from explainer.strings import say
from explainer.theme import number, window_type
from explainer.views.dialogs.page import TEXT

LABEL = number("dialog", "label")
"""px for the question of a row."""
_ROW = number("dialog", "row")
_CONTROL = 42.0
_QUESTION = Look(TEXT, ink="muted")
_RESTS = 0.45
"""Share of the ground over rows that cannot be used now."""


def switch_row(  # noqa: PLR0913 - a question, its answers, a place
    field: str,
    values: Sequence[str],
    chosen: str,
    language: Language,
    width: float,
    ruler: Ruler,
) -> Picture:
    """Return a question with a switch for its answers; `field` and `values` name the words too."""
    label = words(ruler, say(f"window.export.{field}", language), 0, _ROW / 2, _QUESTION)
    choices = [
        Choice(
            say(f"window.export.{field}.{value}", language),
            Press(f"{field}:{value}"),
            chosen=value == chosen,
        )
        for value in values
    ]
    place = Place(LABEL, (_ROW - _CONTROL) / 2, width - LABEL, _CONTROL)
    shapes, hits = switch(ruler, place, choices, field)
    return Picture(width, _ROW, (label, *shapes), hits)


def folder_row(folder: Path, language: Language, width: float, ruler: Ruler) -> Picture:
    """Return where the files go, and the way to another folder."""
    label = words(ruler, say("window.export.folder", language), 0, _ROW / 2, _QUESTION)
    change = say("window.export.change", language)
    wide = ruler.width(change, "text", window_type("ui")) + 32
    top = (_ROW - _CONTROL) / 2
    room = width - LABEL - wide - 12
    radius = number("radius", "control")
    field = Box(LABEL, top, room, _CONTROL, radius, "surface", "edge_dimmed", 1.0)
    look = Look(window_type("code"), "mono")
    path = words(ruler, _shortened(str(folder), room - 24, ruler, look), LABEL + 12, _ROW / 2, look)
    place = Place(width - wide, top, wide, _CONTROL)
    shapes, hits = button(ruler, place, Button(change, Press("folder")), window_type("ui"))
    whole = Hit(LABEL, top, room, _CONTROL, Press("folder"), change, radius=radius)
    return Picture(width, _ROW, (label, field, path, *shapes), (whole, *hits))


def _shortened(path: str, room: float, ruler: Ruler, look: Look) -> str:
    """Return `path` without its beginning where it is too long: the end is what differs."""
    if ruler.width(path, look.face, look.size) <= room:
        return path

    def last(count: int) -> str:
        return f"…{path[len(path) - count :]}"

    return last(longest(len(path), lambda it: ruler.width(last(it), look.face, look.size) <= room))


def at_rest(rows: Picture) -> Picture:
    """Return `rows` as they look while nothing in them can be chosen."""
    veil = Box(0, 0, rows.width, rows.height, fill="surface", opacity=_RESTS)
    return Picture(rows.width, rows.height, (*rows.shapes, veil))
