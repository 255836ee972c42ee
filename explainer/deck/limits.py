"""How much a slide and its narration can hold, so that a hall can read it and a talk flows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from explainer.coverage import is_wide
from explainer.deck.places import Finding, Path
from explainer.deck.shown import SPEAK_FOR_THEMSELVES, Item, items_on, words_on
from explainer.markup import plain
from explainer.schema import (
    LANGUAGES,
    DeckFile,
    Language,
    MapSlide,
    Stage,
    Step,
    Text,
)
from explainer.scripts import is_letter

MOST_ON_SLIDE: Mapping[Language, int] = {"en": 30, "zh": 45}
"""English words, Chinese characters."""
NARRATION: Mapping[Language, tuple[int, int]] = {"en": (25, 90), "zh": (45, 110)}
"""Of one step, the same units: about 15 to 40 seconds."""
HEADLINE_LINE = 48
"""Width of one line: Latin letters; a Chinese character is two."""
TAKEAWAY: Mapping[Language, int] = {"en": 60, "zh": 48}
"""Width, the same unit."""
MANY_NEW, MOST_NEW = 4, 5
"""Items that may be new in a step without a warning, and at all."""

_FULL: Mapping[Language, str] = {"en": "E602-full-english", "zh": "E602-full-chinese"}
_NARRATION_KEYS: Mapping[Language, str] = {
    "en": "W603-narration-english",
    "zh": "W603-narration-chinese",
}
_ENGLISH = re.compile(r"[^\W_][^\s—/]*")
_LATIN = re.compile(r"[A-Za-z0-9]+(?:[.,'-][A-Za-z0-9]+)*")


def limit_findings(file: str, content: DeckFile) -> Iterator[Finding]:
    """Yield what is too long or too much on the slides of a file, and in their narration."""
    for number, stage in enumerate(content.stages):
        if not stage:
            continue
        path: Path = ((None, "stages"), number)
        yield from _wide(file, stage, path)
        before: Mapping[str, Item] = {}
        for inner, step in enumerate(stage.steps):
            here: Path = ((path, "steps"), inner)
            if not step:
                before = {}
                continue
            yield from _own_headline(file, step, here)
            yield from _full(file, stage, step, here)
            yield from _narration(file, step, here)
            now = items_on(stage, step)
            yield from _new(file, step, before, now, here)
            before = now


def amount(text: str, language: Language) -> int:
    """Return the number of English words or Chinese characters; there, a Latin word counts once."""
    if language == "en":
        return len(_ENGLISH.findall(text))
    return sum(map(is_letter, text)) + len(_LATIN.findall(text))


def width(text: str) -> int:
    """Return about how wide `text` is, in Latin letters."""
    return sum(2 if is_wide(sign) else 1 for sign in text)


def _wide(file: str, stage: Stage, path: Path) -> Iterator[Finding]:
    yield from _wide_headline(file, stage.headline, path)
    for language in LANGUAGES:
        takeaway = width(stage.takeaway.of(language))
        if takeaway > TAKEAWAY[language]:
            values = (("most", str(TAKEAWAY[language])), ("found", str(takeaway)))
            yield Finding("W602-takeaway", file, ((path, "takeaway"), language), values)


def _wide_headline(file: str, text: Text, path: Path) -> Iterator[Finding]:
    for language in LANGUAGES:
        headline = width(text.of(language))
        here: Path = ((path, "headline"), language)
        values = (("most", str(HEADLINE_LINE)), ("found", str(headline)))
        if headline > 2 * HEADLINE_LINE:
            values = (("most", str(2 * HEADLINE_LINE)), ("found", str(headline)))
            yield Finding("E601-headline", file, here, values)
        elif headline > HEADLINE_LINE:
            yield Finding("W601-headline", file, here, values)


def _own_headline(file: str, step: Step, path: Path) -> Iterator[Finding]:
    if step.headline:
        yield from _wide_headline(file, step.headline, path)
        if isinstance(step.slide, SPEAK_FOR_THEMSELVES):
            yield Finding("W611-headline-unseen", file, (path, "headline"))


def _full(file: str, stage: Stage, step: Step, path: Path) -> Iterator[Finding]:
    words = words_on(stage, step)
    for language in LANGUAGES:
        found = sum(amount(text.of(language), language) for text in words)
        if found > MOST_ON_SLIDE[language]:
            yield _too_much(file, (path, "slide"), language, found)


def _too_much(file: str, path: Path, language: Language, found: int) -> Finding:
    most = MOST_ON_SLIDE[language]
    return Finding(_FULL[language], file, path, (("most", str(most)), ("found", str(found))))


def _narration(file: str, step: Step, path: Path) -> Iterator[Finding]:
    for language in LANGUAGES:
        least, most = NARRATION[language]
        spoken = (plain(paragraph.text.of(language)) for paragraph in step.narration)
        found = sum(amount(text, language) for text in spoken)
        if step.narration and not least <= found <= most:
            values = (("least", str(least)), ("most", str(most)), ("found", str(found)))
            yield Finding(_NARRATION_KEYS[language], file, (path, "narration"), values)


def _new(
    file: str, step: Step, before: Mapping[str, Item], now: Mapping[str, Item], path: Path
) -> Iterator[Finding]:
    new = sum(1 for name, item in now.items() if before.get(name) != item)
    if new > MANY_NEW:
        key = "E603-many-new" if new > MOST_NEW else "W604-many-new"
        values = (("most", str(MANY_NEW)), ("found", str(new)))
        slide: Path = (path, "slide")
        place = (slide, "callouts") if isinstance(step.slide, MapSlide) else slide
        yield Finding(key, file, place, values)
