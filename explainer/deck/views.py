"""The words of a view, in a step or in a link: each must be understood and lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from explainer.deck.contents import Deck
from explainer.deck.convert import convert
from explainer.deck.known import Kind, Known, known_of
from explainer.deck.nearest import nearest
from explainer.deck.nodes import parse
from explainer.deck.places import Finding, Path, Places
from explainer.deck.shape import misfits
from explainer.deck.slips import slip_of_key
from explainer.errors import DeckError
from explainer.schema import View

LINK = "--view"
"""Stands for a file's name in messages about a view that is in no file."""

_LIT: Mapping[str, Kind] = {
    "ancestors": "model",
    "descendants": "model",
    "method": "method",
    "ability": "ability",
}
_LENS: Mapping[str, Kind] = {"ability": "ability", "cause": "method"}
_OPEN: Mapping[str, Kind] = {
    "ability": "ability",
    "claim": "claim",
    "source": "source",
    "term": "term",
    "discrepancy": "discrepancy",
    "numbers": "source",
}
_LISTS = frozenset(("glossary", "sources", "discrepancies"))
_SUBJECTS: Mapping[str, Kind] = {
    "ability": "ability",
    "limit": "limit",
    "chart": "chart",
    "number": "number",
    "source": "source",
    "discrepancy": "discrepancy",
    "step": "step",
}
"""What a claim can be asked about, besides models, derivations, fates and paragraphs."""
_FARTHEST = 10.0
"""How far from the map a camera may be, in sizes of the map; more is a slip of the finger."""
_CLOSEST = 1000.0
"""The largest zoom."""


def read_view(text: str, deck: Deck) -> View:
    """Return the view that `text` describes, a YAML flow mapping such as `{select: chatgpt}`.

    Raises:
        DeckError: it cannot be understood, or names what the deck does not have.
    """
    parsed = parse(text, LINK)
    if parsed.problems or parsed.root is None:
        raise DeckError(parsed.problems)
    places = Places({LINK: text})
    plain = parsed.root.plain
    view = convert(plain, View)
    if view is None:
        raise DeckError(map(places.problem, misfits(LINK, plain, View)))
    known = known_of(deck)
    findings = [*view_findings(LINK, view, None, known)]
    if view.select:
        findings += known.lacks("model", view.select, LINK, (None, "select"))
    if findings:
        raise DeckError(map(places.problem, findings))
    return view


def view_findings(file: str, view: View, path: Path, known: Known) -> Iterator[Finding]:
    """Yield what is wrong with the words of `view`; its plain ids are checked like all others."""
    words = _Words(file, known)
    for name, lit in (("lit", view.lit), ("focus", view.focus)):
        for number, word in enumerate(lit):
            yield from words.lit(word, ((path, name), number))
    if view.lens != "method":
        yield from words.prefixed(view.lens, _LENS, (path, "lens"), "E315-lens")
    if view.open and view.open not in _LISTS:
        yield from words.card(view.open, (path, "open"))
    yield from words.readings(view.readings, (path, "readings"))
    camera = view.camera
    if camera and not (
        abs(camera.x) <= _FARTHEST and abs(camera.y) <= _FARTHEST and 0 < camera.zoom <= _CLOSEST
    ):
        yield Finding("E213-camera", file, (path, "camera"))


class _Words(Struct, frozen=True):
    """Checks single words of a view in one file."""

    file: str
    known: Known

    def lit(self, word: str, path: Path) -> Iterator[Finding]:
        """Yield what is wrong with a word of `lit` or `focus`."""
        if word == "all" or self.known.has("model", word) or self.known.has("derivation", word):
            return
        prefix, colon, rest = word.partition(":")
        if prefix == "path" and colon:
            yield from self._way(word, rest, path)
        elif colon:
            yield from self.prefixed(word, _LIT, path, "E314-lit")
        else:
            if slip := slip_of_key(word):
                yield Finding(slip[0], self.file, path, slip[1])
                return
            names = self.known.names("model") + self.known.names("derivation")
            yield Finding("E314-lit", self.file, path, (("word", word),), nearest(word, names))

    def prefixed(
        self, word: str, kinds: Mapping[str, Kind], path: Path, otherwise: str
    ) -> Iterator[Finding]:
        """Yield what is wrong with `prefix:id`."""
        prefix, colon, name = word.partition(":")
        if colon and prefix in kinds:
            yield from self.known.lacks(kinds[prefix], name, self.file, path)
        else:
            yield Finding(
                otherwise,
                self.file,
                path,
                (("word", word),),
                nearest(prefix, [f"{it}:" for it in kinds]),
            )

    def card(self, word: str, path: Path) -> Iterator[Finding]:
        """Yield what is wrong with `kind:id` or `claim:id@subject`."""
        card, at, subject = word.partition("@")
        yield from self.prefixed(card, _OPEN, path, "E316-open")
        if at and not (card.startswith("claim:") and self._is_subject(subject)):
            yield Finding("E316-open", self.file, path, (("word", word),))

    def _is_subject(self, word: str) -> bool:
        kind, colon, name = word.partition(":")
        before, slash, last = name.rpartition("/")
        if not colon:
            return self.known.has("model", word) or self.known.has("derivation", word)
        if kind == "fate":
            return (
                bool(slash) and self.known.has("model", before) and self.known.has("ability", last)
            )
        if kind == "paragraph":
            return self.known.has("step", before) and last.isdecimal()
        return kind in _SUBJECTS and self.known.has(_SUBJECTS[kind], name)

    def readings(self, words: tuple[str, ...], path: Path) -> Iterator[Finding]:
        """Yield what is wrong with the options that a view chooses."""
        chosen: set[str] = set()
        for number, word in enumerate(words):
            here: Path = (path, number)
            reading = word.partition("/")[0]
            if self.known.has("reading", reading):
                yield from self.known.lacks("option", word, self.file, here)
            else:
                yield from self.known.lacks("reading", reading, self.file, here)
            if reading in chosen:
                yield Finding("E318-reading-twice", self.file, here, (("id", reading),))
            chosen.add(reading)

    def _way(self, word: str, ends: str, path: Path) -> Iterator[Finding]:
        """Yield what is wrong with `a>b`, the models at the ends of a path."""
        start, arrow, end = ends.partition(">")
        if not arrow:
            yield Finding("E314-lit", self.file, path, (("word", word),))
            return
        known = self.known
        lacking = [
            *known.lacks("model", start, self.file, path),
            *known.lacks("model", end, self.file, path),
        ]
        yield from lacking
        if not lacking and not known.leads(start, end):
            yield Finding("E317-no-path", self.file, path, (("start", start), ("end", end)))
