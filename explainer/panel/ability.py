"""An ability in the panel: a row at its model, the open card under it, and a page of its own."""

from __future__ import annotations

from collections.abc import Iterable

from explainer.abilities import course_of, levels_of
from explainer.deck import Deck
from explainer.intents import OpenCard, SelectModel
from explainer.marks import fate_glyph
from explainer.panel.claims import (
    cause,
    evidence_row,
    hidden_line,
    more_claims,
    shown_of,
    sign_of,
    unique,
)
from explainer.panel.column import Column, Linked, Sight
from explainer.panel.rich import named, term_link
from explainer.picture import Box, Face, Ink, Span
from explainer.schema import AbilityId, ClaimId, Fate, TermId, View
from explainer.strings import say
from explainer.theme import number, window_type
from explainer.why import claim_card
from explainer.wording import MINUS, fate_sentence, fate_words

_GLYPH = 24.0
_TEXT = 34.0
"""px from the left edge to the name."""
_CAUSE, _SURE = 156.0, 134.0
"""Widths of the columns on the right, px."""
_STACKED = 520.0
"""Rows that are narrower stand on two lines: a name would meet its cause."""
_CARD = 14.0
"""px by which the open card reaches out on both sides."""
_FOR, _AGAINST, _OWN = 4, 3, 4
"""How many claims of each kind stand in a card."""


def fate_row(
    column: Column, deck: Deck, fate: Fate, *, is_open: bool = False, rule: bool = True
) -> None:
    """Add what a model did to an ability; a click opens the card under it."""
    place = len(column.shapes)
    ground: Ink = "sunken" if is_open else "surface"
    top = column.y
    name = deck.abilities[fate.ability].short.of(column.language)
    _row(column, deck, fate, (name, "strong" if is_open else "medium"), ground, rule=rule)
    said = fate_sentence(deck, fate, column.language)
    column.hit(top, OpenCard(f"ability:{fate.ability}"), said, f"fate:{fate.model}/{fate.ability}")
    if is_open:
        _card(column, deck, fate)
        column.skip(12)
        frame = Box(
            column.left - _CARD,
            top,
            column.width + 2 * _CARD,
            column.y - top,
            radius=number("radius", "card"),
            fill="sunken",
        )
        column.shapes.insert(place, frame)
        column.sight = Sight(f"fate:{fate.model}/{fate.ability}", top, column.y)


def heads(column: Column) -> tuple[tuple[float, str], ...]:
    """Return the names of the columns beside the rows of abilities, where these have columns."""
    if column.width < _STACKED:
        return ()
    sure = column.right - _SURE
    return (
        (sure - _CAUSE, say("panel.head.cause", column.language)),
        (sure, say("panel.head.sure", column.language)),
    )


def ability_page(column: Column, deck: Deck, view: View) -> None:
    """Add an ability by itself: what it is, and what became of it at each model."""
    language = column.language
    ability = AbilityId(view.open.partition(":")[2])
    its = deck.abilities[ability]
    column.headline(its.name.of(language), column.size("card_title"), window_type("title_least"), 2)
    column.skip(8)
    column.words((Span(its.definition.of(language)),), column.size("panel_text"))
    _glossary(column, deck, ability)
    column.section(say("panel.ability-course", language), heads=heads(column))
    every = course_of(deck, ability)
    course = [it for it in every if not view.established or it.certainty == "stated"]
    for place, fate in enumerate(course):
        top = column.y
        name = deck.models[fate.model].name
        face: Face = "mono-strong" if fate.model == view.select else "mono"
        _row(column, deck, fate, (name, face), "surface", rule=place > 0)
        said = fate_sentence(deck, fate, language)
        column.hit(top, SelectModel(fate.model), said, fate.model)
    hidden_line(column, len(every) - len(course))
    levels = levels_of(deck, ability)
    if levels:
        column.section(say("panel.levels", language))
        column.skip(5)
    for level in levels:
        column.skip(2)
        said = f"  {level.says.of(language)}"
        words = (Span(deck.models[level.model].name, "mono"), Span(said, ink="muted"))
        column.words(words, column.size("label"))


