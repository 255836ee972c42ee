"""All slides of a deck measured, a step at a time, so that whoever asks can show it and stop."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice, product

from msgspec import Struct, field

from explainer.deck import Deck
from explainer.deck.load import is_data, read_plains
from explainer.deck.places import Finding, Path, Places
from explainer.errors import Problem, in_order
from explainer.fits.astray import left_out
from explainer.fits.faults import ELLIPSIS, Fault, Kind, faults
from explainer.fits.ink import InkRuler
from explainer.fits.texts import DeckTexts
from explainer.schema import LANGUAGES, EndSlide, Language, MapSlide, ModelId, StepId
from explainer.slide import slide_picture
from explainer.story import step as story_step
from explainer.story import steps

RATIOS: Mapping[str, tuple[float, float]] = {
    "16:9": (1920.0, 1080.0),
    "16:10": (1728.0, 1080.0),
    "4:3": (1440.0, 1080.0),
}
"""Slides on which words have to fit; the width and height to lay them out, px."""
_KEYS: Mapping[Kind, str] = {
    "cut": "W620-cut",
    "shortened": "W621-shortened",
    "overlap": "W622-overlap",
    "struck": "W623-struck",
    "small": "W624-small",
    "astray": "W628-astray",
    "left-out": "W629-left-out",
}
_UNCLEAR: Mapping[str, str] = {
    "W620-cut": "W626-cut-somewhere",
    "W621-shortened": "W627-shortened-away",
}
"""Where nobody knows how much would fit."""
_NOT_DRAWN = "W625-not-drawn"
UNREADABLE = 0.015
"""Share of a slide's height; names of a map that are smaller are no words but marks."""
MOST = 200
"""Texts that are told; nobody reads more."""
_LONGEST = 60
"""Letters of the words that are quoted."""


class Measured(Struct, frozen=True):
    """How far the measuring of a deck has come."""

    done: int
    """Steps."""
    total: int
    problems: tuple[Problem, ...]
    """All that was found up to here: each text once, with the least that fits."""


class _Found(Struct):
    """The worst of one kind of fault at one text."""

    file: str
    path: Path
    words: str
    step: StepId
    other: str = ""
    most: int = 0
    share: float = 0.0
    ratios: set[str] = field(default_factory=set)

    def take(self, fault: Fault, ratio: str) -> bool:
        """Add a fault; return whether something about it is new."""
        before = (self.most, self.share, len(self.ratios))
        self.most = min(self.most, fault.most) if self.most else fault.most
        self.share = min(self.share, fault.share) if self.share else fault.share
        self.ratios.add(ratio)
        return before != (self.most, self.share, len(self.ratios))

    def finding(self, key: str) -> Finding:
        """Return it as it is told."""
        values = {
            "words": _quoted(self.words),
            "other": _quoted(self.other),
            "step": self.step,
            "ratios": ", ".join(it for it in RATIOS if it in self.ratios),
            "most": str(self.most),
            "found": f"{self.share:.1%}",
        }
        key = _UNCLEAR.get(key, key) if not self.most else key
        return Finding(key, self.file, self.path, tuple(values.items()))


def fit_problems(deck: Deck, texts: Mapping[str, str], ruler: InkRuler) -> Iterator[Measured]:
    """Yield, after each step of `deck`, what of its words does not fit on the slides so far.

    `texts` are its files as they were read. Every step is laid out in all languages and ratios,
    which takes some hundredths of a second; who asks for no more has stopped the measuring. All
    that is found is a warning.
    """
    plains, _ = read_plains({file: it for file, it in texts.items() if not is_data(file)})
    search, places = _Search(DeckTexts(plains)), Places(texts)
    every = steps(deck)
    problems: tuple[Problem, ...] = ()
    for done, step in enumerate(every, start=1):
        if search.look(deck, step, ruler):
            problems = in_order(map(places.problem, search.findings()))
        yield Measured(done, len(every), problems)


class _Search:
    """Gathers what is found, each text once."""

    def __init__(self, texts: DeckTexts) -> None:
        self._texts = texts
        self._found: dict[tuple[str, str, Path], _Found] = {}
        self._unreadable = False
        """The map is far too small: what else is wrong with it at other steps is not looked for."""

    def findings(self) -> Iterator[Finding]:
        """Yield all that was found."""
        for (key, _, _), it in islice(self._found.items(), MOST):
            yield it.finding(key)

    def look(self, deck: Deck, step: StepId, ruler: InkRuler) -> bool:
        """Measure the slides of a step; return whether something new was found."""
        new = False
        if self._unreadable and isinstance(story_step(deck, step).slide, MapSlide | EndSlide):
            return new
        for language, (ratio, size) in product(LANGUAGES, RATIOS.items()):
            try:
                picture = slide_picture(deck, step, language, *size, ruler)
            except Exception as error:  # noqa: BLE001 - a mistake of ours must not end a check
                file, path = self._texts.step(step)
                it = _Found(file, path, f"{type(error).__name__}: {error}", step)
                self._found[_NOT_DRAWN, file, path] = it
                return True
            for fault in faults(picture, ruler):
                new |= self._add(fault, language, step, ratio)
            for section, model in left_out(deck, step, picture):
                new |= self._add_left_out(deck, step, ratio, (section, model))
        return new

    def _add_left_out(
        self, deck: Deck, step: StepId, ratio: str, what: tuple[str, ModelId]
    ) -> bool:
        """Add that a model's word of `what` section has no place on the map of a step."""
        section, model = what
        asked = story_step(deck, step).view.lens.partition(":")[2]
        file, path = self._texts.entry(section, model, asked) or self._texts.step(step)
        key = (_KEYS["left-out"], file, path)
        name = (deck.models.get(model) or deck.counterparts[model]).name
        if key not in self._found:
            self._found[key] = _Found(file, path, name, step)
        return self._found[key].take(Fault("left-out", name, "callout"), ratio)

    def _add(self, fault: Fault, language: Language, step: StepId, ratio: str) -> bool:
        if fault.kind == "shortened" and self._texts.says(fault.words):
            return False
        place = self._texts.place(fault.words, fault.use, language, step)
        if fault.kind == "small" or place is None:
            file, path = self._texts.step(step)
            place = (file, (path, "slide"))
        # Many small words of one map are one thing that is wrong with the deck.
        at = ("", None) if fault.kind == "small" else place
        if fault.kind == "small" and fault.use == "name" and fault.share < UNREADABLE:
            self._unreadable = True
        key = (_KEYS[fault.kind], *at)
        if key not in self._found:
            self._found[key] = _Found(*place, fault.words, step, fault.other)
        return self._found[key].take(fault, ratio)


def _quoted(words: str) -> str:
    return f"{words[:_LONGEST]}{ELLIPSIS}" if len(words) > _LONGEST else words
