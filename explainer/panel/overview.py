"""The panel where nothing is selected: where to begin, and how to read the map."""

from __future__ import annotations

from explainer.deck import Deck
from explainer.intents import GoToStep, OpenCard, Order, ShowView
from explainer.panel.column import Column
from explainer.panel.rows import link_row
from explainer.panel.said import model_links
from explainer.picture import Icon, Span
from explainer.schema import CERTAINTIES, CompareSlide, NamedView
from explainer.story import step
from explainer.strands import certainty_line, swatch
from explainer.strings import say
from explainer.theme import window_type
from explainer.wording import certainty_meaning, certainty_word

_SAMPLE = 76.0
_TEXT = 104.0


def overview_page(column: Column, deck: Deck) -> None:
    """Add starting points and the key of the map."""
    language = column.language
    column.skip(16)
    column.headline(
        say("panel.pick", language), column.size("story_headline"), window_type("headline_least"), 2
    )
    column.skip(10)
    column.words((Span(say("panel.pick-more", language), ink="muted"),), column.size("invitation"))
    if deck.views:
        _questions(column, deck)
    column.skip(8)
    column.section(say("panel.read-map", language))
    column.skip(10)
    size = column.size("panel_text")
    for method in deck.methods.values():
        middle = column.y + 17
        column.shapes += swatch(method, column.left, middle, _SAMPLE, 11.0)
        name = Span(method.name.of(language))
        column.line((name,), column.left + _TEXT, middle, size, width=column.width - _TEXT)
        column.skip(34 if column.narrow else 40)
    column.skip(12)
    column.rule()
    column.skip(12)
    for certainty in CERTAINTIES:
        leading = column.leading(size)
        column.skip(5)
        middle = column.y + leading / 2
        column.shapes += certainty_line(certainty, column.left, middle, _SAMPLE, 6.0, "ink")
        words = (
            Span(certainty_word(certainty, language)),
            Span("  " + certainty_meaning(certainty, language), ink="muted"),
        )
        column.words(words, size, left=column.left + _TEXT)
        column.skip(5)
    _lists(column, deck)


def _lists(column: Column, deck: Deck) -> None:
    """Add the ways to the lists of terms, works and differences, and to the counterparts."""
    language = column.language
    column.section(say("panel.look-up", language))
    column.skip(4)
    for card, key, count in (
        ("glossary", "panel.glossary", len(deck.terms)),
        ("sources", "panel.sources", len(deck.sources)),
        ("discrepancies", "panel.differences", len(deck.discrepancies)),
    ):
        if count:
            words = (Span(say(key, language)),)
            link_row(column, words, OpenCard(card), aside=str(count))
    if deck.counterparts:
        column.section(say("panel.outside", language))
        column.skip(5)
        model_links(column, deck, [*deck.counterparts])


def _questions(column: Column, deck: Deck) -> None:
    column.skip(8)
    column.section(say("panel.questions", column.language))
    size = column.size("invitation")
    leading = column.leading(size)
    for place, named_view in enumerate(deck.views):
        top = column.y
        if place:
            column.rule()
        column.skip(17)
        column.shapes.append(
            Icon(_icon(deck, named_view), column.left + 12, column.y + leading / 2, 24.0, "muted")
        )
        middle = column.y + leading / 2
        column.shapes.append(Icon("next", column.right - 10, middle, 20.0, "muted"))
        words = named_view.name.of(column.language)
        column.words((Span(words),), size, left=column.left + 40, right=column.right - 28)
        column.skip(17)
        column.hit(top, _order(named_view), words)
    column.rule()


def _order(question: NamedView) -> Order:
    """Return what leads to the answer."""
    return GoToStep(question.step) if question.view is None else ShowView(question.view)


def _icon(deck: Deck, question: NamedView) -> str:
    """Return the sign of a question: models beside one another, or a way through the map."""
    if question.view is None:
        slide = step(deck, question.step).slide
        return "compare" if isinstance(slide, CompareSlide) else "trace"
    beside = [word for word in question.view.lit if ":" not in word and word != "all"]
    return "compare" if len(beside) > 1 else "trace"
