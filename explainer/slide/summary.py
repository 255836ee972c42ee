"""The table by model: how it was trained, its marks, its paper, its open counterpart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from explainer.abilities import fates_at, in_lineage_order
from explainer.chart.heads import shortened_to, tall_heads, whole_or_cut
from explainer.deck.capacity import SUMMARY_MODELS
from explainer.lineage import Lineage, lineage
from explainer.lines import fits
from explainer.marks import fate_tile, tile_width
from explainer.picture import Box, Picture, Span
from explainer.schema import Fact, ModelId, SummarySlide
from explainer.slide.sheet import Sheet, Words
from explainer.strands import swatch
from explainer.strings import say
from explainer.wording import and_more, fact_value, left_out_words, listed

MOST_MODELS = SUMMARY_MODELS
MOST_MARKS = 12
"""Of a model; how many more there are is said."""
_ROW = 0.18
_SAMPLE = (0.042, 0.0125)
_TILE = (0.046, 0.0315)
_PARTS, _PARTS_NARROW = (0.52, 0.245), (0.54, 0.215)
"""Shares of what names and strands leave that marks and papers take."""
_NARROW_NAMES = 0.21
"""Share of the width that names take on a narrow slide."""
_GAP = 0.024
_MORE = 1.5
"""Of the line that says how many models are left out, em."""
_WIDEST = 0.3
"""Share of the width that names take at most; wider ones stand on two lines."""
_LINE = 1.2
"""From tile to tile below, heights of a tile."""
_FULL = 0.94
"""Share of a row's height that words may take."""


def summary_picture(sheet: Sheet, slide: SummarySlide, readings: tuple[str, ...] = ()) -> Picture:
    """Return a row for each model, in the order of the lineage where none is asked for."""
    drawn = lineage(sheet.deck, readings)
    every = slide.models or in_lineage_order(sheet.deck)
    models = every[:MOST_MODELS]
    label = sheet.type("label")
    more = left_out_words(len(every) - len(models), 0, sheet.language)
    top = label * 1.4 + sheet.share(0.006)
    spare = sheet.share(0.01) + (label * _MORE if more else 0.0)
    row = min(sheet.share(_ROW), (sheet.height - top - spare) / len(models))
    names, size = _names(sheet, models, row)
    titles = [_title(sheet, lines, size) for lines in names]
    edges = _edges(sheet, models, drawn, max(title.width for title in titles))
    letters = _cell_size(sheet, models, edges, row)
    _heads(sheet, edges)
    for place, (model, title) in enumerate(zip(models, titles, strict=True)):
        y = top + place * row
        sheet.rule(y)
        _row(sheet, model, title, drawn, edges, (y, row), letters)
    if more:
        y = top + len(models) * row
        sheet.rule(y)
        sheet.line(more, 0, y + label * _MORE / 2, label, ink="muted", id="more")
    return sheet.picture()


def _heads(sheet: Sheet, edges: Sequence[float]) -> None:
    """Add the names of the columns, all in one size."""
    rooms = [right - left for left, right in pairwise((*edges, sheet.width))]
    keys = ("model", "training", "abilities", "paper", "counterpart")
    spans = [
        (Span(say(f"slide.summary.{key}", sheet.language), "strong", "muted"),) for key in keys
    ]
    label, floor = sheet.type("label"), sheet.type("legend")
    sizes = [
        sheet.fitted(each, label, room, 1, floor).letters
        for each, room in zip(spans, rooms, strict=True)
    ]
    for x, each, room in zip(edges, spans, rooms, strict=True):
        sheet.put(sheet.fitted(each, min(sizes), room, 1, floor), x, 0, id="column")


def _edges(
    sheet: Sheet, models: Sequence[ModelId], drawn: Lineage, names: float
) -> tuple[float, ...]:
    """Return where the columns begin: names and strands take what they need, the rest is shared."""
    gap = sheet.share(_GAP)
    strands = max(len(drawn.strands[model]) for model in models)
    samples = max(
        strands * (_sample(sheet) + sheet.share(0.006)),
        sheet.ruler.width(
            say("slide.summary.training", sheet.language), "strong", sheet.type("label")
        ),
    )
    training = names + gap
    marks = training + samples + gap
    rest = sheet.width - marks
    marked, papers = _PARTS_NARROW if sheet.measures.narrow else _PARTS
    return (0.0, training, marks, marks + rest * marked, marks + rest * (marked + papers))


