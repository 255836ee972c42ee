"""A deck as lecturers write them: works of several hands, an influence, fates without marks."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rulers import PlainRuler

from explainer.deck import Deck, load_deck
from explainer.deck.load import check_texts
from explainer.errors import DeckError
from explainer.picture import Picture, TextLine
from explainer.schema import Language, StepId
from explainer.slide import slide_picture
from explainer.story import steps

FOLDER = Path(__file__).parent / "several_sources"
STAGE = "attention"


@cache
def several() -> Deck:
    """Return the deck; it has no `source` of its own."""
    return load_deck(FOLDER)


def changed(*changes: tuple[str, str]) -> Deck:
    """Return the deck with words of its file replaced by others, each of them found there.

    Raises:
        DeckError: the changes do not make a valid deck.
    """
    texts = {str(it.relative_to(FOLDER)): it.read_text("utf-8") for it in FOLDER.rglob("*.*")}
    for old, new in changes:
        assert old in texts["deck.yaml"], old
        texts["deck.yaml"] = texts["deck.yaml"].replace(old, new)
    found, problems = check_texts(texts, "test")
    if found is None:
        raise DeckError(problems)
    return found


def step_named(name: str) -> StepId:
    """Return the id of a step of the deck's one stage."""
    return StepId(f"{STAGE}/{name}")


def all_steps() -> tuple[StepId, ...]:
    """Return every step: there is one for each kind of slide."""
    return steps(several())


def pictured(
    name: str, language: Language = "en", size: tuple[float, float] = (1280, 720)
) -> Picture:
    """Return the slide of a step."""
    return slide_picture(several(), step_named(name), language, *size, PlainRuler())


def texts(picture: Picture, name: str = "") -> list[str]:
    """Return what the lines called `name` say, all lines where none is given."""
    return [
        "".join(span.text for span in line.spans).replace("\u00a0", " ")
        for line in picture.shapes
        if isinstance(line, TextLine) and name in ("", line.id)
    ]
