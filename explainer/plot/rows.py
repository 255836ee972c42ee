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
    """None: the chart's source has no number of it, or the chart leaves it out."""
    stand_in: str = ""
    """What was measured in place of the model; "" where it was the model itself."""
    others: tuple[str, ...] = ()
    """The models without a number, where one row stands for them all."""
    left_out: bool = False
    """The chart has no number of it, though its source does."""


def chart_rows(deck: Deck, chart: Chart, language: Language) -> tuple[Row, ...]:
    """Return the rows of a chart from the top, in the order that its author gave them."""
    return tuple(_row(deck, chart, point, language) for point in chart.points)


def folded(rows: tuple[Row, ...], language: Language) -> tuple[Row, ...]:
    """Return the rows with those whose source has no number folded into one, the last."""
    empty = tuple(row.name for row in rows if not row.data and not row.left_out)
    if len(empty) < _FOLDED:
        return rows
    name = say("numbers.others", language, count=str(len(empty)))
    last = Row(name, ModelId(""), own_name=False, data=(), others=empty)
    return (*(row for row in rows if row.data or row.left_out), last)


def row_says(deck: Deck, row: Row, language: Language) -> str:
    """Return all that a row tells: the number with its setting and place, or that there is none."""
    if not row.data:
        return pair(row.name, absence(row, language), language)
    said = clauses(tuple(datum_says(deck, it.number, language) for it in row.data), language)
    if row.stand_in:
        stands = say("numbers.stand-in", language, name=row.stand_in)
        said = clauses((stands, said), language)
    return pair(row.name, said, language)


def absence(row: Row, language: Language) -> str:
    """Return why a row has no number: another source may well have one."""
    return say("numbers.left-out" if row.left_out else "numbers.none", language)


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


def _row(deck: Deck, chart: Chart, point: Point, language: Language) -> Row:
    model = model_of(deck, point.model)
    called = point.name.of(language) if point.name is not None else ""
    own = model is not None and (not called or point.stand_in)
    name = model.name if model is not None and own else called
    data = tuple(
        Datum(number, amount(number), printed(number.value, language))
        for number in (deck.numbers[it] for it in point.numbers)
    )
    stand_in = called if point.stand_in and called != name else ""
    left_out = model is not None and not data and _is_in_source(deck, chart, model)
    return Row(name, point.model, own, data, stand_in, left_out=left_out)


def _is_in_source(deck: Deck, chart: Chart, model: Model) -> bool:
    """Tell whether the deck knows from the chart's source what the chart shows of others."""
    drawn = (deck.numbers[number] for point in chart.points for number in point.numbers)
    measures = {number.measure for number in drawn}
    return any(
        it.model == model.id and it.source == chart.source and it.measure in measures
        for it in deck.numbers.values()
    ) or any(
        fact.value is not None and fact.source == chart.source and fact.kind in measure.split()
        for fact in model.facts
        for measure in measures
    )
