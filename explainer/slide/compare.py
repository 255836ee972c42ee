"""Two or three models beside each other, under what they share and where they part."""

from __future__ import annotations

from functools import reduce

from explainer.chart.heads import tall_heads, whole_or_cut
from explainer.dress import method_ink
from explainer.lineage import Lineage, lineage, nearest_common_ancestor, weakest
from explainer.paths import way
from explainer.picture import Box, Picture, Span
from explainer.placement import lanes
from explainer.schema import CERTAINTIES, Aspect, Certainty, CompareSlide, MethodId, ModelId
from explainer.slide.forks import leaving
from explainer.slide.hops import between, hop_certainty, join_certainty
from explainer.slide.sheet import Sheet, Words
from explainer.strands import Thread, swatch
from explainer.strings import say
from explainer.theme import number

MOST_ASPECTS = 3
_LABELS = {2: 0.4, 3: 0.3}
"""Share of the width that the names of the rows take, by the number of models."""
_STRAND, _PITCH = 0.013, 1.42
_BUNDLE, _FOOT = 0.05, 0.158
"""Where the shared bundle runs, and where its branches end; shares of the slide's height."""
_HEAD = 0.236
_ROW = 0.17
_BADGE, _BADGE_BELOW = 0.025, 0.059
_SHARED_ROWS = 2
_SMALLER = 0.95
"""From one size of names that is tried to the next."""


def compare_picture(sheet: Sheet, slide: CompareSlide, readings: tuple[str, ...] = ()) -> Picture:
    """Return the branches from the nearest common ancestor over rows of aspects."""
    drawn = lineage(sheet.deck, readings)
    aspects = slide.aspects[:MOST_ASPECTS]
    left = sheet.width * _LABELS.get(len(slide.models), 0.3)
    column = (sheet.width - left) / len(slide.models)
    names = _names(sheet, slide, column)
    head = sheet.share(_HEAD) + names[0].leading * (max(len(it.lines) for it in names) - 1)
    row = min(sheet.share(_ROW), (sheet.height - head) / max(1, len(aspects)))
    top = max(0.0, sheet.height - head - row * len(aspects)) * 0.3
    xs = [left + column * place for place in range(len(slide.models))]
    _family(sheet, slide, drawn, xs, top)
    for words, x in zip(names, xs, strict=True):
        sheet.put(words, x, top + sheet.share(_FOOT + 0.017), id="model")
    for place, aspect in enumerate(aspects):
        y = top + head + place * row
        sheet.rule(y)
        _row(sheet, slide, aspect, xs, (y, row, left, column))
    return sheet.picture()


def _family(sheet: Sheet, slide: CompareSlide, drawn: Lineage, xs: list[float], top: float) -> None:
    """Add what the models share, the way from it to each of them, and their names."""
    known = [model for model in slide.models if model in drawn.strands]
    ancestor = ModelId(
        reduce(lambda one, other: _common(drawn, one, ModelId(other)), known[1:], known[0])
        if len(known) > 1 and len(known) == len(slide.models)
        else ""
    )
    label = sheet.type("label")
    start = (xs[0] - sheet.share(0.075), top + sheet.share(_BUNDLE))
    room = start[0] - sheet.share(0.035)
    y = top + sheet.share(0.012)
    if ancestor:
        spans = (Span(say("slide.ancestor", sheet.language), ink="muted"),)
        y = sheet.put(sheet.fitted(spans, label, room, 2), 0, y, id="ancestor-label")
        name = _on_lines(sheet, (sheet.deck.models[ancestor].name,), room)[0]
        y = sheet.put(name, 0, y, id="ancestor")
        _shared(sheet, drawn.strands[ancestor], y + sheet.share(0.014), room)
    elif len(known) == len(slide.models):
        spans = (Span(say("slide.no-ancestor", sheet.language), ink="muted"),)
        sheet.put(sheet.fitted(spans, label, room, 2), 0, y, id="ancestor-label")
    inside = ancestor in slide.models
    if inside:
        start = (xs[slide.models.index(ancestor)] + _in(sheet), start[1])
    branches = [
        (hop_certainty(drawn, ancestor, model) if ancestor else "stated", model, x + _in(sheet))
        for model, x in zip(slide.models, xs, strict=True)
        if model != ancestor
    ]
    # Where branches run together, the firmest lies on top, and of these the first to leave.
    branches.sort(key=lambda it: (-CERTAINTIES.index(it[0]), -abs(it[2] - start[0])))
    for place, (certainty, model, x) in enumerate(branches):
        crosses = "stated" == certainty == branches[place - 1][0] and place > 0
        _branch(sheet, drawn, model, ancestor, certainty, (start, x, top), crosses=crosses)
    if ancestor:
        _capsule(sheet, drawn.strands[ancestor], start, upright=True)


