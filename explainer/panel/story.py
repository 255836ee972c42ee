"""The panel while the story is told: the step in words, and what it rests on."""

from __future__ import annotations

from msgspec.structs import replace

from explainer.deck import Deck
from explainer.deck.shown import headline_of
from explainer.dress import method_icon, method_ink
from explainer.intents import AskWhy
from explainer.lineage import least_sure
from explainer.markup import plain
from explainer.panel.claims import (
    claim_count,
    claim_row,
    hidden_line,
    kept,
    more_claims,
    shown_of,
    unlike,
)
from explainer.panel.column import Column, Sight
from explainer.panel.rich import rich
from explainer.picture import Box, Icon, Span
from explainer.schema import ChartSlide, MethodId, Paragraph, Step, TextSlide
from explainer.state import State
from explainer.story import stage_of, step
from explainer.strings import say
from explainer.theme import number, window_type
from explainer.why import claims_of_step

CLAIMS = int(number("story_takeaway", "claims_max"))
_DISC = 30.0


def step_page(column: Column, deck: Deck, state: State) -> None:
    """Add the step that the story is at."""
    its, stage = step(deck, state.step), stage_of(deck, state.step)
    method = told_method(its)
    if method:
        _method(column, deck, method)
    column.headline(
        headline_of(stage, its).of(column.language),
        column.size("story_headline"),
        window_type("headline_least"),
        3,
    )
    for place, paragraph in enumerate(its.narration):
        _paragraph(column, deck, paragraph, f"paragraph:{state.step}/{place}")
    _rests_on(column, deck, state)
    _numbers_say(column, deck, its)
    if state.notes and its.notes is not None:
        top = column.y
        column.section(say("panel.notes", column.language))
        for block in rich(deck, its.notes.of(column.language), column.language):
            column.skip(8)
            column.words(block, column.size("panel_text"))
        column.sight = Sight("notes", top, column.y, lasts=True)


def _paragraph(column: Column, deck: Deck, paragraph: Paragraph, subject: str) -> None:
    """Add what is said, how sure it is, and where sources differ; all of it answers why."""
    size = column.size("story_text")
    place, top = len(column.hits), column.y + size * 0.85
    said = paragraph.text.of(column.language)
    for block in rich(deck, said, column.language):
        column.skip(size * 0.85)
        column.words(block, size)
    if not paragraph.claims:
        return
    label = column.size("label")
    column.hit(top, AskWhy(subject), plain(said).replace("\n", " "), subject, under=place)
    column.skip(5)
    middle = column.y + label * 0.7
    certainty = least_sure(*(deck.claims[claim].certainty for claim in paragraph.claims))
    x = column.left + 14 + column.certainty(certainty, column.left, middle, label)
    differ = unlike(
        deck, paragraph.claims, column.language, say("panel.sources-differ", column.language)
    )
    for span in differ:
        quiet = replace(span, ink="muted")
        column.line((quiet,), x, middle, label, width=column.right - x)
    column.skip(label * 1.4)


def told_method(its: Step) -> MethodId:
    """Return the one method that a step is about; "" where it is about none or several."""
    kind, _, name = its.view.lens.partition(":")
    if kind == "cause":
        return MethodId(name)
    lit = [word.partition(":")[2] for word in its.view.lit if word.startswith("method:")]
    if len(lit) == 1:
        return MethodId(lit[0])
    return its.slide.strand if isinstance(its.slide, TextSlide) else MethodId("")


def _method(column: Column, deck: Deck, method: MethodId) -> None:
    its = deck.methods[method]
    middle, radius = column.y + _DISC / 2, _DISC / 2
    disc = Box(column.left, column.y, _DISC, _DISC, radius=radius, fill=method_ink(its, "stroke"))
    icon = Icon(method_icon(its), column.left + radius, middle, _DISC * 0.62, "on_accent")
    column.shapes += [disc, icon]
    name = Span(its.name.of(column.language), "medium", method_ink(its, "text"))
    column.line(
        (name,),
        column.left + _DISC + 10,
        middle,
        column.size("panel_text"),
        width=column.width - _DISC - 10,
    )
    column.skip(_DISC + 16)


def _rests_on(column: Column, deck: Deck, state: State) -> None:
    every = claims_of_step(deck, state.step)
    claims, hidden = kept(deck, step(deck, state.step).view, every)
    if not every:
        return
    count = claim_count(len(every), column.language)
    column.section(say("panel.rests-on", column.language), count)
    listed = shown_of(len(claims), CLAIMS)
    for place, claim in enumerate(claims[:listed]):
        claim_row(column, deck, deck.claims[claim], first=not place)
    more_claims(column, claims[listed:])
    hidden_line(column, hidden)


def _numbers_say(column: Column, deck: Deck, its: Step) -> None:
    """Add what the numbers of a chart speak against and for."""
    if not isinstance(its.slide, ChartSlide):
        return
    chart = deck.charts[its.slide.chart]
    for key, claims in (("numbers.against", chart.doubts), ("numbers.for", chart.supports)):
        if claims:
            column.section(say(key, column.language), claim_count(len(claims), column.language))
        for place, claim in enumerate(claims):
            claim_row(column, deck, deck.claims[claim], first=not place)
