"""`explainer check`: all that is wrong with a deck, one line each or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from time import monotonic

from explainer.cli.arguments import Arguments
from explainer.cli.coverage import print_coverage
from explainer.cli.decks import asked_place
from explainer.cli.messages import DECK_HAS_ERRORS, OK, complain, list_problems, tell
from explainer.deck import Deck
from explainer.deck.load import check_texts
from explainer.deck.notrun import NotRun, Reason, not_run
from explainer.deck.reading import deck_texts, shown_name
from explainer.errors import Problem, in_order
from explainer.schema import LANGUAGES, Language

LONGEST_MEASURING = 120.0
"""Seconds; a deck of a hundred slides takes some."""


def check(arguments: Arguments) -> int:
    """Print every problem of the deck on stdout, their number on stderr; 1 where one is an error.

    What its words take on the slides is measured where no error stops the deck and Qt is there.
    stderr says what was not run, and why.

    With `--coverage`, print where each claim is shown in place of warnings; 1 too where nothing
    shows one.

    Raises:
        UsageError: there is no such folder, or no such language.
    """
    arguments.one_of("lang", LANGUAGES)
    place = asked_place(arguments)
    texts, unread = deck_texts(place)
    deck, problems = check_texts(texts, shown_name(place), unread)
    if "coverage" in arguments.flags and deck is not None:
        return print_coverage(deck, arguments.language)
    language = arguments.language
    fit: Reason | None = None
    if deck is not None:
        on_slides, fit = _on_slides(deck, texts)
        problems = in_order((*problems, *on_slides))
    left_out = not_run(problems, fit)
    if "json" in arguments.flags:
        tell(_as_json(problems, left_out, language))
    else:
        list_problems(problems, language, tell)
    for it in left_out:
        complain(it.say(language))
    return DECK_HAS_ERRORS if any(it.severity == "error" for it in problems) else OK


def _on_slides(deck: Deck, texts: Mapping[str, str]) -> tuple[tuple[Problem, ...], Reason | None]:
    """Return which words do not fit on their slides, and why not all were measured, if so.

    That takes Qt, whose libraries a machine without any window may lack.
    """
    try:
        from explainer.views.measuring import measured, not_measured
    except ImportError:
        return (), "library"
    if reason := not_measured(deck):
        return (), reason
    found: tuple[Problem, ...] = ()
    began = monotonic()
    for so_far in measured(deck, texts):
        found = so_far.problems
        if monotonic() - began > LONGEST_MEASURING and so_far.done < so_far.total:
            return found, "slow"
    return found, None


def _as_json(problems: Iterable[Problem], left_out: Iterable[NotRun], language: Language) -> str:
    """Return a list with one object for each problem, and for each check that did not run."""
    entries: list[dict[str, object]] = [
        {
            "severity": it.severity,
            "code": it.code,
            "file": it.file,
            "line": it.line,
            "column": it.column,
            "path": it.path,
            "message": it.message(language),
            "nearest": it.nearest,
        }
        for it in problems
    ]
    entries += (
        {
            "severity": "not-run",
            "code": "",
            "file": "",
            "line": 0,
            "column": 0,
            "path": "",
            "message": it.say(language),
            "nearest": "",
        }
        for it in left_out
    )
    # What JSON may leave as it is, `tell` escapes in the way that JSON can read.
    return json.dumps(entries, ensure_ascii=False, indent=2)