def _common(drawn: Lineage, one: ModelId, other: ModelId) -> ModelId:
    if not one:
        return ModelId("")
    return ModelId(nearest_common_ancestor(drawn, one, other))


def _in(sheet: Sheet) -> float:
    """Return how far from the edge of its column a station stands."""
    return sheet.share(0.045)


def _shared(sheet: Sheet, strands: tuple[MethodId, ...], y: float, room: float) -> None:
    """Add samples of the shared strands, and their names if these fit on two lines."""
    methods = [sheet.deck.methods[method] for method in strands]
    sample, thick = sheet.share(0.034), sheet.share(_STRAND)
    letters = sheet.type("label")
    before, behind = sample + letters * 0.4, letters * 0.7
    names = [
        sheet.one_line(method.short.of(sheet.language), letters, room - before, "medium")
        for method in methods
    ]
    widths = [before + sheet.ruler.width(name, "medium", letters) + behind for name in names]
    rows = _rows(widths, room + behind)
    if max(rows, default=0) >= _SHARED_ROWS:
        widths, rows, names = [before] * len(methods), [0] * len(methods), []
    x, row = 0.0, 0
    for place, method in enumerate(methods):
        if rows[place] != row:
            x, row = 0.0, rows[place]
        middle = y + letters * (0.6 + 1.35 * row)
        sheet.shapes += swatch(method, x, middle, sample, thick, ground="background")
        if names:
            ink = method_ink(method, "text")
            sheet.line(
                names[place], x + before, middle, letters, face="medium", ink=ink, id="shared"
            )
        x += widths[place]


def _rows(widths: list[float], room: float) -> list[int]:
    """Return the row in which each thing stands, one after the other in rows of `room` px."""
    rows: list[int] = []
    x, row = 0.0, 0
    for width in widths:
        if x and x + width > room:
            x, row = 0.0, row + 1
        rows.append(row)
        x += width
    return rows


def _branch(  # noqa: PLR0913 - a branch, how sure it is and where it runs
    sheet: Sheet,
    drawn: Lineage,
    model: ModelId,
    ancestor: ModelId,
    certainty: Certainty,
    place: tuple[tuple[float, float], float, float],
    *,
    crosses: bool,
) -> None:
    """Add the strands from the ancestor to a model, and those that it has of its own.

    A branch that `crosses` others, as solid as itself, leaves on top of these.
    """
    start, x, top = place
    foot = top + sheet.share(_FOOT)
    strands = drawn.strands.get(model, ())
    inherited = drawn.strands[ancestor] if ancestor else ()
    thick = sheet.share(_STRAND)
    pitch = thick * _PITCH
    lane = lanes(sheet.deck)
    along = way([start, (x, start[1]), (x, foot)], sheet.share(0.055))
    if crosses:
        sheet.shapes += leaving(sheet.deck, along, inherited, thick, pitch)
    for method in inherited:
        its = sheet.deck.methods[method]
        ink = method_ink(its, "stroke")
        offset = lane[method] * pitch
        # Counted from the common start: dashes of branches that run together fall together.
        phase = along.length
        thread = Thread(along, offset, thick, ink, "background", its.style, certainty, phase)
        sheet.shapes += thread.shapes()
    joined = {each.method for each in between(drawn, ancestor, model)} if ancestor else set()
    own = [method for method in strands if method not in inherited or method in joined]
    for place_, method in enumerate(own):
        its = sheet.deck.methods[method]
        at = x + lane[method] * pitch
        side = -1 if lane[method] < 0 else 1
        reach = sheet.share(0.085 + 0.075 * place_)
        badge = (x + side * reach, start[1] + sheet.share(_BADGE_BELOW))
        if lane[method] == 0:
            badge = (at, top + sheet.share(_BADGE))
        corners = [badge, (at, badge[1]), (at, foot)]
        ink = method_ink(its, "stroke")
        joining = way(corners, thick * number("strand", "join_radius"))
        sure = join_certainty(sheet.deck, drawn, ancestor, model, method)
        thread = Thread(joining, 0.0, thick, ink, "background", its.style, sure)
        sheet.shapes += thread.shapes()
        sheet.badge(its, *badge, sheet.share(_BADGE))
    _capsule(sheet, strands, (x, foot), upright=False)


