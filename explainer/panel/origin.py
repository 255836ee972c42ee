"""How a model came about: from which parent, by which method, and by whose account."""

from __future__ import annotations

from msgspec.structs import replace

from explainer.deck import Deck
from explainer.intents import DrawOtherReading, OpenCard, ShowView
from explainer.lineage import drawn_option, least_sure
from explainer.panel.claims import cause
from explainer.panel.column import Column, Linked
from explainer.panel.rich import named, source_link
from explainer.panel.subject import derivation_words
from explainer.picture import Box, Face, Span
from explainer.schema import Derivation, Language, Option, Reading, View
from explainer.strings import say
from explainer.why import claim_card, named_model
from explainer.wording import clauses, listed, pair

_DISC = 14.0
_LEFT = 28.0


def origin_part(column: Column, deck: Deck, view: View) -> None:
    """Add the derivations of the selected model; nothing for one without any."""
    always = [each for each in deck.derivations if each.child == view.select]
    readings = [
        reading
        for reading in deck.readings.values()
        if any(each.child == view.select for it in reading.options for each in it.derivations)
    ]
    if not always and not readings:
        return
    column.section(say("panel.origin", column.language))
    column.skip(4)
    if always:
        _derivations(column, deck, tuple(always))
    for reading in readings:
        _reading(column, deck, view, reading)


def _reading(column: Column, deck: Deck, view: View, reading: Reading) -> None:
    language = column.language
    size = column.size("label")
    drawn = drawn_option(reading, view.readings)
    column.skip(5)
    column.words((Span(reading.asks.of(language), "medium"),), column.size("panel_text"))
    for option in reading.options:
        _option(column, deck, view, reading, option, is_drawn=option.derivations == drawn)
    leading = column.leading(size)
    top = column.y
    words = say("panel.draw-other", language)
    middle = top + leading / 2 + 2
    column.line(
        (Span(words, underline=True),),
        column.left + _LEFT,
        middle,
        size,
        width=column.width - _LEFT - 24,
    )
    column.line((Span("V", "mono", "muted"),), column.right, middle, size, anchor="end")
    column.skip(leading + 4)
    column.hit(top, DrawOtherReading(), words)
    column.skip(4)


def _option(  # noqa: PLR0913 - one option of one reading in one view
    column: Column, deck: Deck, view: View, reading: Reading, option: Option, *, is_drawn: bool
) -> None:
    language = column.language
    size = column.size("label")
    leading = column.leading(size)
    top = column.y
    column.skip(5)
    middle = column.y + leading / 2
    _disc(column, middle, filled=is_drawn)
    certainty = least_sure(*(each.certainty for each in option.derivations))
    left = column.left + _LEFT
    right = column.right
    if not column.narrow:
        right -= column.certainty_width(certainty, size)
        column.certainty(certainty, right, middle, size)
        right -= 12
    says = option.says.of(language)
    face: Face = "strong" if is_drawn else "text"
    parents = _parents(deck, option.derivations, language)
    spans = (Span(pair(says, "", language), face), *parents)
    if says == parents[-1].text:
        spans = (Span(parents[0].text, face), Span(says, parents[-1].face))
    column.words(spans, size, left=left, right=right)
    if column.narrow:
        column.certainty(certainty, left, column.y + leading / 2, size)
        column.skip(leading)
    labels = (it.label.of(language) for it in option.derivations if it.label)
    for label in dict.fromkeys(labels):
        column.words(named(deck, label, ink="muted"), size, left=left)
    for note in dict.fromkeys(it.note.of(language) for it in option.derivations if it.note):
        column.words(named(deck, note, ink="muted"), max(13.5, size - 1), left=left)
    column.skip(3)
    foot, place = column.y, len(column.hits)
    _why(column, deck, option.derivations, left)
    if not is_drawn:
        others = tuple(it for it in view.readings if it.partition("/")[0] != reading.id)
        chosen = () if option.id == reading.drawn else (f"{reading.id}/{option.id}",)
        other = _with_readings(view, tuple(sorted((*others, *chosen))))
        name = clauses((say("panel.draw-other", language), says), language)
        end, column.y = column.y, foot
        column.hit(top, ShowView(other), name, under=place)
        column.y = end


def _why(column: Column, deck: Deck, derivations: tuple[Derivation, ...], left: float) -> None:
    """Add the ways to the claims behind derivations, and to the works that say them."""
    language = column.language
    spans: list[Span] = []
    asked = [each for each in derivations if each.claims]
    parents: set[str] = set()
    for each in asked:
        order = OpenCard(claim_card(each.claims[0], each.id))
        words = say("panel.why", language)
        face: Face = "text"
        said = pair(words, derivation_words(deck, each, language), language)
        if len(asked) > 1 and each.parent:
            words, face = named_model(deck, each.parent).name, "mono"
        if each.parent in parents and each.method:
            words, face = deck.methods[each.method].short.of(language), "text"
        parents.add(each.parent)
        if len(asked) > 1 and not spans:
            spans.append(Span(say("panel.why", language), ink="muted"))
        spans += [Span("  ")] if spans else []
        spans.append(Linked(words, face, underline=True, order=order, name=said, id=each.id))
    for source in dict.fromkeys(each.source for each in derivations if each.source):
        spans += [Span("  ")] if spans else []
        spans.append(source_link(deck, source, language))
    if spans:
        column.words(spans, column.size("label"), left=left)
        column.skip(2)


def _with_readings(view: View, readings: tuple[str, ...]) -> View:
    return replace(view, readings=readings)


def _parents(
    deck: Deck, derivations: tuple[Derivation, ...], language: Language
) -> tuple[Span, ...]:
    """Return "from" and the names of all parents, then those that are no parents, by their tie."""
    spans: list[Span] = []
    for kind in dict.fromkeys("" if each.is_descent else each.kind for each in derivations):
        those = [it for it in derivations if ("" if it.is_descent else it.kind) == kind]
        spans += [Span(say("word.comma", language))] if spans else []
        spans.append(Span(say(f"panel.from.{kind}" if kind else "panel.from", language)))
        for place, parent in enumerate(dict.fromkeys(each.parent for each in those)):
            if place:
                spans.append(Span(listed(("", ""), language)))
            unknown = Span(say("panel.unknown-base", language))
            spans.append(Span(deck.models[parent].name, "mono") if parent else unknown)
    return tuple(spans)


def _derivations(column: Column, deck: Deck, derivations: tuple[Derivation, ...]) -> None:
    size = column.size("label")
    leading = column.leading(size)
    for each in derivations:
        column.skip(5)
        middle = column.y + leading / 2
        right = column.right - column.certainty_width(each.certainty, size)
        column.certainty(each.certainty, right, middle, size)
        column.words(_parents(deck, (each,), column.language), size, right=right - 12)
        if each.method:
            middle = column.y + leading / 2
            cause(column, deck, each.method, column.left, middle, size, width=column.width)
            column.skip(leading)
        if each.label is not None:
            column.words(named(deck, each.label.of(column.language), ink="muted"), size)
        if each.note is not None:
            column.words(named(deck, each.note.of(column.language), ink="muted"), size - 1)
        _why(column, deck, (each,), column.left)
    column.skip(4)


def _disc(column: Column, middle: float, *, filled: bool) -> None:
    x, y = column.left + 1, middle - _DISC / 2
    ring = Box(x, y, _DISC, _DISC, _DISC / 2, "surface", "ink", 1.6)
    column.shapes.append(ring)
    if filled:
        inner = _DISC - 7
        column.shapes.append(Box(x + 3.5, y + 3.5, inner, inner, radius=inner / 2, fill="ink"))