def _glossary(column: Column, deck: Deck, ability: AbilityId) -> None:
    """Add the way to the term of the same name, where the glossary has it."""
    if TermId(ability) in deck.terms:
        link = term_link(deck, f"term:{ability}", column.language)
        words = (Span(say("panel.glossary", column.language) + "  ", ink="muted"), link)
        column.skip(2)
        column.words(words, column.size("label"))


def _row(  # noqa: PLR0913 - a fate, its name and its ground
    column: Column, deck: Deck, fate: Fate, name: tuple[str, Face], ground: Ink, *, rule: bool
) -> None:
    if rule and ground != "sunken":
        column.rule()
    language = column.language
    size = column.size("panel_text")
    small = column.size("aside")
    stacked = column.width < _STACKED
    height = 54.0 if stacked else 42.0
    middle = column.y + (16.0 if stacked else height / 2)
    column.shapes += fate_glyph(
        fate.change, column.left + _GLYPH / 2, column.y + height / 2, _GLYPH, ground, fate.mark
    )
    left = column.left + _TEXT
    change = fate_words(fate, language)
    words = Span(*name)
    sure = column.certainty_width(fate.certainty, small)
    if stacked:
        column.line((words,), left, middle, size, width=column.right - left - sure - 10)
        column.certainty(fate.certainty, column.right - sure, middle, small)
        below = column.y + 38
        said = column.line((Span(change, ink="muted"),), left, below, small)
        x = left + said + 14
        cause(column, deck, fate.cause, x, below, small, width=column.right - x, ground=ground)
    else:
        third = column.right - max(_SURE, sure)
        second = third - _CAUSE
        room = second - left - 8
        said = column.width_of(change, "text", small)
        beside = column.width_of(*name, size) + 10 + said <= room
        if beside:
            long = column.line((words,), left, middle, size)
            column.line((Span(change, ink="muted"),), left + long + 10, middle, small)
        else:
            height = 54.0
            column.line((words,), left, column.y + 17, size, width=room)
            column.line((Span(change, ink="muted"),), left, column.y + 38, small, width=room)
        cause(column, deck, fate.cause, second, middle, small, width=_CAUSE - 8, ground=ground)
        column.certainty(fate.certainty, third, middle, small)
    column.skip(height)


def _card(column: Column, deck: Deck, fate: Fate) -> None:
    language = column.language
    size = column.size("evidence")
    own = [deck.claims[claim] for claim in fate.claims]
    subject = f"fate:{fate.model}/{fate.ability}"
    why = Linked(
        say("panel.why", language),
        underline=True,
        order=OpenCard(claim_card(own[0].id, subject)) if own else None,
        id=subject,
    )
    text = fate.note or deck.abilities[fate.ability].definition
    tail = (Span(" "), why) if own else ()
    column.words((*named(deck, text.of(language)), *tail), size)
    if not fate.mark_certain:
        column.words((Span(say("word.mark-uncertain", language), ink="muted"),), size)
    column.skip(4)
    listed = shown_of(len(own), _OWN)
    for claim in own[:listed]:
        evidence_row(column, deck, claim)
    shown = {claim.id for claim in own}
    speaks_for = _others((it for each in own for it in each.evidence_for), shown)
    against = _others((it for each in own for it in each.evidence_against), shown)
    for claims, sign, most in ((speaks_for, "+", _FOR), (against, MINUS, _AGAINST)):
        for each in claims[:most]:
            claim = deck.claims[each]
            evidence_row(column, deck, claim, sign_of(claim, sign))
    hidden = (*fate.claims[listed:], *speaks_for[_FOR:], *against[_AGAINST:])
    if hidden:
        more_claims(column, hidden, rule=False)


def _others(claims: Iterable[ClaimId], shown: set[ClaimId]) -> tuple[ClaimId, ...]:
    return tuple(claim for claim in unique(claims) if claim not in shown)
