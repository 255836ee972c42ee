"""The rows of a chart: whom a number was measured on, and what each says when it is pointed at."""

from __future__ import annotations

from msgspec import Struct

from explainer.deck import Deck
from explainer.plot.values import amount, printed, with_unit
from explainer.schema import Chart, Language, Model, ModelId, Number, Point
from explainer.strings import say
from explainer.wording import clauses, pair

_FOLDED = 2
"""So many rows without a number are worth folding."""


class Datum(Struct, frozen=True):
    """A published number in a row."""

    number: Number
    amount: float
    words: str
    """As printed, without the unit."""


class Row(Struct, frozen=True):
    """A subject with a number in each series."""

    name: str
    model: ModelId
    """Whom the row stands for; "" for something that is no model of the deck."""
    own_name: bool
    """`name` is the model's: its strands may stand beside it."""
    data: tuple[Datum, ...]
    """None: no number was published."""
    stand_in: str = ""
    """What was measured in place of the model; "" where it was the model itself."""
    others: tuple[str, ...] = ()
    """The models of which nothing was published, where one row stands for them all."""


def chart_rows(deck: Deck, chart: Chart, language: Language) -> tuple[Row, ...]:
    """Return the rows of a chart from the top, in the order that its author gave them."""
    return tuple(_row(deck, point, language) for point in chart.points)


def folded(rows: tuple[Row, ...], language: Language) -> tuple[Row, ...]:
    """Return the rows with those that have no number folded into one, the last."""
    empty = tuple(row.name for row in rows if not row.data)
    if len(empty) < _FOLDED:
        return rows
    name = say("numbers.others", language, count=str(len(empty)))
    last = Row(name, ModelId(""), own_name=False, data=(), others=empty)
    return (*(row for row in rows if row.data), last)


def row_says(deck: Deck, row: Row, language: Language) -> str:
    """Return all that a row tells: the number with its setting and place, or that there is none."""
    if not row.data:
        return pair(row.name, say("numbers.none", language), language)
    said = clauses(tuple(datum_says(deck, it.number, language) for it in row.data), language)
    if row.stand_in:
        stands = say("numbers.stand-in", language, name=row.stand_in)
        said = clauses((stands, said), language)
    return pair(row.name, said, language)


def datum_says(deck: Deck, number: Number, language: Language) -> str:
    """Return a number with its unit, what was measured and how, and where it is printed."""
    return clauses(
        (
            with_unit(printed(number.value, language), number.unit, language),
            # "175 billion parameters, parameters" says it twice.
            "" if number.measure in number.unit else number.measure,
            number.setting,
            deck.sources[number.source].short.of(language),
            number.at.replace(" ", "\u00a0"),
        ),
        language,
    )


def model_of(deck: Deck, model: ModelId) -> Model | None:
    """Return a model of the lineage or a counterpart; None where the deck has no such model."""
    return deck.models.get(model) or deck.counterparts.get(model)


def model_name(deck: Deck, model: ModelId) -> str:
    """Return the name of a model of the lineage or a counterpart; its id where there is none."""
    found = model_of(deck, model)
    return found.name if found is not None else model


def _row(deck: Deck, point: Point, language: Language) -> Row:
    model = model_of(deck, point.model)
    called = point.name.of(language) if point.name is not None else ""
    own = model is not None and (not called or point.stand_in)
    name = model.name if model is not None and own else called
    data = tuple(
        Datum(number, amount(number), printed(number.value, language))
        for number in (deck.numbers[it] for it in point.numbers)
    )
    stand_in = called if point.stand_in and called != name else ""
    return Row(name, point.model, own, data, stand_in)
