"""The panel while the story is told: the step in words, and what it rests on."""

from __future__ import annotations

from explainer.deck import Deck
from explainer.intents import ReturnToStep, ToggleExplore
from explainer.lineage import weakest
from explainer.lines import balanced
from explainer.panel.claims import claim_row, more_claims, shown_of, unique
from explainer.panel.column import Column
from explainer.panel.rich import rich, term_words
from explainer.picture import Box, Icon, Picture, Ruler, Span
from explainer.schema import Language, MethodId, Step, TextSlide
from explainer.state import State
from explainer.story import stage_of, step
from explainer.strings import say
from explainer.theme import number
from explainer.wording import pair

CLAIMS = int(number("story_takeaway", "claims_max"))
_DISC = 30.0


def step_page(column: Column, deck: Deck, state: State) -> None:
    """Add the step that the story is at."""
    its, stage = step(deck, state.step), stage_of(deck, state.step)
    method = told_method(its)
    if method:
        _method(column, deck, method)
    column.headline(
        stage.headline.of(column.language),
        column.size("story_headline", 28.0),
        24.0,
        3,
    )
    size = column.size("story_text", 17.0)
    for paragraph in its.narration:
        for block in rich(deck, paragraph.text.of(column.language), column.language):
            column.skip(size * 0.85)
            column.words(block, size)
        if paragraph.claims:
            column.skip(5)
            label = column.size("label", 15.0)
            certainty = weakest(deck.claims[claim].certainty for claim in paragraph.claims)
            column.certainty(certainty, column.left, column.y + label * 0.7, label)
            column.skip(label * 1.4)
    _rests_on(column, deck, its)
    if state.notes and its.notes is not None:
        column.section(say("panel.notes", column.language))
        for block in rich(deck, its.notes.of(column.language), column.language):
            column.skip(8)
            column.words(block, column.size("panel_text", 16.0))


def told_method(its: Step) -> MethodId:
    """Return the one method that a step is about; "" where it is about none or several."""
    kind, _, name = its.view.lens.partition(":")
    if kind == "cause":
        return MethodId(name)
    lit = [word.partition(":")[2] for word in its.view.lit if word.startswith("method:")]
    if len(lit) == 1:
        return MethodId(lit[0])
    return its.slide.strand if isinstance(its.slide, TextSlide) else MethodId("")


def takeaway_foot(deck: Deck, state: State, width: float, padding: float, ruler: Ruler) -> Picture:
    """Return the foot of the story: what to remember, or the term that is pointed at."""
    column = _foot(width, padding, state.language, ruler)
    label = column.size("label", 15.0)
    if state.hover.startswith("term:") and state.hover.partition(":")[2] in deck.terms:
        name, definition = term_words(deck, state.hover, state.language)
        column.words((Span(name, "strong"),), label)
        column.skip(2)
        column.words((Span(definition),), column.size("panel_text", 16.0))
        reserved = _remembered(deck, state, width, padding, ruler).height
        column.y = max(column.y + 18, reserved)
        return _grounded(column)
    return _remembered(deck, state, width, padding, ruler)


def return_foot(deck: Deck, state: State, width: float, padding: float, ruler: Ruler) -> Picture:
    """Return the foot while something else is looked at: the way back to the step."""
    column = _foot(width, padding, state.language, ruler)
    name = stage_of(deck, state.step).name.of(state.language)
    words = pair(say("panel.back", state.language), name, state.language)
    _way(column, words, "Backspace", face_strong=True)
    column.hit(8.0, ReturnToStep(), words)
    column.skip(16)
    return _grounded(column)


def _remembered(deck: Deck, state: State, width: float, padding: float, ruler: Ruler) -> Picture:
    column = _foot(width, padding, state.language, ruler)
    label = column.size("label", 15.0)
    column.words((Span(say("panel.remember", state.language), ink="muted"),), label)
    size = column.size("panel_text", 19.0) if column.narrow else number("story_takeaway", "text")
    text = stage_of(deck, state.step).takeaway.of(state.language)
    for line in balanced(ruler, (Span(text, "strong"),), size, column.width, 2):
        column.line(line, column.left, column.y + size * 0.65, size, width=column.width)
        column.skip(size * (1.3 if state.language == "en" else 1.42))
    column.skip(8)
    words = say("panel.look-around", state.language)
    top = column.y
    _way(column, words, "E", face_strong=False)
    column.hit(top - 4, ToggleExplore(), words)
    column.skip(16)
    return _grounded(column)


def _foot(width: float, padding: float, language: Language, ruler: Ruler) -> Column:
    column = Column(width, padding, language, ruler)
    column.skip(14 if column.narrow else 18)
    return column


def _way(column: Column, words: str, key: str, *, face_strong: bool) -> None:
    """Add a line that leads somewhere, with its key at the right."""
    size = column.size("label", 15.0)
    leading = column.leading(size)
    middle = column.y + leading / 2
    span = Span(words, "strong") if face_strong else Span(words, ink="muted")
    room = column.width - column.width_of(key, "mono", size) - 12
    column.line((span,), column.left, middle, size, width=room)
    column.line((Span(key, "mono", "muted"),), column.right, middle, size, anchor="end")
    column.skip(leading)


def _grounded(column: Column) -> Picture:
    hairline = Box(0, 0, column.panel, 1.0, fill="line")
    return Picture(
        column.panel, column.y, (hairline, *column.shapes), tuple(column.hits), ground="sunken"
    )


def _method(column: Column, deck: Deck, method: MethodId) -> None:
    style = deck.methods[method].style
    middle, radius = column.y + _DISC / 2, _DISC / 2
    disc = Box(column.left, column.y, _DISC, _DISC, radius=radius, fill=f"method.{style}.stroke")
    icon = Icon(f"method-{style}", column.left + radius, middle, _DISC * 0.62, "on_accent")
    column.shapes += [disc, icon]
    name = Span(deck.methods[method].name.of(column.language), "medium", f"method.{style}.text")
    column.line(
        (name,),
        column.left + _DISC + 10,
        middle,
        column.size("panel_text", 16.0),
        width=column.width - _DISC - 10,
    )
    column.skip(_DISC + 16)


def _rests_on(column: Column, deck: Deck, its: Step) -> None:
    claims = unique(claim for paragraph in its.narration for claim in paragraph.claims)
    if not claims:
        return
    key = "panel.claims.one" if len(claims) == 1 else "panel.claims.many"
    count = say(key, column.language, count=str(len(claims)))
    column.section(say("panel.rests-on", column.language), count)
    listed = shown_of(len(claims), CLAIMS)
    for place, claim in enumerate(claims[:listed]):
        claim_row(column, deck, deck.claims[claim], first=not place)
    more_claims(column, claims[listed:])