def _names(
    sheet: Sheet, models: Sequence[ModelId], row: float
) -> tuple[tuple[tuple[str, ...], ...], float]:
    """Return the lines of names and their size: one line or two, cut where two are not enough.

    Two are smaller where a row of `row` px has no room for them.
    """
    names = tuple(sheet.deck.models[model].name for model in models)
    size = sheet.type("model_name")
    narrow = sheet.width * _NARROW_NAMES
    at_once = tall_heads(names, "mono-strong", size, narrow, sheet.ruler, 2)
    room = narrow if sheet.measures.narrow and at_once else sheet.width * _WIDEST
    widest = max(sheet.ruler.width(name, "mono-strong", size) for name in names)
    low = min(size, row * _FULL / (2 * sheet.closed(sheet.words((), 1.0)).leading))
    one = size * min(1.0, sheet.width * _WIDEST / widest)
    if one >= low or widest <= room:
        return tuple((name,) for name in names), one
    return whole_or_cut(names, "mono-strong", low, room, sheet.ruler, 2), low


def _title(sheet: Sheet, lines: tuple[str, ...], size: float) -> Words:
    return sheet.closed(sheet.words(tuple((Span(it, "mono-strong"),) for it in lines), size))


def _sample(sheet: Sheet) -> float:
    return sheet.share(_SAMPLE[0]) * (0.7 if sheet.measures.narrow else 1.0)


def _row(  # noqa: PLR0913 - a model, its columns and its room
    sheet: Sheet,
    model: ModelId,
    title: Words,
    drawn: Lineage,
    edges: Sequence[float],
    place: tuple[float, float],
    letters: float,
) -> None:
    """Add a model; `letters` is the size of its papers and counterparts."""
    y, height = place
    middle, gap = y + height / 2, sheet.share(_GAP)
    sheet.put(title, 0, middle - title.height / 2, id="model")
    x = edges[1]
    for method in drawn.strands[model]:
        width, strand = _sample(sheet), sheet.share(_SAMPLE[1])
        sheet.shapes += swatch(
            sheet.deck.methods[method], x, middle, width, strand, ground="background"
        )
        x += width + sheet.share(0.006)
    _marks(sheet, model, (edges[2], middle, edges[3] - edges[2] - gap, height))
    starts, rooms = edges[3:5], _cell_rooms(sheet, edges)
    for words, x, room in zip(_listings(sheet, model), starts, rooms, strict=True):
        _cell(sheet, words, letters, (x, middle, room, height))


def _listings(sheet: Sheet, model: ModelId) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of a model's papers and of its counterparts."""
    facts = sheet.deck.models[model].facts
    papers = tuple(_paper(sheet, fact, facts) for fact in facts if fact.kind == "paper")
    stand_ins = tuple(it.name for it in sheet.deck.counterparts.values() if model in it.stands_for)
    return papers, stand_ins


def _paper(sheet: Sheet, fact: Fact, facts: Sequence[Fact]) -> str:
    """Return the short name of a paper that speaks for itself; another source has but named it."""
    source = sheet.deck.sources[fact.source]
    if fact.value and source.by == "paper":
        return source.short.of(sheet.language)
    return fact_value(fact, facts, sheet.language)


def _cell_size(
    sheet: Sheet, models: Sequence[ModelId], edges: Sequence[float], height: float
) -> float:
    """Return the size at which all names of papers and counterparts fit."""
    rooms = _cell_rooms(sheet, edges)
    label = sheet.type("label")
    return min(
        (
            _set(sheet, words, label, room, height).letters
            for model in models
            for words, room in zip(_listings(sheet, model), rooms, strict=True)
            if words
        ),
        default=label,
    )


def _cell_rooms(sheet: Sheet, edges: Sequence[float]) -> tuple[float, float]:
    return edges[4] - edges[3] - sheet.share(_GAP), sheet.width - edges[4]


def _cell(
    sheet: Sheet,
    words: tuple[str, ...],
    letters: float,
    place: tuple[float, float, float, float],
) -> None:
    """Add names one after the other, a dot where there are none."""
    x, middle, room, height = place
    if not words:
        dot = sheet.share(0.0056)
        sheet.shapes.append(Box(x, middle - dot / 2, dot, dot, dot / 2, fill="edge_dimmed"))
        return
    block = _set(sheet, words, letters, room, height)
    sheet.put(block, x, middle - block.height / 2, id="listing")


