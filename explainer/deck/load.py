"""A deck's folder or file becomes a `Deck`, or a list of all its `Problem`s."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import get_args

from msgspec import Struct

from explainer.deck.accents import accent_findings
from explainer.deck.build import build, header_findings, lacking, step_findings
from explainer.deck.causal import causal_findings
from explainer.deck.comments import cut_texts
from explainer.deck.contents import Deck
from explainer.deck.convert import add_kinds, convert, salvage
from explainer.deck.family import family_findings
from explainer.deck.joined import join
from explainer.deck.known import (
    Given,
    Kind,
    Known,
    given_ids,
    has_unknown_section,
    kinds_not_listed,
    known_among,
    misplaced_ids,
)
from explainer.deck.languages import character_findings, language_findings, names_in
from explainer.deck.left_out import left_out_findings
from explainer.deck.lengths import long_texts
from explainer.deck.limits import limit_findings
from explainer.deck.mentions import mention_findings
from explainer.deck.nodes import parse
from explainer.deck.numbers import (
    ENDING,
    Numbers,
    number_problems,
    read_numbers,
    unshown_characters,
)
from explainer.deck.places import Finding, Places
from explainer.deck.plain import Allowance, OddError, Plain, read_plain
from explainer.deck.published import published_findings
from explainer.deck.reading import deck_texts, shown_name
from explainer.deck.references import id_findings, reference_findings
from explainer.deck.shape import misfits
from explainer.deck.slides import slide_findings
from explainer.deck.surer import surer_findings
from explainer.deck.walk import walk
from explainer.errors import DeckError, Problem, in_order, is_error
from explainer.schema import DeckFile, Number, NumberId

MOST_PROBLEMS = 1000
"""More are not listed: nobody reads them, and a hostile file could have millions."""


def load_deck(place: Path) -> Deck:
    """Read and check the deck in the folder `place`, or in the single file `place`.

    Raises:
        DeckError: with every problem found, not only the first, warnings too; files are
            named relative to the folder.
    """
    deck, problems = check_deck(place)
    if deck is None:
        raise DeckError(problems)
    return deck


def check_deck(place: Path) -> tuple[Deck | None, tuple[Problem, ...]]:
    """Return the deck in `place` and its warnings; None and all problems if one is an error."""
    texts, problems = deck_texts(place)
    return check_texts(texts, shown_name(place), problems)


def check_texts(
    texts: Mapping[str, str],
    name: str,
    before: Iterable[Problem] = (),
    *,
    stops: Callable[[Problem], bool] = is_error,
) -> tuple[Deck | None, tuple[Problem, ...]]:
    """Return the deck that the `texts` of files are, as `check_deck` does.

    `name` stands for the whole in messages; `before` is what was wrong with reading it. `stops`
    says for which problems there is no deck.
    """
    before = [*before]
    problems = [*before]
    given_texts = texts
    read = read_numbers({file: it for file, it in texts.items() if is_data(file)})
    problems += read.problems[-MOST_PROBLEMS:]
    texts = {file: it for file, it in texts.items() if not is_data(file)}
    plains, unclear = read_plains(texts)
    problems += unclear
    for file in plains:
        problems += islice(cut_texts(file, texts[file]), MOST_PROBLEMS)
    # What stands in an unread file would be missed everywhere else.
    whole = not any(is_error(it) and it.code.startswith("E1") for it in problems)
    places = Places(texts)
    problems += map(places.problem, islice(long_texts(plains), MOST_PROBLEMS))
    files = [_file(file, plain) for file, plain in plains.items()]
    given, known = _ids(files, read, whole=whole)
    problems += islice(number_problems(read.rows, known), MOST_PROBLEMS)
    problems += unshown_characters(read.rows)
    numbers = {row.it.id: row.it for row in read.rows}
    findings = islice(
        _findings(texts, files, places, given, known, numbers, whole=whole), MOST_PROBLEMS
    )
    problems += map(places.problem, findings)
    if len(problems) >= MOST_PROBLEMS:
        problems.append(Problem("E128-many-problems", name, values=(("most", str(MOST_PROBLEMS)),)))
    if whole:
        problems += lacking(plains.values(), name)
    if any(map(_is_unread_file, before)) and any(map(_is_lacking, problems)):
        before = [_as_error(it) if _is_unread_file(it) else it for it in before]
        return check_texts(given_texts, name, before, stops=stops)
    contents = [it.content for it in files]
    deck = None if any(map(stops, problems)) else build(contents, numbers)
    return deck, in_order(problems)


def _is_unread_file(problem: Problem) -> bool:
    """Return whether a file is left out for the ending of its name."""
    return problem.code == "W101"


def _is_lacking(problem: Problem) -> bool:
    """Return whether something is missing that may stand in a file that is not read."""
    return problem.code.startswith("E30") or problem.code in ("E216", "E217", "E218")


def _as_error(problem: Problem) -> Problem:
    return Problem("E142-unread-file", problem.file)


class _File(Struct, frozen=True):
    """A file of a deck, read."""

    name: str
    plain: Plain
    content: DeckFile
    fits: bool
    """False: `content` has gaps where something does not fit the record types."""


def is_data(file: str) -> bool:
    """Return whether a file holds numbers."""
    return file.endswith(ENDING)


def _ids(files: Sequence[_File], read: Numbers, *, whole: bool) -> tuple[list[Given], Known]:
    """Return the ids that the files give, and all that may be named, numbers too."""
    given = [it for file in files for it in given_ids(file.name, file.plain)]
    names = (*(row.it.id for row in read.rows), *read.wrong_ids)
    unread: frozenset[Kind] = frozenset()
    if not whole:
        unread = frozenset(get_args(Kind))
    else:
        wrong = (kind for file in files for kind in kinds_not_listed(file.plain))
        unread = frozenset((*wrong, *(() if read.whole else ("number",))))
    known = known_among(
        [*given, *(Given("number", name, "", None) for name in names)],
        [file.content for file in files],
        unread=unread,
        whole=not any(has_unknown_section(file.plain) for file in files),
        misplaced=frozenset(it for file in files for it in misplaced_ids(file.plain)),
    )
    return given, known


def read_plains(texts: Mapping[str, str]) -> tuple[dict[str, Plain], list[Problem]]:
    """Return what the files hold, and what cannot be understood or is refused."""
    plains: dict[str, Plain] = {}
    problems: list[Problem] = []
    allowance = Allowance()
    for file, text in texts.items():
        left = allowance.left
        try:
            plains[file] = read_plain(text, allowance)
        except OddError:
            problems += parse(text, file, left).problems
    return plains, problems


def _file(name: str, plain: Plain) -> _File:
    add_kinds(plain)
    content = convert(plain, DeckFile)
    if content is None:
        return _File(name, plain, salvage(plain), fits=False)
    return _File(name, plain, content, fits=True)


def _findings(  # noqa: PLR0913 - all that was read
    texts: Mapping[str, str],
    files: Sequence[_File],
    places: Places,
    given: Sequence[Given],
    known: Known,
    numbers: Mapping[NumberId, Number],
    *,
    whole: bool,
) -> Iterator[Finding]:
    """Yield all that is wrong; what needs every record, only where every record is there."""
    sound = whole
    for finding in _shapes_and_references(files, places, given, known):
        sound = False
        yield finding
    names = frozenset(name for file in files for name in names_in(file.content)) if whole else None
    for file in files:
        yield from language_findings(file.name, walk(file.content), names)
    yield from character_findings(texts, {file.name: file.plain for file in files})
    contents = [(file.name, file.content) for file in files]
    yield from header_findings(contents)
    yield from accent_findings(contents)
    for findings in (
        step_findings(contents),
        family_findings(join(contents), whole=known.descent is not None),
        published_findings(contents, numbers),
        slide_findings(contents, known),
        left_out_findings(contents),
        *(limit_findings(file.name, file.content) for file in files),
        causal_findings(contents),
        mention_findings(contents),
        surer_findings(contents),
    ):
        yield from findings if sound else _as_far_as_they_go(findings)


def _as_far_as_they_go(findings: Iterator[Finding]) -> Iterator[Finding]:
    """Yield `findings` until one of them needs a record that does not fit or is not there."""
    try:
        yield from findings
    except (AttributeError, LookupError, RuntimeError, TypeError):
        # What is missing has a problem of its own; `not_run` tells that checks lack it.
        # A RuntimeError is what Python makes of a `next` that finds nothing.
        return


def _shapes_and_references(
    files: Sequence[_File], places: Places, given: Sequence[Given], known: Known
) -> Iterator[Finding]:
    yield from id_findings(given, places)
    for file in files:
        if not file.fits:
            yield from _misfits(file)
        yield from reference_findings(file.name, walk(file.content), known)


def _misfits(file: _File) -> Iterator[Finding]:
    """Yield what does not fit; at least something, or the deck would be shown with gaps."""
    nothing = True
    for finding in misfits(file.name, file.plain, DeckFile):
        nothing = False
        yield finding
    if nothing:
        yield Finding("E209-no-fit", file.name, None)
