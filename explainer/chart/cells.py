"""A chart as a picture, with the places that answer to the pointer and what each of them says."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from explainer.deck import Deck
from explainer.intents import OpenCard, Order, SelectModel
from explainer.marks import fate_tile
from explainer.picture import Box, Picture, Ruler, Shape
from explainer.schema import AbilityId, Fate, Language, ModelId
from explainer.strings import say
from explainer.theme import number
from explainer.wording import clauses, fate_sentence, pair


class ChartCell(Struct, frozen=True):
    """A place in a chart, px."""

    x: float
    y: float
    width: float
    height: float
    model: ModelId
    """"" at the name of an ability."""
    ability: AbilityId
    """"" at the name of a model."""
    says: str
    marked: bool = False
    """A mark stands here, or the word of a change without one."""

    @property
    def tells(self) -> bool:
        """Whether more stands here than "no mark": the Tab key stops at these."""
        return self.marked or not (self.model and self.ability)

    @property
    def orders(self) -> tuple[Order, ...]:
        """What a click asks for: look the model up, and its card of the ability."""
        look_up = (SelectModel(self.model),) if self.model else ()
        opens = self.marked or not self.model
        return (*look_up, OpenCard(f"ability:{self.ability}")) if opens else look_up

    def holds(self, x: float, y: float) -> bool:
        """Tell whether the point lies in this place."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


class ChartPicture(Struct, frozen=True):
    """A chart, and the places in it that say more when they are pointed at."""

    picture: Picture
    cells: tuple[ChartCell, ...]
    language: Language


_BESIDE = 0.2
"""Between the words of two cells, shares of a mark's letters."""
Drawn = tuple[tuple[Shape, ...], tuple[ChartCell, ...], float]
"""Shapes, cells and height, px."""


class Look(Struct, frozen=True):
    """The measures of a chart, px."""

    label: float
    head: float
    row: float
    tile: tuple[float, float]
    mark: float
    hairline: float
    dot: float


def cell_shapes(  # noqa: PLR0913 - a mark, a place and a look
    deck: Deck,
    fate: Fate | None,
    x: float,
    y: float,
    width: float,
    look: Look,
    language: Language,
    ruler: Ruler,
) -> tuple[Shape, ...]:
    """Return what is painted in a cell whose upper left corner is `x`, `y`.

    A mark in a tile, the word of a change without a mark, or a dot where nothing changes.
    """
    if fate is None:
        left, top = x + width / 2 - look.dot / 2, y + look.row / 2 - look.dot / 2
        return (Box(left, top, look.dot, look.dot, radius=look.dot / 2, fill="line"),)
    tile_width, tile_height = min(look.tile[0], width - 4 * look.hairline), look.tile[1]
    cause = deck.methods.get(fate.cause)
    left, top = x + (width - tile_width) / 2, y + (look.row - tile_height) / 2
    room = width - look.mark * _BESIDE
    place = (left, top, tile_width, tile_height)
    return fate_tile(fate, cause, language, *place, look.mark, ruler, room)


def cell_says(
    deck: Deck, fate: Fate | None, model: ModelId, ability: AbilityId, language: Language
) -> str:
    """Return what a cell says on hover and to a screen reader."""
    if fate is not None:
        return fate_sentence(deck, fate, language)
    words = (deck.abilities[ability].name.of(language), say("chart.empty-cell", language))
    return pair(deck.models[model].name, clauses(words, language), language)


def hovered(chart: ChartPicture, place: int) -> Picture:
    """Return the chart's picture while cell number `place` is looked at: framed, nothing covered.

    What the cell says stands at the panel's foot.
    """
    cell = chart.cells[place]
    frame = Box(
        cell.x + 1,
        cell.y + 1,
        cell.width - 2,
        cell.height - 2,
        radius=number("radius", "button"),
        stroke="focus",
        stroke_width=2,
    )
    return replace(chart.picture, shapes=(*chart.picture.shapes, frame))
