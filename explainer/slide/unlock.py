"""Injected or unlocked: two abilities beside each other, where they enter and where they show."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.abilities import fate_of
from explainer.lineage import Lineage, lineage, weakest
from explainer.lines import fits
from explainer.marks import fate_glyph
from explainer.picture import Anchor, Box, Icon, Picture, Span
from explainer.schema import Certainty, Column, MethodId, ModelId, UnlockSlide
from explainer.slide.hops import hop_certainty, join_certainty, joining_strand, level_strands, rise
from explainer.slide.sheet import Sheet
from explainer.strings import say
from explainer.wording import clauses

_GUTTER = 0.13
_GLYPH = 0.075
_ICON = 0.6
_LINE, _BADGE = 0.145, 0.033
"""From the top to the line, and to the badge above it; shares of the slide's height."""


def unlock_picture(sheet: Sheet, slide: UnlockSlide, readings: tuple[str, ...] = ()) -> Picture:
    """Return the two columns with a hairline between them."""
    drawn = lineage(sheet.deck, readings)
    gutter = sheet.share(_GUTTER)
    width = (sheet.width - gutter) / 2
    top = max(0.0, sheet.height - sheet.share(0.69)) * 0.35
    figures = _figures(sheet, (slide.left, slide.right), width)
    for x, column in ((0.0, slide.left), (width + gutter, slide.right)):
        foot = _line(sheet, column, drawn, (x, top, width))
        _words(sheet, column, (x, foot, width), figures)
    height = min(sheet.height - top, sheet.share(0.64))
    sheet.divider(width + gutter / 2, top + sheet.share(0.03), height - sheet.share(0.03))
    return sheet.picture()


def _line(sheet: Sheet, column: Column, drawn: Lineage, place: tuple[float, float, float]) -> float:
    """Add the strands with both stations; return where their words end."""
    x, top, width = place
    y = top + sheet.share(_LINE)
    cause = _cause(sheet, column, drawn)
    before = _before(drawn, column, cause)
    left, right = x + width * 0.155, x + width * 0.87
    carried = drawn.strands[before] if before else ()
    certainty = hop_certainty(drawn, before, column.shows) if before else "stated"
    level_strands(sheet, carried, x, y, left - x)
    level_strands(sheet, carried, left, y, x + width - left, certainty)
    cause = _cause(sheet, column, drawn)
    lane = y
    if cause and cause not in carried:
        badge = (x + width * 0.42, top + sheet.share(_BADGE))
        above = y - rise(sheet, len(carried))
        sure = join_certainty(sheet.deck, drawn, before, column.shows, cause)
        joining_strand(sheet, cause, badge, above, x + width, sure)
        lane = (y + above) / 2
    size = sheet.share(_GLYPH)
    _halo(sheet, left, y, size)
    # What is unlocked was there before, wherever it came in.
    hidden = column.enters != column.shows or column.change == "unlocked"
    if hidden:
        sheet.shapes += fate_glyph("latent", left, y, size, "background")
    else:
        ring = sheet.share(0.013)
        line = sheet.share(0.0046)
        sheet.shapes.append(
            Box(left - ring, y - ring, 2 * ring, 2 * ring, ring, "background", "muted", line)
        )
    _halo(sheet, right, lane, size)
    sheet.shapes += [
        Box(right - size / 2, lane - size / 2, size, size, size / 2, f"fate.{column.change}.color"),
        Icon(f"fate-{column.change}", right, lane, size * _ICON, "background", 2.3),
    ]
    words = ("there-asleep", "awake") if hidden else ("not-there", "new")
    foot = y + size * 0.72
    models = [model for model in (before, column.shows) if model]
    names = [sheet.deck.models[model].name for model in models]
    wide = sum(sheet.ruler.width(name, "mono-strong", 1.0) for name in names)
    gap, least = sheet.share(0.025), sheet.type("label_floor")
    letters = max(least, min(sheet.share(0.03), (width - gap) / wide))
    long = [sheet.ruler.width(name, "mono-strong", letters) for name in names]
    # What is short leaves more room to the other.
    room = max((width - gap) / 2, width - gap - min(long))
    if len(names) == 1:
        room = width
    _station(sheet, before, f"slide.{words[0]}", (x, foot), (letters, room), "start")
    _station(sheet, column.shows, f"slide.{words[1]}", (x + width, foot), (letters, room), "end")
    return foot + sheet.share(0.092)


