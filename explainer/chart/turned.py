"""The chart for a narrow panel: rows are models, columns the chosen ability and one more."""

from __future__ import annotations

from explainer.abilities import marked_abilities, marked_models, told
from explainer.chart.cells import ChartCell, Drawn, Look, cell_says, cell_shapes
from explainer.deck import Deck
from explainer.lines import cut
from explainer.picture import Box, Face, Ruler, Shape, Span, TextLine, line_width
from explainer.schema import AbilityId, Language, ModelId
from explainer.strings import say
from explainer.theme import line_height

_LOOK = Look(label=15.0, head=14.0, row=28.0, tile=(42.0, 21.0), mark=16.0, hairline=1.0, dot=4.0)
_COLUMNS = 2
_SHARE = 0.25
"""Of the width, for each of the two columns."""
_LEAST_LABEL = 13.0


def turned_chart(  # noqa: PLR0913 - as the upright chart
    deck: Deck,
    language: Language,
    selected: ModelId,
    ability: AbilityId,
    width: float,
    ruler: Ruler,
) -> Drawn:
    """Return the shapes, the cells and the height of the chart, px."""
    look, fates, rows = _LOOK, told(deck), marked_models(deck)
    chosen = companions(deck, ability)
    column = width * _SHARE
    first = width - column * len(chosen)
    cells: list[ChartCell] = []
    leading = look.head * 1.2 if language == "en" else look.head * line_height("zh", "headline")
    heads = [
        ruler.lines(
            (Span(deck.abilities[it].short.of(language), _face(it, ability)),),
            look.head,
            column - 6,
        )
        for it in chosen
    ]
    top = max((len(lines) for lines in heads), default=1) * leading + 12
    title = Span(say("chart.title-turned", language), "strong")
    shapes: list[Shape] = [TextLine(0, top - 6 - 0.22 * look.label, (title,), look.label)]
    for place, (it, lines) in enumerate(zip(chosen, heads, strict=True)):
        x = first + place * column
        shapes += [
            TextLine(
                x + column / 2,
                top - 6 - (len(lines) - 1 - at) * leading - 0.22 * look.head,
                kept_in(ruler, line, look.head, column - 6),
                look.head,
                "middle",
            )
            for at, line in enumerate(lines)
        ]
        name = deck.abilities[it].name.of(language)
        cells.append(ChartCell(x, 0, column, top, ModelId(""), it, name))
    for place, model in enumerate(rows):
        y = top + place * look.row
        if model == selected:
            shapes.append(Box(first, y, width - first, look.row, fill="sunken", id=model))
        name = deck.models[model].name
        face: Face = "mono-strong" if model == selected else "mono"
        size = fitted(ruler, name, first - 8, look.label)
        words = kept_in(ruler, (Span(name, face),), size, first - 8)
        shapes += [
            Box(0, y, width, look.hairline, fill="line"),
            TextLine(0, y + look.row / 2 + 0.35 * size, words, size),
        ]
        cells.append(ChartCell(0, y, first, look.row, model, AbilityId(""), name))
        for at, it in enumerate(chosen):
            fate = fates.get((it, model))
            x = first + at * column
            shapes += cell_shapes(deck, fate, x, y, column, look, language, ruler)
            says = cell_says(deck, fate, model, it, language)
            cells.append(ChartCell(x, y, column, look.row, model, it, says, fate is not None))
    return tuple(shapes), tuple(cells), top + look.row * len(rows)


def companions(deck: Deck, ability: AbilityId) -> tuple[AbilityId, ...]:
    """Return the chosen ability and the one with most marks, in the deck's order."""
    fates = told(deck)
    rows = marked_abilities(deck)
    counts = {row: sum(each == row for each, _ in fates) for row in rows}
    ranked = sorted(rows, key=lambda row: (row != ability, -counts[row], rows.index(row)))
    return tuple(sorted(ranked[:_COLUMNS], key=rows.index))


def fitted(ruler: Ruler, name: str, width: float, size: float) -> float:
    """Return the size at which a model's name is at most `width` px wide, not under the floor."""
    wide = ruler.width(name, "mono-strong", size)
    return size if wide <= width else max(_LEAST_LABEL, size * width / wide)


def kept_in(ruler: Ruler, words: tuple[Span, ...], size: float, width: float) -> tuple[Span, ...]:
    """Return `words` on at most `width` px: one word that is wider loses its end."""
    return words if line_width(ruler, words, size) <= width else cut(ruler, words, size, width)


def _face(it: AbilityId, ability: AbilityId) -> Face:
    return "strong" if it == ability else "text"
