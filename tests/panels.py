"""Pages of the panel for tests, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace
from rulers import PlainRuler

from explainer.deck import Deck
from explainer.intents import (
    OpenCard,
    Order,
)
from explainer.panel import PanelPicture, panel_picture
from explainer.picture import Picture, TextLine
from explainer.schema import (
    Language,
    StepId,
    View,
)
from explainer.state import State
from explainer.story import steps
from explainer.why import LISTS

RULER = PlainRuler()
WIDTHS = (380.0, 664.0, 760.0)
STEP = StepId("reasoning/suspects")


def telling(name: str = STEP, language: Language = "en") -> State:
    return State(step=StepId(name), language=language)


def exploring(language: Language = "en", **view: object) -> State:
    return State(step=STEP, mode="explore", away=View(**view), language=language)  # type: ignore[arg-type]


def shown(deck: Deck, state: State, width: float = 664) -> PanelPicture:
    return panel_picture(deck, state, width, RULER)


def lines(picture: Picture | None) -> list[TextLine]:
    return [shape for shape in picture.shapes if isinstance(shape, TextLine)] if picture else []


def words(picture: Picture | None) -> str:
    return "\n".join("".join(span.text for span in line.spans) for line in lines(picture))


def flat(picture: Picture | None) -> str:
    return words(picture).replace("\n", " ")


def bare(text: str) -> str:
    """Return `text` without spaces and without marks for where a line may break."""
    return "".join(text.replace("\u200b", "").split())


def orders(picture: Picture | None) -> list[Order]:
    return [hit.order for hit in picture.hits] if picture else []


def cards(picture: Picture | None) -> set[str]:
    return {order.card for order in orders(picture) if isinstance(order, OpenCard)}


def every_card(deck: Deck, language: Language) -> Iterator[State]:
    """Return some of each kind."""
    for claim in list(deck.claims)[::7]:
        yield exploring(language, open=f"claim:{claim}")
    for source in list(deck.sources)[::3]:
        yield exploring(language, open=f"source:{source}")
    for term in list(deck.terms)[::6]:
        yield exploring(language, open=f"term:{term}")
    for dispute in list(deck.discrepancies)[::4]:
        yield exploring(language, open=f"discrepancy:{dispute}")
    for model in list(deck.counterparts)[::3]:
        yield exploring(language, select=model, counterparts=True)
    for page in LISTS:
        yield exploring(language, select="davinci", open=page)
    yield exploring(language, select="chatgpt", established=True)
    subject = "fate:code-davinci-002/cot"
    yield exploring(language, select="code-davinci-002", open=f"claim:C108@{subject}")


def every_state(deck: Deck, language: Language) -> Iterator[State]:
    for name in steps(deck):
        yield replace(telling(name, language), notes=True)
    yield exploring(language)
    for model in deck.models:
        yield exploring(language, select=model)
        for fate in deck.fates_of.get(model, ()):
            yield exploring(language, select=model, open=f"ability:{fate.ability}")
    for ability in deck.abilities:
        yield exploring(language, open=f"ability:{ability}")
    yield from every_card(deck, language)
    yield replace(exploring(language, select="davinci"), mode="story")
    yield replace(telling(STEP, language), hover="term:cot")