def _capsule(
    sheet: Sheet, strands: tuple[MethodId, ...], at: tuple[float, float], *, upright: bool
) -> None:
    """Add a station over the lanes of `strands`; one that carries none known is hollow."""
    x, y = at
    thick = sheet.share(_STRAND)
    half = thick * 1.12
    lane = lanes(sheet.deck)
    offsets = [lane[method] * thick * _PITCH for method in strands] or [0.0]
    low, high = min(offsets), max(offsets)
    line = sheet.share(0.0042)
    if upright:
        # Walking to the right, the lanes left of the middle one run below it.
        box = (x - half, y - high - half, 2 * half, high - low + 2 * half)
    else:
        box = (x + low - half, y - half, high - low + 2 * half, 2 * half)
    sheet.shapes.append(Box(*box, half, "surface", "ink", line, id="station"))


def _names(sheet: Sheet, slide: CompareSlide, column: float) -> tuple[Words, ...]:
    """Return the models' names, all in one size; on two lines where columns are narrow."""
    deck = sheet.deck
    models = [deck.models.get(model) or deck.counterparts[model] for model in slide.models]
    room = column - sheet.share(0.02)
    return _on_lines(sheet, tuple(model.name for model in models), room)


def _on_lines(sheet: Sheet, names: tuple[str, ...], room: float) -> tuple[Words, ...]:
    letters, least = sheet.type("trace_model"), sheet.type("label_floor")
    lines = tall_heads(names, "mono-strong", letters, room, sheet.ruler, 2)
    while lines is None and letters > least:
        letters = max(least, letters * _SMALLER)
        lines = tall_heads(names, "mono-strong", letters, room, sheet.ruler, 2)
    lines = lines or whole_or_cut(names, "mono-strong", letters, room, sheet.ruler, 2)
    return tuple(
        sheet.closed(sheet.words(tuple((Span(it, "mono-strong"),) for it in name), letters))
        for name in lines
    )


def _row(
    sheet: Sheet,
    slide: CompareSlide,
    aspect: Aspect,
    xs: list[float],
    place: tuple[float, float, float, float],
) -> None:
    y, height, left, column = place
    gap, label = sheet.share(0.03), sheet.type("label")
    body, least = sheet.type("body"), sheet.type("body_floor")
    name = sheet.fitted(sheet.named(aspect.name.of(sheet.language)), body, left - gap, 2, least)
    name = sheet.closed(name) if len(name.lines) > 1 else name
    foot = label * 1.6 if aspect.claims else 0.0
    middle = y + height / 2
    top = middle - (name.height + foot) / 2
    end = sheet.put(name, 0, top, id="aspect")
    if aspect.claims:
        certainty = weakest(sheet.deck.claims[claim].certainty for claim in aspect.claims)
        sheet.basis(certainty, aspect.claims, 0, end + label * 0.9, left - gap)
    cells = [
        sheet.named(aspect.says[model].of(sheet.language), "strong")
        for model in slide.models
        if model in aspect.says
    ]
    room = column - sheet.share(0.02)
    size = min((sheet.fitted(cell, body, room, 2, least).letters for cell in cells), default=body)
    for model, x in zip(slide.models, xs, strict=True):
        if model not in aspect.says:
            dot = sheet.share(0.0056)
            sheet.shapes.append(Box(x, middle - dot / 2, dot, dot, dot / 2, fill="edge_dimmed"))
            continue
        spans = sheet.named(aspect.says[model].of(sheet.language), "strong")
        words = sheet.fitted(spans, size, room, 2, size)
        sheet.put(words, x, middle - words.height / 2, id="cell")