def _set(sheet: Sheet, words: tuple[str, ...], letters: float, room: float, height: float) -> Words:
    """Return as many names as fit, and how many more there are, clear of the rules."""
    floor = sheet.type("legend")
    high = height * _FULL
    lines = max(1, int(high / (sheet.closed(sheet.words((), floor)).leading)))
    spans = (Span(listed(words, sheet.language)),)
    for shown in range(len(words), 0, -1):
        more = _more(sheet, len(words) - shown) if shown < len(words) else ""
        spans = (Span(and_more(listed(words[:shown], sheet.language), more, sheet.language)),)
        if fits(sheet.ruler, spans, floor, room, lines):
            break
    block = sheet.closed(sheet.fitted(spans, letters, room, lines, floor))
    while block.height > high and block.letters > floor:
        smaller = max(floor, block.letters * 0.97)
        block = sheet.closed(sheet.fitted(spans, smaller, room, lines, floor))
    return block


def _marks(sheet: Sheet, model: ModelId, place: tuple[float, float, float, float]) -> None:
    """Add tiles with the short names of abilities; what is left out is counted."""
    left, middle, room, height = place
    fates = fates_at(sheet.deck, model)
    letters = sheet.type("legend")
    tile, tall = (sheet.share(part) for part in _TILE)
    widths = [tile_width(it, sheet.language, tile, letters, sheet.ruler, room) for it in fates]
    lines = max(1, int(height * _FULL / (tall * _LINE)))
    names = [sheet.deck.abilities[fate.ability].short.of(sheet.language) for fate in fates]
    tail = sheet.ruler.width(_more(sheet, len(fates)), "text", letters) + letters * 0.8
    if names:
        # A row that only counts what it leaves out would say nothing: its first mark stays.
        own = room - widths[0] - letters * 0.4 - (tail if lines == 1 and names[1:] else 0.0)
        names[0] = shortened_to(names[0], "text", letters, own, sheet.ruler)
    wide = [
        width + letters * 0.4 + sheet.ruler.width(name, "text", letters)
        for width, name in zip(widths, names, strict=True)
    ]
    ends = _flow(wide, room, lines, letters * 0.8, tail)
    rest = _more(sheet, len(fates) - len(ends)) if len(ends) < len(fates) else ""
    row, x = ends[-1] if ends else (0, 0.0)
    x += wide[len(ends) - 1] + letters * 0.8 if ends else 0.0
    if x and x + sheet.ruler.width(rest, "text", letters) > room and row < lines - 1:
        row, x = row + 1, 0.0
    rows = max((*(it for it, _ in ends), row if rest else 0)) + 1
    for fate, name, width, need, (at, along) in zip(fates, names, widths, wide, ends, strict=False):
        y = middle + (at - (rows - 1) / 2) * tall * _LINE
        cause = sheet.deck.methods.get(fate.cause)
        place_ = (left + along, y - tall / 2, width, tall)
        sheet.shapes += fate_tile(fate, cause, sheet.language, *place_, letters, sheet.ruler)
        sheet.line(name, left + along + width + letters * 0.4, y, letters, id="mark")
        for claim in fate.claims[:1]:
            sheet.hit(sheet.deck.claims[claim], left + along, y - tall / 2, need, tall)
    if rest:
        y = middle + (row - (rows - 1) / 2) * tall * _LINE
        sheet.line(rest, left + x, y, letters, ink="muted", id="more")


def _more(sheet: Sheet, count: int) -> str:
    return say("word.more-names", sheet.language, count=str(count))


def _flow(
    widths: Sequence[float], room: float, lines: int, gap: float, tail: float
) -> list[tuple[int, float]]:
    """Return line and left edge of as many things as find a place, at most twelve.

    On the last line a `tail` is kept free where some are left out.
    """
    found: list[tuple[int, float]] = []
    x, row = 0.0, 0
    for place, width in enumerate(widths[:MOST_MARKS]):
        for _ in range(lines):
            last, rest = row == lines - 1, place < len(widths) - 1
            if x + width <= room - (tail if last and rest else 0.0):
                break
            if last or not x:
                return found
            x, row = 0.0, row + 1
        found.append((row, x))
        x += width + gap
    return found