def _station(  # noqa: PLR0913 - a model, a state and their place
    sheet: Sheet,
    model: ModelId,
    key: str,
    place: tuple[float, float],
    look: tuple[float, float],
    anchor: Anchor,
) -> None:
    """Add a name, with letters and in the width that `look` says, and the state under it."""
    (x, y), (letters, room) = place, look
    if model:
        name = sheet.one_line(sheet.deck.models[model].name, letters, room, "mono-strong")
        words = sheet.words(((Span(name, "mono-strong"),),), letters)
        sheet.put(words, x, y, anchor, id="station")
    spans = (Span(say(key, sheet.language), ink="muted"),)
    said = sheet.words((spans,), sheet.type("label"))
    sheet.put(said, x, y + sheet.share(0.04), anchor, id="state")


def _before(drawn: Lineage, column: Column, cause: MethodId) -> ModelId:
    """Return where the ability lies hidden; else the last model without its cause, or a parent."""
    if column.enters != column.shows:
        return column.enters
    for link in reversed(drawn.links):
        if cause and cause in {join.method for join in link.joins} and link.parent:
            below = drawn.below[link.parent]
            if column.shows in below and cause not in drawn.strands[link.parent]:
                return link.parent
    return next(iter(drawn.parents[column.shows]), ModelId(""))


def _cause(sheet: Sheet, column: Column, drawn: Lineage) -> MethodId:
    """Return the method that the ability is put down to, if the model carries it."""
    fate = fate_of(sheet.deck, column.shows, column.ability)
    cause = fate.cause if fate else MethodId("")
    return cause if cause in drawn.strands[column.shows] else MethodId("")


def _halo(sheet: Sheet, x: float, y: float, size: float) -> None:
    reach = size / 2 + sheet.share(0.009)
    sheet.shapes.append(Box(x - reach, y - reach, 2 * reach, 2 * reach, reach, fill="background"))


def _figures(sheet: Sheet, columns: Sequence[Column], width: float) -> float:
    """Return the size at which the figures of both columns stand on one line."""
    texts = [column.figure.of(sheet.language) for column in columns if column.figure is not None]
    letters, least = sheet.type("figure"), sheet.type("body")
    fitted = (sheet.fitted((Span(it, "strong"),), letters, width, 1, least) for it in texts)
    return min((words.letters for words in fitted), default=letters)


def _words(sheet: Sheet, column: Column, place: tuple[float, float, float], figures: float) -> None:
    x, y, width = place
    y += sheet.share(0.028)
    big = (Span(say(f"slide.change.{column.change}", sheet.language), "headline"),)
    y = sheet.put(sheet.fitted(big, sheet.type("change"), width, 1), x, y, id="change")
    ability = sheet.deck.abilities[column.ability]
    body, least = sheet.type("body"), sheet.type("body_floor")
    spans = sheet.named(ability.name.of(sheet.language))
    # One line in both columns, so that what follows stands at one height.
    if not fits(sheet.ruler, spans, least, width, 1):
        spans = sheet.named(ability.short.of(sheet.language))
    y = sheet.put(sheet.fitted(spans, body, width, 1, least), x, y, id="ability")
    label = sheet.type("label")
    certainty = _certainty(sheet, column)
    y += sheet.share(0.01)
    sheet.basis(certainty, column.claims, x, y + label * 0.7, width)
    y += label * 1.4 + sheet.share(0.022)
    if column.figure is None:
        return
    sheet.rule(y, x, width)
    y += sheet.share(0.02)
    spans = (Span(column.figure.of(sheet.language), "strong"),)
    source = _source(sheet, column)
    room = sheet.height - y - (label * 1.4 if source else 0.0)
    letters = min(figures, max(sheet.type("body"), room / 1.3))
    figure = sheet.fitted(spans, letters, width, 1, sheet.type("body"))
    y = sheet.put(figure, x, y, id="figure")
    if source:
        spans = (Span(source, ink="muted"),)
        sheet.put(sheet.fitted(spans, label, width, 1), x, y, id="figure-source")


def _certainty(sheet: Sheet, column: Column) -> Certainty | None:
    """Return how sure the change is: as the deck's fate has it, if that is the same change."""
    fate = fate_of(sheet.deck, column.shows, column.ability)
    if fate is not None and fate.change == column.change:
        return fate.certainty
    return weakest(sheet.deck.claims[claim].certainty for claim in column.claims)


def _source(sheet: Sheet, column: Column) -> str:
    number = sheet.deck.numbers.get(column.number)
    if number is None:
        return ""
    short = sheet.deck.sources[number.source].short.of(sheet.language)
    return clauses((short, number.at), sheet.language)
