"""What there is only room for near by: what a model is, and one fact about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

from msgspec import Struct

from explainer.canvas.labels import Labels
from explainer.canvas.levels import NEAR, words_scale
from explainer.canvas.plan import Details, Pin
from explainer.canvas.stations import Stations
from explainer.emphasis import Lit
from explainer.lines import balanced
from explainer.picture import Anchor, Shape, Span, TextLine, line_width
from explainer.routes import Rect, Rooms
from explainer.schema import Language, Model, ModelId

_STEPS = (NEAR, NEAR * 1.4, NEAR * 2, NEAR * 2.8, NEAR * 4)
"""Magnifications at which a detail is tried."""
_WIDE = 24.0
"""em; a longer line is broken."""
_MOST_LINES = 2
_LEADING = 1.3
"""em."""
_AIR = 0.35
"""em, between a name and its details."""


class _Block(Struct, frozen=True):
    """Lines under a name, px of the map at magnification 1."""

    x: float
    top: float
    lines: tuple[str, ...]
    size: float
    width: float
    left: bool
    """They end at `x`."""

    def room(self, pin: Pin, factor: float) -> Rect:
        """Return the room that they take at a magnification."""
        small = words_scale(factor, self.size)
        x, top = pin.x + (self.x - pin.x) * small, pin.y + (self.top - pin.y) * small
        wide, high = self.width * small, len(self.lines) * self.size * _LEADING * small
        return Rect(x - wide if self.left else x, top, x if self.left else x + wide, top + high)


def near_details(
    stations: Stations, labels: Labels, bright: Lit, pinned: Mapping[str, Pin], selected: ModelId
) -> Details:
    """Return the details that find room; none covers what is there at any magnification."""
    finder = _Finder(stations, labels, bright, selected)
    for model in stations.drawn.parents:
        pin = pinned.get(f"{model}:name")
        if pin is not None:
            finder.add(model, pin)
    return Details(tuple(finder.shapes), finder.pins)


class _Finder:
    def __init__(self, stations: Stations, labels: Labels, bright: Lit, selected: ModelId) -> None:
        self.stations, self.bright, self.selected = stations, bright, selected
        self.order = list(stations.drawn.parents)
        self.names = Rooms(stations.name(model) for model in self.order)
        names = frozenset(self.names)
        self.solid = Rooms(rect for rect in labels.taken if rect not in names)
        self.taken = Rooms()
        self.shapes: list[Shape] = []
        self.pins: dict[str, Pin] = {}
        placed = stations.placed
        edge = placed.axis + placed.scale.axis * 0.4 if placed.axis else 0.0
        self.box = Rect(edge, 0.0, placed.width, placed.height + placed.scale.edge)

    def add(self, model: ModelId, pin: Pin) -> None:
        """Show what `model` is, and one fact, from where there is room for it; else the former."""
        told = _told(self.stations.deck.models[model], self.stations.language)
        lines = tuple(chain.from_iterable(self._broken(words) for words in told))
        while lines:
            block = self._block(model, lines)
            for factor in _STEPS:
                room = block.room(pin, factor)
                if self._is_free(model, room):
                    self._show(model, block)
                    self.pins[f"{model}:detail"] = Pin(pin.x, pin.y, block.size, factor)
                    self.taken.append(room)
                    return
            lines = lines[:-1]

    def _broken(self, words: str) -> Iterable[str]:
        size, ruler, spans = self._size, self.stations.ruler, (Span(words),)
        if line_width(ruler, spans, size) <= _WIDE * size:
            return (words,)
        two = balanced(ruler, spans, size, _WIDE * size, _MOST_LINES)
        if len(two) > _MOST_LINES:
            return ()
        return ("".join(span.text for span in line).strip() for line in two)

    @property
    def _size(self) -> float:
        scale = self.stations.placed.scale
        return scale.date or scale.label

    def _block(self, model: ModelId, lines: tuple[str, ...]) -> _Block:
        size, placed = self._size, self.stations.placed
        return _Block(
            self.stations.name_anchor(model, selected=model == self.selected),
            placed.y(model) + placed.scale.name_foot + size * _AIR,
            lines,
            size,
            max(self.stations.ruler.width(line, "text", size) for line in lines),
            placed.grid.places[model].side == "left",
        )

    def _is_free(self, model: ModelId, room: Rect) -> bool:
        others = (self.order[place] for place in self.names.near(room))
        return (
            self.box.holds(room)
            and not self.solid.meets(room)
            and not self.taken.meets(room)
            and all(other == model for other in others)
        )

    def _show(self, model: ModelId, block: _Block) -> None:
        ink = "ink" if model in self.bright.models else "dimmed_text"
        anchor: Anchor = "end" if block.left else "start"
        for place, line in enumerate(block.lines):
            base = block.top + block.size * (place * _LEADING + 1.0)
            width = self.stations.ruler.width(line, "text", block.size)
            spans = (Span(line, "text", ink),)
            name = f"{model}:detail"
            self.shapes.append(
                TextLine(block.x, base, spans, block.size, anchor, width=width, id=name)
            )


def _told(model: Model, language: Language) -> list[str]:
    """Return what a model is, and its size where that was published."""
    sizes = (fact.value for fact in model.facts if fact.kind == "size" and fact.value)
    return [model.kind.of(language), *[value.of(language) for value in sizes][:1]]
