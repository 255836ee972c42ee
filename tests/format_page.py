"""The decks that the page about the format is made of."""

from __future__ import annotations

import re
from itertools import starmap
from pathlib import Path
from textwrap import indent

from explainer.deck import Deck
from explainer.deck.load import check_texts
from explainer.errors import DeckError

PAGE = (Path(__file__).parents[1] / "docs" / "deck-format.md").read_text("utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
"""The complete deck, then those of the reference."""
DATA = re.findall(r"```csv\n(.*?)```", PAGE, re.DOTALL)
GARDEN: str = EXAMPLES[0]
_STAGE = """\
stages:
  - id: reference
    name: {en: Reference, zh: 参考}
    headline: {en: "Slides of every kind", zh: "各种页面"}
    takeaway: {en: "That was all.", zh: "讲完了。"}
    steps:
"""


def reference_texts() -> dict[str, str]:
    """Return the files of the deck that all examples of the page make together."""
    slides = [it for it in EXAMPLES[1:] if it.startswith("slide:")]
    sections = [it for it in EXAMPLES[1:] if not it.startswith("slide:")]
    story = _STAGE + "".join(starmap(_step, enumerate(slides, start=1)))
    texts = {f"{place:02}.yaml": it for place, it in enumerate((GARDEN, *sections, story))}
    return {**texts, "data/numbers.csv": DATA[0]}


def deck_of(texts: dict[str, str]) -> Deck:
    """Return the deck that files make.

    Raises:
        DeckError: they make no valid deck.
    """
    found, problems = check_texts(texts, "test")
    if found is None:
        raise DeckError(problems)
    return found


def _step(number: int, slide: str) -> str:
    """Return a step with the slide of an example, `step-1` for the first."""
    return f"      - id: step-{number}\n" + indent(slide, " " * 8)
